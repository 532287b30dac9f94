using System.Security.Cryptography;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Signatures.Primitives;

namespace MyNumber.Jpki.Signatures;

/// <summary>Checks one SignerInfo over a content under a key (RFC 5652 §5.4 and §5.6), whoever's it is.</summary>
internal static class CmsSignatureCheck
{
    private const int AttributesOnStack = 1024;

    public static VerificationReason Verify(SignerFields signer, ReadOnlyMemory<byte> content, KeyVerifier key, RsaArithmetic arithmetic = TrustAnchor.DefaultArithmetic)
    {
        if (SignatureMethod.Find(signer.DigestAlgorithm, signer.SignatureAlgorithm) is not { } method || method.KeyAlgorithm != key.Algorithm)
        {
            return VerificationReason.AlgorithmNotAccepted;
        }

        if (signer.Attributes?.Protection is { } named && !(named.Digest.IsSameAs(signer.DigestAlgorithm) && named.Signature.IsSameAs(signer.SignatureAlgorithm)))
        {
            return VerificationReason.AlgorithmNotAccepted; // RFC 6211 §2: the algorithms were changed after signing
        }

        if (signer.Attributes is null && SignedAttributes.Resembles(content.Span))
        {
            return VerificationReason.DocumentMalformed;
        }

        Span<byte> digest = stackalloc byte[SignatureScheme.LongestHash];
        digest = digest[..method.Digest.Size];
        CryptographicOperations.HashData(method.Digest.Name, content.Span, digest);
        if (signer.Attributes is { } attributes)
        {
            if (!digest.SequenceEqual(attributes.MessageDigest.Span))
            {
                return VerificationReason.ContentDigestMismatch;
            }

            HashAsSet(attributes.Encoded.Span, method.Digest.Name, digest);
        }

        return method.Holds(key, digest, signer.Signature, arithmetic) ? VerificationReason.None : VerificationReason.SignatureInvalid;
    }

    /// <summary>What signing-certificate and signing-certificate-v2 say of the certificate; <see cref="VerificationReason.None"/> when they say nothing.</summary>
    public static VerificationReason CheckSigningCertificate(SignerFields signer, ReadOnlySpan<byte> certificate, ReadOnlySpan<byte> issuer, ReadOnlySpan<byte> serial)
    {
        foreach (EssCertificateId id in signer.Attributes?.SigningCertificates ?? [])
        {
            bool? names = id.Names(certificate, issuer, serial);
            if (names != true)
            {
                return names is null ? VerificationReason.AlgorithmNotAccepted : VerificationReason.SigningCertificateMismatch;
            }
        }

        return VerificationReason.None;
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
