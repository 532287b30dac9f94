using MyNumber.Cli.Contract;
using MyNumber.Cli.Numbers;
using MyNumber.Linkage.Codes;

namespace MyNumber.Cli.Links;

/// <summary>A verdict on every agency code; nothing of a code comes out.</summary>
internal sealed class InspectWork(AgencyCodeCipher cipher, HolderEpoch holder, RowFormat format, VerbContext context) : ILineWork
{
    private readonly byte[] _envelope = new byte[AgencyCode.Length];
    private readonly CodeVerdict?[] _verdicts = new CodeVerdict?[ILineWork.Most];

    public void Begin()
    {
        if (format == RowFormat.Csv)
        {
            context.Report.Data.WriteLine("row,verdict");
        }
    }

    public void Take(int place, ReadOnlySpan<byte> line)
    {
        bool isEnvelope = EnvelopeLine.TryDecode(line, _envelope);

        // An envelope whose scheme is zero reads as the empty code, whose scheme is as unknown.
        _ = AgencyCode.TryRead(_envelope, out AgencyCode code);
        _verdicts[place] = isEnvelope ? cipher.Inspect(code, holder.Holder, holder.Epoch, out _) : null;
    }

    public void Finish(int count)
    {
    }

    public bool Answer(int place, long row)
    {
        CodeVerdict? verdict = _verdicts[place];
        string name = CodeWords.Name(verdict);
        string message = CodeWords.Of(verdict, context.Language);
        context.Report.Data.WriteLine(format switch
        {
            RowFormat.Json => CliReport.ToJson(writer =>
            {
                writer.WriteNumber("row", row);
                writer.WriteString("verdict", name);
                writer.WriteString("message", message);
            }),
            RowFormat.Csv => FormattableString.Invariant($"{row},{name}"),
            _ => FormattableString.Invariant($"{row}: {name} – {message}"),
        });
        return verdict == CodeVerdict.Genuine;
    }

    public void Dispose() => Array.Clear(_envelope);
}
