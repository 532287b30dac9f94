using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>A line of the journal in writing: number, kind, ticks, contract, entry, actor, note, each ended by a tab, then the chained hash in hexadecimal digits.</summary>
internal static class JournalLine
{
    public const int MaximumLength = 8192;
    private const int Fields = 8;

    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>The most bytes of a line that <see cref="Write"/> makes, its end included: what the texts of an entry and an access come to.</summary>
    public const int Room = 1 << 12;

    public static string Write(EvidenceEvent line, byte[] before, out byte[] hash)
    {
        string body = string.Create(CultureInfo.InvariantCulture, $"{line.Number}\t{line.Kind}\t{line.At.UtcTicks}\t{line.Contract}\t{line.Id}\t{line.Actor}\t{line.Note}\t");
        hash = Chain(before, body);
        return body + Convert.ToHexStringLower(hash);
    }

    /// <summary>Reads a line that must have the given number and carry on the chain.</summary>
    public static EvidenceEvent? Read(string text, long number, byte[] before, out byte[] hash)
    {
        hash = before;
        string[] fields = text.Split('\t');
        if (text.Length > MaximumLength || fields.Length != Fields
            || fields[0] != number.ToString(CultureInfo.InvariantCulture)
            || !Enum.TryParse(fields[1], out EvidenceEventKind kind) || kind.ToString() != fields[1]
            || !long.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return null;
        }

        byte[] chained = Chain(before, text[..(text.LastIndexOf('\t') + 1)]);
        if (fields[^1] != Convert.ToHexStringLower(chained))
        {
            return null;
        }

        hash = chained;
        return new EvidenceEvent(number, kind, new DateTimeOffset(ticks, TimeSpan.Zero), fields[3], fields[4], fields[5], fields[6]).Chained(chained);
    }

    private static byte[] Chain(byte[] before, string body) => SHA256.HashData([.. before, .. Encoding.UTF8.GetBytes(body)]);
}
