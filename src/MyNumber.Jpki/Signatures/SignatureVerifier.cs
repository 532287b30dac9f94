using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Signatures.Primitives;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Signatures;

/// <summary>Checks signatures under a validated certificate: CMS documents and bare RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2).</summary>
/// <remarks>
/// The whole encoded message is compared, DigestInfo with its NULL included; nothing is recovered and searched, so padding forgeries find no place.
/// Pure and thread safe. No input throws; only a missing argument does.
/// </remarks>
public static class SignatureVerifier
{
    private const int LargestDigest = 64;
    private const int AttributesOnStack = 1024;

    /// <summary>Checks that the document was signed with the certificate's key and not changed since.</summary>
    /// <param name="signer">The validated certificate.</param>
    /// <param name="document">The document; its SignerInfo must name <paramref name="signer"/>.</param>
    /// <param name="detachedContent">The content of a detached document; <see langword="null"/> for an attached one.</param>
    /// <returns>
    /// <see cref="VerificationReason.None"/> when the signature holds; otherwise <see cref="VerificationReason.SignerNotFound"/>,
    /// <see cref="VerificationReason.DocumentMalformed"/> (content given twice or not at all), <see cref="VerificationReason.AlgorithmNotAccepted"/>,
    /// <see cref="VerificationReason.ContentDigestMismatch"/> or <see cref="VerificationReason.SignatureInvalid"/>.
    /// </returns>
    public static VerificationReason Verify(ValidatedCertificate signer, CmsSignedDocument document, ReadOnlyMemory<byte>? detachedContent = null)
    {
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(document);
        return Verify(signer.Path, document, detachedContent);
    }

    /// <summary>Checks a bare signature with DigestInfo over data, as the card makes it.</summary>
    /// <param name="signer">The validated certificate.</param>
    /// <param name="data">What was signed; it is hashed with SHA-256.</param>
    /// <param name="signature">The signature, as long as the key's modulus.</param>
    /// <returns><see cref="VerificationReason.None"/> or <see cref="VerificationReason.SignatureInvalid"/>.</returns>
    public static VerificationReason VerifyPkcs1(ValidatedCertificate signer, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return VerifyPkcs1(signer.Path, data, signature);
    }

    /// <summary>Checks a bare ECDSA signature over data, as the next card is expected to make it: P-384 with SHA-384, P-256 with SHA-256 (FIPS 186-4 §6.4).</summary>
    /// <param name="signer">The validated certificate.</param>
    /// <param name="data">What was signed.</param>
    /// <param name="signature">Ecdsa-Sig-Value (RFC 3279 §2.2.3), strict DER: of all encodings of two numbers one is accepted.</param>
    /// <returns><see cref="VerificationReason.None"/> or <see cref="VerificationReason.SignatureInvalid"/>.</returns>
    public static VerificationReason VerifyEcdsa(ValidatedCertificate signer, ReadOnlySpan<byte> data, ReadOnlyMemory<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return VerifyEcdsa(signer.Path, data, signature);
    }

    /// <summary>The same before status is known; the answer may leave this library only beside a good status.</summary>
    internal static VerificationReason VerifyEcdsa(VerifiedPath path, ReadOnlySpan<byte> data, ReadOnlyMemory<byte> signature)
    {
        JpkiCertificate certificate = path.Certificate;
        SignatureScheme scheme = SignatureScheme.Find(certificate.Fields.PublicKey.Curve == EcCurve.P384 ? Oids.EcdsaWithSha384 : Oids.EcdsaWithSha256)!;
        return certificate.Key.Verify(data, scheme, signature, path.Issuer.Arithmetic) ? VerificationReason.None : VerificationReason.SignatureInvalid;
    }

    /// <summary>The same before status is known; the answer may leave this library only beside a good status.</summary>
    internal static VerificationReason VerifyPkcs1(VerifiedPath path, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        return path.Certificate.Verifier.VerifyPkcs1(hash, HashAlgorithmName.SHA256, signature, path.Issuer.Arithmetic) ? VerificationReason.None : VerificationReason.SignatureInvalid;
    }

    /// <summary>The same before status is known; the answer may leave this library only beside a good status.</summary>
    internal static VerificationReason Verify(VerifiedPath path, CmsSignedDocument document, ReadOnlyMemory<byte>? detachedContent)
    {
        if (!SignerCertificateFinder.Names(document.Signer, path.Certificate))
        {
            return VerificationReason.SignerNotFound;
        }

        if (document.Content.HasValue == detachedContent.HasValue)
        {
            return VerificationReason.DocumentMalformed;
        }

        return SignatureAlgorithms.TryFind(document.Signer.DigestAlgorithm, document.Signer.SignatureAlgorithm, out SignatureAlgorithms.Row? algorithm)
            ? Verify(path, document.Signer, document.Content ?? detachedContent!.Value, algorithm)
            : VerificationReason.AlgorithmNotAccepted;
    }

    private static VerificationReason Verify(VerifiedPath path, SignerFields signer, ReadOnlyMemory<byte> content, SignatureAlgorithms.Row algorithm)
    {
        if (signer.Attributes is null && SignedAttributes.Resembles(content.Span))
        {
            return VerificationReason.DocumentMalformed;
        }

        Span<byte> digest = stackalloc byte[LargestDigest];
        digest = digest[..algorithm.Size];
        CryptographicOperations.HashData(algorithm.Name, content.Span, digest);
        if (signer.Attributes is { } attributes)
        {
            if (!digest.SequenceEqual(attributes.MessageDigest.Span))
            {
                return VerificationReason.ContentDigestMismatch;
            }

            HashAsSet(attributes.Encoded.Span, algorithm.Name, digest);
        }

        return path.Certificate.Verifier.VerifyPkcs1(digest, algorithm.Name, signer.Signature.Span, path.Issuer.Arithmetic) ? VerificationReason.None : VerificationReason.SignatureInvalid;
    }

    // RFC 5652 §5.4: the digest is over the attributes with the tag of SET OF in place of [0].
    private static void HashAsSet(ReadOnlySpan<byte> attributes, HashAlgorithmName algorithm, Span<byte> digest)
    {
        Span<byte> copy = attributes.Length <= AttributesOnStack ? stackalloc byte[AttributesOnStack] : new byte[attributes.Length];
        copy = copy[..attributes.Length];
        attributes.CopyTo(copy);
        copy[0] = 0x31;
        CryptographicOperations.HashData(algorithm, copy, digest);
    }
}
