using MyNumber.Cli.Contract;
using MyNumber.Cli.Numbers;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Links;

/// <summary>Writes the agency codes that were made on standard output, and the rows that gave none on standard error. Neither digits nor row numbers need an escape in any format.</summary>
internal sealed class CodeOutput(VerbContext context, RowFormat format, byte keyEpoch) : IDisposable
{
    private const string Column = "agencyCode";

    private readonly char[] _text = new char[AgencyCode.Length * 2];
    private readonly byte[] _envelope = [CodeScheme.AesBlock, keyEpoch, .. new byte[AgencyCode.BlockLength]];

    public Language Language => context.Language;

    public void Begin()
    {
        if (format == RowFormat.Csv)
        {
            context.Report.Data.WriteLine($"row,{Column}");
        }
    }

    /// <summary>Writes a code.</summary>
    public void Write(long row, ReadOnlySpan<byte> block)
    {
        block.CopyTo(_envelope.AsSpan(2));
        Convert.TryToHexString(_envelope, _text, out _);
        TextWriter data = context.Report.Data;
        data.Write(format switch
        {
            RowFormat.Json => FormattableString.Invariant($"{{\"row\":{row},\"{Column}\":\""),
            RowFormat.Csv => FormattableString.Invariant($"{row},"),
            _ => string.Empty,
        });
        data.Write(_text);
        data.WriteLine(format == RowFormat.Json ? "\"}" : string.Empty);
    }

    /// <summary>Says why a row gives no code.</summary>
    /// <param name="row">Its number.</param>
    /// <param name="kind">What the reason is called in JSON.</param>
    /// <param name="reason">The reason's word.</param>
    /// <param name="message">The reason's sentence.</param>
    public void Refuse(long row, string kind, string reason, string message) =>
        context.Report.Refuse(FormattableString.Invariant($"{context.Language.Pick("row", "行")} {row}: {reason} – {message}"), writer =>
        {
            writer.WriteNumber("row", row);
            writer.WriteString(kind, reason);
            writer.WriteString("message", message);
        });

    public void Dispose()
    {
        Array.Clear(_text);
        Array.Clear(_envelope);
    }
}
