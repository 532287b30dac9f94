using System.Formats.Asn1;
using static MyNumber.Jpki.Certificates.CertificatePurpose;

namespace MyNumber.Jpki.Authority.Misissues;

/// <summary>Serials and encodings that DER or RFC 5280 §4.1 forbid.</summary>
internal static class EncodingRows
{
    private const int TooLongSerial = 21;

    public static IReadOnlyList<Misissue> All { get; } =
    [
        new("serial-zero", UserAuthentication, true) { Contents = (_, contents) => contents with { SerialContents = new byte[] { 0 } } },
        new("serial-negative", UserAuthentication, true) { Contents = (_, contents) => contents with { SerialContents = new byte[] { 0x84, 0, 0, 1 } } },
        new("serial-of-21-octets", UserAuthentication, true) { Contents = (_, contents) => contents with { SerialContents = LongSerial() } },
        new("indefinite-length", UserAuthentication, true) { Contents = (_, contents) => contents with { Spoil = Indefinite } },
        new("octet-behind", UserAuthentication, true) { Contents = (_, contents) => contents with { Spoil = encoded => [.. encoded, 0] } },
        new("cut-short", UserAuthentication, true) { Contents = (_, contents) => contents with { Spoil = encoded => encoded[..^1] } },
        new("true-not-ff", UserAuthentication, true) { Contents = (_, contents) => contents with { Rewrite = tbs => Changes.Swap(tbs, [1, 1, 0xFF], [1, 1, 1]) } },
        new("algorithms-differ", UserAuthentication, true) { Contents = (_, contents) => contents with { Rewrite = InnerSha1 } },
    ];

    private static byte[] LongSerial()
    {
        byte[] serial = new byte[TooLongSerial];
        serial[0] = 4;
        return serial;
    }

    /// <summary>The outermost SEQUENCE with an indefinite length, which BER allows and DER does not.</summary>
    private static byte[] Indefinite(byte[] encoded)
    {
        AsnDecoder.ReadSequence(encoded, AsnEncodingRules.DER, out int offset, out int length, out _);
        return [0x30, 0x80, .. encoded.AsSpan(offset, length), 0, 0];
    }

    /// <summary>sha1WithRSAEncryption inside, sha256WithRSAEncryption outside.</summary>
    private static byte[] InnerSha1(byte[] tbs) =>
        Changes.Swap(tbs, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 0x0B], [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 5]);
}
