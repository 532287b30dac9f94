using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace MyNumber.Jpki.Rsa;

/// <summary>A public RSA key (公開鍵) that verifies signatures (署名検証) with this library's own arithmetic, without the platform's import.</summary>
/// <remarks>
/// <para>Immutable and thread safe; holds public numbers only, so its time may depend on them and nothing is erased. A key verifies faster from its second signature on.</para>
/// <para>Work is bounded: at most 127 modular multiplications for an exponent of 64 bits, 18 for 65537, and at most five more at the key's first use.
/// Nothing here throws for what a key, digest or signature holds: an answer is no.</para>
/// </remarks>
public sealed class RsaVerificationKey
{
    /// <summary>The shortest modulus that <see cref="TryCreate"/> takes, in bits: NIST SP 800-131A allows no shorter one for new signatures.</summary>
    public const int ShortestModulus = 2048;

    /// <summary>The longest modulus, in bits: a ceiling of this library.</summary>
    public const int LongestModulus = RsaPublicOperation.LongestModulus;

    private readonly RsaPublicOperation _operation;

    internal RsaVerificationKey(RsaPublicOperation operation) => _operation = operation;

    /// <summary>The modulus' length in bits.</summary>
    public int KeySize => _operation.ModulusBits;

    /// <summary>Bytes of every signature under this key (RFC 8017 §8.2.2 step 1).</summary>
    public int SignatureLength => _operation.Length;

    /// <summary>Checks and takes a key of 2048 to 8192 bits.</summary>
    /// <param name="modulus">n, big-endian without leading zero bytes; odd. Copied.</param>
    /// <param name="exponent">e, big-endian without leading zero bytes; odd, 3 or more, at most 64 bits.</param>
    /// <param name="key">The key, or <see langword="null"/>.</param>
    /// <returns>Whether the key is one that can be used.</returns>
    public static bool TryCreate(ReadOnlySpan<byte> modulus, ReadOnlySpan<byte> exponent, [NotNullWhen(true)] out RsaVerificationKey? key)
    {
        key = TryCreateWeakKeysOf1024BitsAccepted(modulus, exponent, out RsaVerificationKey? any) && any.KeySize >= ShortestModulus ? any : null;
        return key is not null;
    }

    /// <summary>The same for 1024 to 8192 bits, for old test vectors only: moduli under 2048 bits are within reach of an attacker.</summary>
    /// <param name="modulus">n, as for <see cref="TryCreate"/>.</param>
    /// <param name="exponent">e, as for <see cref="TryCreate"/>.</param>
    /// <param name="key">The key, or <see langword="null"/>.</param>
    /// <returns>Whether the key is one that can be used.</returns>
    public static bool TryCreateWeakKeysOf1024BitsAccepted(ReadOnlySpan<byte> modulus, ReadOnlySpan<byte> exponent, [NotNullWhen(true)] out RsaVerificationKey? key)
    {
        key = RsaPublicOperation.Create(modulus, exponent, RsaRoads.Best) is { } operation ? new RsaVerificationKey(operation) : null;
        return key is not null;
    }

    /// <summary>RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2): the one encoding of DigestInfo, NULL included, is built and compared whole; nothing is recovered and searched.</summary>
    /// <param name="digest">The digest of what was signed.</param>
    /// <param name="algorithm">SHA-256, SHA-384 or SHA-512; a signature over another digest does not hold.</param>
    /// <param name="signature">The signature, <see cref="SignatureLength"/> bytes.</param>
    /// <returns>Whether the signature holds.</returns>
    public bool VerifyPkcs1(ReadOnlySpan<byte> digest, HashAlgorithmName algorithm, ReadOnlySpan<byte> signature) =>
        algorithm != HashAlgorithmName.SHA1 && VerifyPkcs1WithSha1Accepted(digest, algorithm, signature);

    /// <summary>The PKCS#1 v1.5 padding around bare bytes, without a DigestInfo, as a card's raw signing command makes it. The signature does not say what its bytes are:
    /// use it only where a protocol fixes that.</summary>
    /// <param name="content">The bytes inside the padding, at most <see cref="SignatureLength"/> − 11.</param>
    /// <param name="signature">The signature, <see cref="SignatureLength"/> bytes.</param>
    /// <returns>Whether the signature holds.</returns>
    public bool VerifyPkcs1WithoutDigestInfo(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) => Holds([], content, signature);

    /// <summary>RSASSA-PSS (RFC 8017 §8.1.2) with MGF1 over the same hash.</summary>
    /// <param name="digest">The digest of what was signed.</param>
    /// <param name="algorithm">SHA-256, SHA-384 or SHA-512; a signature over another digest does not hold.</param>
    /// <param name="saltLength">The salt's length in bytes, usually the digest's; the encoding must have exactly it.</param>
    /// <param name="signature">The signature, <see cref="SignatureLength"/> bytes.</param>
    /// <returns>Whether the signature holds.</returns>
    public bool VerifyPss(ReadOnlySpan<byte> digest, HashAlgorithmName algorithm, int saltLength, ReadOnlySpan<byte> signature)
    {
        Span<byte> encoded = stackalloc byte[SignatureLength];
        return algorithm != HashAlgorithmName.SHA1
            && !DigestInfoPrefix.Find(algorithm, digest.Length).IsEmpty
            && _operation.TryApply(signature, encoded)
            && PssEncoding.Verify(encoded, KeySize - 1, digest, algorithm, saltLength);
    }

    internal bool VerifyPkcs1WithSha1Accepted(ReadOnlySpan<byte> digest, HashAlgorithmName algorithm, ReadOnlySpan<byte> signature)
    {
        ReadOnlySpan<byte> prefix = DigestInfoPrefix.Find(algorithm, digest.Length);
        return !prefix.IsEmpty && Holds(prefix, digest, signature);
    }

    // EMSA-PKCS1-v1_5 (RFC 8017 §9.2): 00 01 FF…FF 00 T, with at least eight FF.
    private bool Holds(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        int length = SignatureLength, padding = length - prefix.Length - content.Length - 3;
        Span<byte> encoded = stackalloc byte[length];
        if (padding < 8 || !_operation.TryApply(signature, encoded))
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[length];
        expected[..2].Clear();
        expected[1] = 1;
        expected.Slice(2, padding).Fill(0xFF);
        expected[padding + 2] = 0;
        prefix.CopyTo(expected[(padding + 3)..]);
        content.CopyTo(expected[^content.Length..]);
        return encoded.SequenceEqual(expected);
    }
}
