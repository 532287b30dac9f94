using System.Security.Cryptography;

namespace MyNumber.Linkage.Merkle;

/// <summary>ECDSA on P-256 with SHA-256, r and s in 32 bytes each.</summary>
internal static class HeadSignature
{
    public const int Length = 64;

    private const int KeyBits = 256;
    private const string CurveOid = "1.2.840.10045.3.1.7";

    public static byte[] Sign(ECDsa key, ReadOnlySpan<byte> body) =>
        key.SignData(body, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public static bool Verify(ECDsa key, ReadOnlySpan<byte> body, ReadOnlySpan<byte> signature) =>
        signature.Length == Length && IsOnCurve(key)
        && key.VerifyData(body, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public static void RequireCurve(ECDsa key)
    {
        if (!IsOnCurve(key))
        {
            throw new ArgumentException("Heads are signed on P-256.", nameof(key));
        }
    }

    private static bool IsOnCurve(ECDsa key) => key.KeySize == KeyBits && key.ExportParameters(false).Curve.Oid.Value == CurveOid;
}
