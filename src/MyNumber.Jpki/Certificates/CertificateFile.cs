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
        while (PemEncoding.TryFind(text, out PemFields fields))
        {
            byte[] der = new byte[fields.DecodedDataLength];
            if (!text[fields.Label].SequenceEqual(Label) || certificates.Count == MostCertificates
                || text[..fields.Location.Start].Contains(Begin, StringComparison.Ordinal)
                || !Convert.TryFromBase64Chars(text[fields.Base64Data], der, out int written) || written != der.Length)
            {
                return null;
            }

            certificates.Add(der);
            text = text[fields.Location.End..];
        }

        return certificates.Count != 0 && !text.Contains(Begin, StringComparison.Ordinal) ? certificates : null;
    }
}
