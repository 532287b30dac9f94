using System.Security.Cryptography;

namespace MyNumber.Testing.Linkage;

/// <summary>Fresh keys and keys out of bytes.</summary>
internal static class LabSecret
{
    public const int Length = 32;

    public static byte[] Fresh() => RandomNumberGenerator.GetBytes(Length);

    public static byte[] FreshSigning()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    public static ECDsa Signing(ReadOnlySpan<byte> pkcs8)
    {
        ECDsa key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return key;
    }

    public static ECDiffieHellman Agreeing(ReadOnlySpan<byte> pkcs8)
    {
        ECDiffieHellman key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return key;
    }

    public static byte[] PublicOf(ReadOnlySpan<byte> pkcs8)
    {
        using ECDsa key = Signing(pkcs8);
        return key.ExportSubjectPublicKeyInfo();
    }
}
