using System.Security.Cryptography;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Signatures.Primitives;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Signatures;

/// <summary>Checks signatures under a validated certificate: CMS documents, and bare ones of RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.2), RSASSA-PSS and ECDSA.</summary>
/// <remarks>
/// The whole encoded message is compared, DigestInfo with its NULL included; nothing is recovered and searched, so padding forgeries find no place.
/// Pure and thread safe. No input throws; only a missing argument does.
/// </remarks>
public static class SignatureVerifier
{
    /// <summary>Checks that the document was signed with the certificate's key and not changed since.</summary>
    /// <param name="signer">The validated certificate.</param>
    /// <param name="document">The document; exactly one of its SignerInfos must name <paramref name="signer"/>, and only that one is judged.</param>
    /// <param name="detachedContent">The content of a detached document; <see langword="null"/> for an attached one.</param>
    /// <returns>
    /// <see cref="VerificationReason.None"/> when the signature holds; otherwise <see cref="VerificationReason.SignerNotFound"/>,
    /// <see cref="VerificationReason.DocumentMalformed"/> (content given twice or not at all), <see cref="VerificationReason.AlgorithmNotAccepted"/>,
    /// <see cref="VerificationReason.SigningCertificateMismatch"/>, <see cref="VerificationReason.SignerRepeated"/>,
    /// <see cref="VerificationReason.ContentDigestMismatch"/> or <see cref="VerificationReason.SignatureInvalid"/>.
    /// </returns>
    public static VerificationReason Verify(ValidatedCertificate signer, CmsSignedDocument document, ReadOnlyMemory<byte>? detachedContent = null)
    {
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(document);
        CmsSignerInfo[] named = [.. document.Signers.Where(info => SignerCertificateFinder.Names(info.Fields, signer.Certificate))];
        return named.Length switch
        {
            0 => VerificationReason.SignerNotFound,
            1 => Verify(signer.Path, document, named[0], detachedContent),
            _ => VerificationReason.SignerRepeated,
        };
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

    /// <summary>The same before status is known; the answer may leave this library only beside a good status.</summary>
    internal static VerificationReason VerifyPkcs1(VerifiedPath path, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        return path.Certificate.Key.VerifyPkcs1(hash, HashAlgorithmName.SHA256, signature, path.Issuer.Arithmetic) ? VerificationReason.None : VerificationReason.SignatureInvalid;
    }

    /// <summary>Checks a bare RSASSA-PSS signature (RFC 8017 §8.1.2): MGF1 by the same hash, salt exactly as long as the hash. This library's own arithmetic computes it.</summary>
    /// <param name="signer">The validated certificate; its key must be RSA.</param>
    /// <param name="data">What was signed; it is hashed here.</param>
    /// <param name="hash">SHA-256, SHA-384 or SHA-512.</param>
    /// <param name="signature">The signature, as long as the key's modulus.</param>
    /// <returns><see cref="VerificationReason.None"/>, <see cref="VerificationReason.AlgorithmNotAccepted"/> for a key of another kind, or <see cref="VerificationReason.SignatureInvalid"/>.</returns>
    /// <exception cref="ArgumentException">Another hash.</exception>
    public static VerificationReason VerifyPss(ValidatedCertificate signer, ReadOnlySpan<byte> data, HashAlgorithmName hash, ReadOnlyMemory<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return VerifyBare(signer.Path, data, new SignatureMethod(DigestAlgorithm.Of(hash, nameof(hash)), SignatureKind.Pss), signature);
    }

    /// <summary>Checks a bare ECDSA signature over data, as the next card is expected to make it: P-384 with SHA-384, P-256 with SHA-256 (FIPS 186-4 §6.4).</summary>
    /// <param name="signer">The validated certificate.</param>
    /// <param name="data">What was signed.</param>
    /// <param name="signature">Ecdsa-Sig-Value (RFC 3279 §2.2.3), strict DER: of all encodings of two numbers one is accepted.</param>
    /// <returns><see cref="VerificationReason.None"/>, <see cref="VerificationReason.AlgorithmNotAccepted"/> for a key of another kind, or <see cref="VerificationReason.SignatureInvalid"/>.</returns>
    public static VerificationReason VerifyEcdsa(ValidatedCertificate signer, ReadOnlySpan<byte> data, ReadOnlyMemory<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return VerifyEcdsa(signer.Path, data, signature);
    }

    /// <summary>Checks a login before status is known, by the one scheme that the key calls for: RSASSA-PKCS1-v1_5 with SHA-256, or ECDSA with the curve's hash.</summary>
    internal static VerificationReason VerifyByKey(VerifiedPath path, ReadOnlySpan<byte> data, ReadOnlyMemory<byte> signature) =>
        path.Certificate.PublicKeyAlgorithm == Oids.RsaEncryption ? VerifyPkcs1(path, data, signature.Span) : VerifyEcdsa(path, data, signature);

    private static VerificationReason VerifyEcdsa(VerifiedPath path, ReadOnlySpan<byte> data, ReadOnlyMemory<byte> signature)
    {
        HashAlgorithmName hash = path.Certificate.Fields.PublicKey.Curve == EcCurve.P384 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256;
        return VerifyBare(path, data, new SignatureMethod(DigestAlgorithm.Of(hash, nameof(hash)), SignatureKind.Ecdsa), signature);
    }

    /// <summary>Checks a signature of PKCS#1 v1.5 padding around bare bytes, without a DigestInfo, as some apps let the card sign a hash (DigestInfo なし). The signature does not
    /// say what the bytes are or which hash made them: only a protocol that fixes both may use this, and no answer of the other methods is ever the same.</summary>
    /// <param name="signer">The validated certificate; its key must be RSA.</param>
    /// <param name="block">The bytes inside the padding that the protocol makes the verifier compute itself, usually a SHA-256; 20, 32, 48 or 64 bytes as hashes have, so that it is no DigestInfo.</param>
    /// <param name="signature">The signature, as long as the key's modulus.</param>
    /// <returns><see cref="VerificationReason.None"/>, <see cref="VerificationReason.AlgorithmNotAccepted"/> for a key of another kind or a block of another length, or
    /// <see cref="VerificationReason.SignatureInvalid"/>.</returns>
    public static VerificationReason VerifyPkcs1WithoutDigestInfoWhereTheProtocolFixesTheHash(ValidatedCertificate signer, ReadOnlySpan<byte> block, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(signer);
        if (signer.Certificate.PublicKeyAlgorithm != Oids.RsaEncryption || block.Length is not (20 or 32 or 48 or 64))
        {
            return VerificationReason.AlgorithmNotAccepted;
        }

        return signer.Certificate.RsaKey?.VerifyPkcs1WithoutDigestInfo(block, signature) == true ? VerificationReason.None : VerificationReason.SignatureInvalid;
    }

    /// <summary>The same before status is known; the answer may leave this library only beside a good status.</summary>
    internal static VerificationReason Verify(VerifiedPath path, CmsSignedDocument document, CmsSignerInfo signer, ReadOnlyMemory<byte>? detachedContent) =>
        Verify(path.Certificate, path.Issuer.Arithmetic, document, signer, detachedContent);

    /// <summary>The same under a certificate of which nothing is known; only for telling reasons, never for a yes.</summary>
    internal static VerificationReason Verify(
        JpkiCertificate certificate, RsaArithmetic arithmetic, CmsSignedDocument document, CmsSignerInfo signer, ReadOnlyMemory<byte>? detachedContent)
    {
        if (!SignerCertificateFinder.Names(signer.Fields, certificate))
        {
            return VerificationReason.SignerNotFound;
        }

        if (document.Content.HasValue == detachedContent.HasValue)
        {
            return VerificationReason.DocumentMalformed;
        }

        VerificationReason reason = CmsSignatureCheck.CheckSigningCertificate(
            signer.Fields, certificate.RawData.Span, certificate.IssuerName.Span, certificate.SerialNumber.Span);
        return reason == VerificationReason.None
            ? CmsSignatureCheck.Verify(signer.Fields, document.Content ?? detachedContent!.Value, certificate.Key, arithmetic)
            : reason;
    }

    private static VerificationReason VerifyBare(VerifiedPath path, ReadOnlySpan<byte> data, SignatureMethod method, ReadOnlyMemory<byte> signature)
    {
        JpkiCertificate certificate = path.Certificate;
        if (method.KeyAlgorithm != certificate.PublicKeyAlgorithm)
        {
            return VerificationReason.AlgorithmNotAccepted;
        }

        Span<byte> digest = stackalloc byte[SignatureScheme.LongestHash];
        digest = digest[..CryptographicOperations.HashData(method.Digest.Name, data, digest)];
        return method.Holds(certificate.Key, digest, signature, path.Issuer.Arithmetic)
            ? VerificationReason.None
            : VerificationReason.SignatureInvalid;
    }
}
