using System.Security.Cryptography;
using static MyNumber.Jpki.Certificates.CertificatePurpose;

namespace MyNumber.Jpki.Authority.Misissues;

/// <summary>Holders' keys that are no card's. Only public halves are made; nobody has the private ones.</summary>
internal static class KeyRows
{
    private const int ShortModulus = 128;

    public static IReadOnlyList<Misissue> All { get; } =
    [
        new("key-of-1024-bits", UserAuthentication, true) { Contents = (_, contents) => contents with { PublicKey = Rsa(contents.PublicKey, key => key with { Modulus = Shortened(key.Modulus!) }) } },
        new("exponent-three", UserAuthentication, true) { Contents = (_, contents) => contents with { PublicKey = Rsa(contents.PublicKey, key => key with { Exponent = [3] }) } },
        new("key-on-p256", UserAuthentication, true) { Contents = (_, contents) => contents with { PublicKey = BasePoint() } },
    ];

    private static byte[] Rsa(ReadOnlyMemory<byte> usual, Func<RSAParameters, RSAParameters> change)
    {
        using RSA key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(usual.Span, out _);
        RSAParameters changed = change(key.ExportParameters(false));
        using RSA other = RSA.Create(changed);
        return other.ExportSubjectPublicKeyInfo();
    }

    private static byte[] Shortened(byte[] modulus)
    {
        byte[] shorter = modulus[..ShortModulus];
        shorter[0] |= 0x80;
        shorter[^1] |= 1;
        return shorter;
    }

    /// <summary>The base point of P-256 (FIPS 186-4 D.1.2.3) as a public key.</summary>
    private static byte[] BasePoint() => Convert.FromHexString(
        "3059301306072A8648CE3D020106082A8648CE3D03010703420004"
        + "6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C2964FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5");
}
