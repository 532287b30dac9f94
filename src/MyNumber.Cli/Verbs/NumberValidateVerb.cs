using System.CommandLine;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Numbers;
using MyNumber.Cli.Reading;
using MyNumber.Cli.Terminal;
using MyNumber.Numbering.Bulk;
using MyNumber.Numbering.CorporateList;

namespace MyNumber.Cli.Verbs;

/// <summary><c>number validate FILE</c>: every row of a file of any size, and why the bad ones are bad.</summary>
internal sealed class NumberValidateVerb : IVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file; - is standard input." };
    private readonly Option<string?> _kind = new("--kind") { Description = "Which number: individual or corporate.", HelpName = "individual|corporate" };
    private readonly Option<string?> _format = new("--format") { Description = "nta: the published list of corporate numbers; without it lines.", HelpName = "nta" };
    private readonly Option<int?> _width = new("--width") { Description = "Records of this many bytes, line ends counted, in place of lines." };
    private readonly Option<int?> _offset = new("--offset") { Description = "Where in its record the number starts, from 0." };
    private readonly Option<int?> _column = new("--csv-column") { Description = "A CSV file, and which column, from 1." };
    private readonly Option<bool> _header = new("--header") { Description = "The first row of the CSV is no number." };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "utf-8 (also without the option) or shift_jis.", HelpName = "utf-8|shift_jis" };
    private readonly Option<long> _most = new("--max-rows") { Description = "How many bad rows are explained; all are counted.", DefaultValueFactory = _ => 20 };

    public NumberValidateVerb()
    {
        _kind.AcceptOnlyFromAmong("individual", "corporate");
        _format.AcceptOnlyFromAmong("nta");
        _encoding.AcceptOnlyFromAmong("utf-8", "shift_jis");
    }

    public Command Describe() => new("validate", "Validate the rows of a file: 0 all good, 1 some bad, 3 the file cannot be read or holds no row.")
    {
        _file, _kind, _format, _width, _offset, _column, _header, _encoding, _most,
    };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        ValidationPlan plan = PlanOf(parsed);
        long most = parsed.GetValue(_most);
        if ((plan.Contradiction(context.Language) ?? (most < 0 ? context.Language.Pick("--max-rows is 0 or more.", "--max-rows は0以上です。") : null)) is { } contradiction)
        {
            return context.Report.Fail(ExitCode.Usage, [contradiction]);
        }

        string path = parsed.GetValue(_file)!;
        if (!InputFile.TryOpen(path, context, out Stream? stream, out string reason))
        {
            return context.Report.Fail(ExitCode.Undetermined, [reason]);
        }

        using (stream)
        {
            return Validate(plan, most, path, stream!, context);
        }
    }

    private static ExitCode Validate(ValidationPlan plan, long most, string path, Stream stream, VerbContext context)
    {
        BadRowLog log = new(context, most, ProgressBar.IsShown(context));
        RowValidation validation = new(plan, log, context);
        long rows;
        try
        {
            long? size = stream is FileStream { CanSeek: true } file ? file.Length : null;
            rows = ProgressBar.Run(context, "validate", size, tell => validation.Run(new WatchedStream(stream, tell)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.Release();
            return context.Report.Fail(ExitCode.Undetermined, [InputFile.Explain(fault, path, context.Language)]);
        }

        log.Release();
        return Conclude(rows, log, context);
    }

    private static ExitCode Conclude(long rows, BadRowLog log, VerbContext context)
    {
        SummaryTable.Write(context,
        [
            ("rows", "rows", "全行", rows), ("good", "good", "正しい行", rows - log.Count), ("bad", "bad", "誤りのある行", log.Count),
            ("explained", "explained", "理由を示した行", log.Explained),
        ]);
        return rows == 0 ? context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick("The file holds no row.", "ファイルに行がありません。")])
            : log.Count > 0 ? ExitCode.Refused
            : ExitCode.Done;
    }

    private ValidationPlan PlanOf(ParseResult parsed) => new()
    {
        Kind = parsed.GetValue(_kind) switch { null => null, "individual" => BulkNumberKind.Individual, _ => BulkNumberKind.Corporate },
        IsCorporateList = parsed.GetValue(_format) is not null,
        Width = parsed.GetValue(_width),
        Offset = parsed.GetValue(_offset),
        Column = parsed.GetValue(_column),
        HasHeader = parsed.GetValue(_header),
        Encoding = parsed.GetValue(_encoding) switch { null => null, "utf-8" => CorporateListEncoding.Utf8, _ => CorporateListEncoding.ShiftJis },
    };
}
