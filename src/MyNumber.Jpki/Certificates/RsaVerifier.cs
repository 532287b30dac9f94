using System.Security.Cryptography;
using MyNumber.Jpki.Rsa;

namespace MyNumber.Jpki.Certificates;

/// <summary>Checks RSA signatures under one public key, from any thread, with the arithmetic that the caller names.</summary>
internal sealed class RsaVerifier
{
    private readonly PublicKeyFields _key;
    private readonly Lazy<RsaVerificationKey?> _managed;
    private ImportedKeys<RSA>? _imported;

    public RsaVerifier(PublicKeyFields key)
    {
        _key = key;
        _managed = new Lazy<RsaVerificationKey?>(() =>
            RsaVerificationKey.TryCreateWeakKeysOf1024BitsAccepted(key.Modulus.Span, key.Exponent.Span, out RsaVerificationKey? managed) ? managed : null);
    }

    public int SignatureLength => _key.Modulus.Length;

    /// <summary>The key for the managed arithmetic; <see langword="null"/> for one that it does not take.</summary>
    public RsaVerificationKey? Managed => _managed.Value;

    /// <summary>RSASSA-PKCS1-v1_5 with the full encoding compared. Never throws for bad signatures or keys. The key's strength is the caller's to judge.</summary>
    public bool VerifyPkcs1(
        ReadOnlySpan<byte> hash, HashAlgorithmName algorithm, ReadOnlySpan<byte> signature, RsaArithmetic arithmetic = TrustAnchor.DefaultArithmetic) =>
        arithmetic == RsaArithmetic.Managed
            ? Managed is { } managed && managed.VerifyPkcs1WithSha1Accepted(hash, algorithm, signature)
            : VerifyOnPlatform(hash, algorithm, signature);

    private bool VerifyOnPlatform(ReadOnlySpan<byte> hash, HashAlgorithmName algorithm, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength)
        {
            return false;
        }

        ImportedKeys<RSA> keys = LazyInitializer.EnsureInitialized(ref _imported, () => new ImportedKeys<RSA>(Import));
        return keys.Verify(hash, signature, (key, digest, value) => key.VerifyHash(digest, value, algorithm, RSASignaturePadding.Pkcs1));
    }

    private RSA Import()
    {
        RSA key = RSA.Create();
        key.ImportRSAPublicKey(_key.KeyBits.Span, out _);
        return key;
    }
}
