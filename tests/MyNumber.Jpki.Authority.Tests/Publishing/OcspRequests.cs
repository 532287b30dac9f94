using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

/// <summary>Requests put together from the documented 71 bytes (research example of a lab CertID), not with the code under test.</summary>
internal static class OcspRequests
{
    internal static byte[] For(AuthorityGeneration issuer, IssuedCertificate certificate) =>
        For(SHA1.HashData(issuer.Naming.Name.Encoded.Span), issuer.KeyIdentifier.ToArray(), certificate.Identity.SerialNumber.ToArray());

    internal static byte[] For(byte[] nameHash, byte[] keyHash, byte[] serial) => Wrap(0x30, Wrap(0x30, Wrap(0x30, Single(nameHash, keyHash, serial))));

    internal static byte[] Many(params IEnumerable<IssuedCertificate> certificates) =>
        Wrap(0x30, Wrap(0x30, Wrap(0x30, [.. certificates.SelectMany(Single)])));

    /// <summary>One request with a nonce of the given length in the two nested OCTET STRINGs.</summary>
    internal static byte[] WithNonce(IssuedCertificate certificate, int length) =>
        WithExtension(certificate, "06092B0601050507300102", Wrap(0x04, Wrap(0x04, Enumerable.Repeat((byte)0xA7, length).ToArray())));

    internal static byte[] WithExtension(IssuedCertificate certificate, string oid, byte[] rest)
    {
        byte[] extensions = Wrap(0xA2, Wrap(0x30, Wrap(0x30, [.. Convert.FromHexString(oid), .. rest])));
        return Wrap(0x30, Wrap(0x30, [.. Wrap(0x30, Single(certificate)), .. extensions]));
    }

    internal static byte[] Wrap(byte tag, byte[] content) => content.Length switch
    {
        < 0x80 => [tag, (byte)content.Length, .. content],
        < 0x100 => [tag, 0x81, (byte)content.Length, .. content],
        _ => [tag, 0x82, (byte)(content.Length >> 8), (byte)(content.Length & 0xFF), .. content],
    };

    private static byte[] Single(IssuedCertificate certificate) => Single(
        SHA1.HashData(certificate.Identity.IssuerName.Span), certificate.Identity.IssuerKeyIdentifier.ToArray(), certificate.Identity.SerialNumber.ToArray());

    private static byte[] Single(byte[] nameHash, byte[] keyHash, byte[] serial) => Wrap(
        0x30, Wrap(0x30, [.. Convert.FromHexString("300906052B0E03021A0500"), .. Wrap(0x04, nameHash), .. Wrap(0x04, keyHash), .. Wrap(0x02, serial)]));
}
