using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>An entry as bytes: a mark, then contract, evidence as JSON, document and detached content, each after its length in four octets, most significant first.</summary>
internal static class EntryBytes
{
    private const int LengthOctets = 4;

    private static ReadOnlySpan<byte> Mark => "MNEVIDENCE1\n"u8;

    public static byte[] Write(EvidenceEntry entry)
    {
        ReadOnlyMemory<byte>[] parts = [Encoding.UTF8.GetBytes(entry.Contract), EvidenceJson.Serialize(entry.Evidence), entry.Document, entry.DetachedContent];
        byte[] bytes = new byte[Mark.Length + parts.Sum(part => LengthOctets + part.Length)];
        Mark.CopyTo(bytes);
        Span<byte> rest = bytes.AsSpan(Mark.Length);
        foreach (ReadOnlyMemory<byte> part in parts)
        {
            BinaryPrimitives.WriteInt32BigEndian(rest, part.Length);
            part.Span.CopyTo(rest[LengthOctets..]);
            rest = rest[(LengthOctets + part.Length)..];
        }

        return bytes;
    }

    public static string IdOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static bool IsId(string id) => id.Length == SHA256.HashSizeInBytes * 2 && !id.AsSpan().ContainsAnyExcept("0123456789abcdef");

    public static bool TryRead(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out EvidenceEntry? entry)
    {
        entry = null;
        if (!bytes.Span.StartsWith(Mark))
        {
            return false;
        }

        ReadOnlyMemory<byte> rest = bytes[Mark.Length..];
        if (!TryTake(ref rest, out ReadOnlyMemory<byte> contract) || !TryTake(ref rest, out ReadOnlyMemory<byte> json) || !TryTake(ref rest, out ReadOnlyMemory<byte> document)
            || !TryTake(ref rest, out ReadOnlyMemory<byte> content) || !rest.IsEmpty || contract.Length > EvidenceEntry.MaximumContractLength * LengthOctets
            || !EvidenceJson.TryDeserialize(json.Span, out VerificationEvidence? evidence))
        {
            return false;
        }

        string name = Encoding.UTF8.GetString(contract.Span);
        if (name.Length == 0 || !PlainText.IsPlain(name, EvidenceEntry.MaximumContractLength) || Math.Max(document.Length, content.Length) > EvidenceEntry.MaximumDocumentLength)
        {
            return false;
        }

        entry = new EvidenceEntry(name, evidence, document, content);
        return true;
    }

    private static bool TryTake(ref ReadOnlyMemory<byte> rest, out ReadOnlyMemory<byte> part)
    {
        part = default;
        if (rest.Length < LengthOctets || BinaryPrimitives.ReadInt32BigEndian(rest.Span) is int length && (length < 0 || length > rest.Length - LengthOctets))
        {
            return false;
        }

        int taken = BinaryPrimitives.ReadInt32BigEndian(rest.Span);
        part = rest.Slice(LengthOctets, taken);
        rest = rest[(LengthOctets + taken)..];
        return true;
    }
}
