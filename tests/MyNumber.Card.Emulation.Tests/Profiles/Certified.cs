using System.Security.Cryptography;

namespace MyNumber.Card.Emulation.Tests.Profiles;

/// <summary>Reads what the card signed with fixed places of the layout, not with the emulator's own writer.</summary>
internal static class Certified
{
    public static RSA Key(ReadOnlySpan<byte> modulus) =>
        RSA.Create(new RSAParameters { Modulus = modulus.ToArray(), Exponent = [0x01, 0x00, 0x01] });

    /// <summary>The 256-byte modulus of an encoded key: nine bytes stand before it.</summary>
    public static RSA KeyAt(ReadOnlySpan<byte> bytes, int offset)
    {
        Convert.ToHexString(bytes.Slice(offset, 9)).ShouldBe("9003010001" + "91820100");
        return Key(bytes.Slice(offset + 9, 256));
    }

    /// <summary>Checks a 568-byte card-verifiable certificate by hand and gives the key that it certifies.</summary>
    public static RSA Subject(byte[] certificate, string issuerId, string subjectId, ReadOnlySpan<byte> issuerModulus)
    {
        certificate.Length.ShouldBe(568);
        Convert.ToHexString(certificate.AsSpan(0, 10)).ShouldBe("7F21820233" + "5F4E820129");
        Convert.ToHexString(certificate.AsSpan(10, 16)).ShouldBe(issuerId);
        Convert.ToHexString(certificate.AsSpan(26, 16)).ShouldBe(subjectId);
        Convert.ToHexString(certificate.AsSpan(307, 5)).ShouldBe("5F37820100");
        using RSA issuer = Key(issuerModulus);
        issuer.VerifyData(certificate.AsSpan(10, 297), certificate.AsSpan(312, 256), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        return KeyAt(certificate, 42);
    }

    public static bool Verifies(this RSA key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
