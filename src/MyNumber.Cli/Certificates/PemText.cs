using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace MyNumber.Cli.Certificates;

/// <summary>DER out of a file that may be PEM (RFC 7468): such a file is blocks and white space alone, so that nothing in it is passed over.</summary>
internal static class PemText
{
    /// <summary>The longest file that is taken for PEM.</summary>
    public const int MostBytes = 16 << 20;

    private const byte Sequence = 0x30;

    private static ReadOnlySpan<byte> Begin => "-----BEGIN "u8;

    private static ReadOnlySpan<byte> End => "-----END "u8;

    private static ReadOnlySpan<byte> Dashes => "-----"u8;

    /// <summary>Whether the bytes are a PDF file, whatever stands in it.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);

    /// <summary>The bytes from the first that is neither a byte order mark at the beginning nor white space.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> content) => TrimSpace(content.StartsWith("\uFEFF"u8) ? content["\uFEFF"u8.Length..] : content);

    /// <summary>Whether the bytes begin as PEM does.</summary>
    public static bool Begins(ReadOnlySpan<byte> content) => Trim(content).StartsWith(Begin);

    /// <summary>The bytes of the only block, or the file as it is when it is not exactly one.</summary>
    public static ReadOnlyMemory<byte> Decode(byte[] content) => Blocks(content) is [{ } block] ? block : content;

    /// <summary>The bytes of the first block of a file that is blocks alone, or the file as it is.</summary>
    public static ReadOnlyMemory<byte> DecodeFirst(byte[] content) => Blocks(content) is [{ } block, ..] ? block : content;

    /// <summary>All blocks in order; none when the file holds anything else, a block is damaged or of no SEQUENCE, or the file is too long.</summary>
    public static IReadOnlyList<byte[]> Blocks(ReadOnlySpan<byte> content)
    {
        List<byte[]> blocks = [];
        ReadOnlySpan<byte> rest = content.Length <= MostBytes ? Trim(content) : default;
        while (!rest.IsEmpty)
        {
            if (Take(ref rest) is not [Sequence, ..] block)
            {
                return [];
            }

            blocks.Add(block);
        }

        return blocks;
    }

    private static ReadOnlySpan<byte> TrimSpace(ReadOnlySpan<byte> content) => content.TrimStart(" \r\n\t"u8);

    // A block has one beginning and one end; only then is it searched by its labels, since that search begins anew at each beginning.
    private static byte[]? Take(ref ReadOnlySpan<byte> rest)
    {
        int label = rest.StartsWith(Begin) ? rest.IndexOf(End) + End.Length : 0;
        int last = label > End.Length ? rest[label..].IndexOf(Dashes) : -1;
        if (last < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> block = rest[..(label + last + Dashes.Length)];
        if (block[Begin.Length..].IndexOf(Begin) >= 0 || !PemEncoding.TryFindUtf8(block, out PemFields fields) || !fields.Location.Equals(Range.EndAt(block.Length)))
        {
            return null;
        }

        byte[] der = new byte[fields.DecodedDataLength];
        OperationStatus status = Base64.DecodeFromUtf8(block[fields.Base64Data], der, out _, out int written);
        rest = TrimSpace(rest[block.Length..]);
        return status == OperationStatus.Done && written == der.Length ? der : null;
    }
}
