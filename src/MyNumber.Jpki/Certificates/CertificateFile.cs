using System.Security.Cryptography;
using System.Text;

namespace MyNumber.Jpki.Certificates;

/// <summary>Takes a file apart into DER certificates: one in DER, or one or several in PEM (RFC 7468 §5).</summary>
internal static class CertificateFile
{
    private const int MostBytes = 1024 * 1024;
    private const int MostCertificates = 64;
    private const byte Sequence = 0x30;
    private const string Label = "CERTIFICATE";
    private const string Begin = "-----BEGIN";
    private const string End = "-----END ";
    private const string Dashes = "-----";

    /// <summary>The certificates; <see langword="null"/> when the file is of neither form, holds none, holds something else too, or is too large.</summary>
    public static List<byte[]>? Split(ReadOnlyMemory<byte> contents)
    {
        if (contents.Length is 0 or > MostBytes)
        {
            return null;
        }

        return contents.Span[0] == Sequence ? [contents.ToArray()] : SplitPem(Encoding.Latin1.GetString(contents.Span));
    }

    private static List<byte[]>? SplitPem(ReadOnlySpan<char> text)
    {
        List<byte[]> certificates = [];
        for (int begin = text.IndexOf(Begin, StringComparison.Ordinal); begin >= 0; begin = text.IndexOf(Begin, StringComparison.Ordinal))
        {
            text = text[begin..];
            if (certificates.Count == MostCertificates || Take(ref text) is not { } der)
            {
                return null;
            }

            certificates.Add(der);
        }

        return certificates.Count != 0 ? certificates : null;
    }

    // A block has one beginning and one end; only then is it searched by its labels, since that search begins anew at each beginning.
    private static byte[]? Take(ref ReadOnlySpan<char> text)
    {
        int label = text.IndexOf(End, StringComparison.Ordinal) + End.Length;
        int last = label >= End.Length ? text[label..].IndexOf(Dashes, StringComparison.Ordinal) : -1;
        if (last < 0)
        {
            return null;
        }

        ReadOnlySpan<char> block = text[..(label + last + Dashes.Length)];
        if (block[Begin.Length..].Contains(Begin, StringComparison.Ordinal) || !PemEncoding.TryFind(block, out PemFields fields) || !block[fields.Label].SequenceEqual(Label))
        {
            return null;
        }

        text = text[block.Length..];
        byte[] der = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64Chars(block[fields.Base64Data], der, out int written) && written == der.Length ? der : null;
    }
}
