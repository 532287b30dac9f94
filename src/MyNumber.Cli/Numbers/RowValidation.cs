using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;
using MyNumber.Numbering;
using MyNumber.Numbering.Bulk;
using MyNumber.Numbering.CorporateList;

namespace MyNumber.Cli.Numbers;

/// <summary>Runs a plan over a stream.</summary>
internal sealed class RowValidation(ValidationPlan plan, BadRowLog log, VerbContext context)
{
    /// <summary>Reads to the end and gives the count of rows.</summary>
    public long Run(Stream stream) => plan.Layout switch
    {
        RowLayout.CorporateList => RunCorporateList(stream),
        RowLayout.Csv => RunCsv(stream),
        RowLayout.Records => Wait(BulkStream.ValidateRecordsAsync(plan.Kind!.Value, stream, plan.Width!.Value, plan.Offset ?? 0, Take, context.Cancellation)),
        _ => Wait(BulkStream.ValidateLinesAsync(plan.Kind!.Value, stream, Take, context.Cancellation)),
    };

    private static long Wait(ValueTask<BulkCount> run) => run.AsTask().GetAwaiter().GetResult().Rows;

    private void Take(BadRow row) => Explain(row.Index + 1, row.Fault, 0);

    private void Explain(long row, NumberFault fault, int column) => log.Add(row, fault.ToString(), NumberWords.Of(fault, context.Language), column);

    private long RunCsv(Stream stream)
    {
        long rows = 0;
        new CsvColumn(stream, plan.Column!.Value - 1, context.Cancellation).Read((row, fault, field) =>
        {
            if (row == 1 && plan.HasHeader)
            {
                return;
            }

            rows++;
            if (fault != CsvFault.None)
            {
                log.Add(row, fault.ToString(), RowWords.Of(fault, context.Language));
            }
            else if (Judge(field) is var reason and not NumberFault.None)
            {
                Explain(row, reason, plan.Column!.Value);
            }
        });
        return rows;
    }

    private NumberFault Judge(ReadOnlySpan<byte> field)
    {
        NumberFault fault;
        _ = plan.Kind == BulkNumberKind.Individual
            ? IndividualNumber.TryParse(field, NumberStyle.Strict, out _, out fault)
            : CorporateNumber.TryParse(field, NumberStyle.Strict, out _, out fault);
        return fault;
    }

    private long RunCorporateList(Stream stream)
    {
        long rows = 0;
        CorporateListOptions options = new() { Encoding = plan.Encoding ?? CorporateListEncoding.Utf8 };
        foreach (CorporateListEntry entry in CorporateNumberList.ReadAsync(stream, options, context.Cancellation).ToBlockingEnumerable(context.Cancellation))
        {
            rows++;
            if (!entry.IsGood)
            {
                log.Add(entry.RowNumber, entry.Fault.Reason.ToString(), RowWords.Of(entry.Fault.Reason, context.Language), entry.Fault.Column + 1);
            }
        }

        return rows;
    }
}
