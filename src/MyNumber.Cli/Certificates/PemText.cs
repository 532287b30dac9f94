using System.Security.Cryptography;
using System.Text;

namespace MyNumber.Cli.Certificates;

/// <summary>DER out of a file that may be PEM (RFC 7468).</summary>
internal static class PemText
{
    private static ReadOnlySpan<byte> Begin => "-----BEGIN "u8;

    /// <summary>Whether the bytes are a PDF file, whatever stands in it.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> content) => content.StartsWith("%PDF-"u8);

    /// <summary>Whether the bytes are text with an encapsulation boundary.</summary>
    public static bool IsPem(ReadOnlySpan<byte> content) => !IsPdf(content) && content.IndexOf(Begin) is >= 0 && content.TrimStart(" \r\n\t\xEF\xBB\xBF"u8) is [not (0x30 or (byte)'<'), ..];

    /// <summary>The first block's bytes, or the file as it is when it is no PEM.</summary>
    public static ReadOnlyMemory<byte> Decode(byte[] content) => Blocks(content).FirstOrDefault() is { } block ? block : content;

    /// <summary>All blocks in order; none when the file is no PEM, or a block is damaged.</summary>
    public static IReadOnlyList<byte[]> Blocks(byte[] content)
    {
        List<byte[]> blocks = [];
        if (!IsPem(content))
        {
            return blocks;
        }

        ReadOnlySpan<char> text = Encoding.Latin1.GetString(content);
        while (PemEncoding.TryFind(text, out PemFields fields))
        {
            byte[] der = new byte[fields.DecodedDataLength];
            if (!Convert.TryFromBase64Chars(text[fields.Base64Data], der, out int written) || written != der.Length)
            {
                return [];
            }

            blocks.Add(der);
            text = text[fields.Location.End..];
        }

        return blocks;
    }
}
