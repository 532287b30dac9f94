using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Rsa;
using MyNumber.Jpki.Signatures.Primitives;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>Decides who signed a response and whether it may: the issuer itself, or a certificate that the issuer's same key delegated directly (RFC 6960 §4.2.2.2).</summary>
internal static class OcspSigner
{
    public static VerificationReason Check(OcspResponse response, JpkiCertificate issuer, OcspOptions options, DateTimeOffset now)
    {
        VerificationReason reason = VerificationReason.StatusSignerNotAuthorised;
        if (IsNamed(response, issuer))
        {
            reason = HasSigned(response, issuer, issuer.Arithmetic, options) ? VerificationReason.None : VerificationReason.StatusSignatureInvalid;
        }

        for (int i = 0; i < response.Certificates.Count && reason != VerificationReason.None; i++)
        {
            if (JpkiCertificate.TryParse(response.Certificates[i].Span, out JpkiCertificate? candidate, out _)
                && IsNamed(response, candidate)
                && IsDelegated(candidate, issuer, options, now))
            {
                reason = HasSigned(response, candidate, issuer.Arithmetic, options) ? VerificationReason.None : VerificationReason.StatusSignatureInvalid;
            }
        }

        return reason;
    }

    private static bool IsNamed(OcspResponse response, JpkiCertificate certificate) =>
        response.ResponderKeyHash.IsEmpty
            ? response.ResponderName.Span.SequenceEqual(certificate.SubjectName.Span)
            : response.ResponderKeyHash.Span.SequenceEqual(SHA1.HashData(certificate.Fields.PublicKey.KeyBits.Span));

    private static bool IsDelegated(JpkiCertificate candidate, JpkiCertificate issuer, OcspOptions options, DateTimeOffset now)
    {
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)); // RFC 5280 §4.1.2.5: the last second is inside
        return candidate.IssuerName.Span.SequenceEqual(issuer.SubjectName.Span)
            && candidate.ExtendedKeyUsages.Contains(Oids.OcspSigning)
            && candidate.Holder is null // no holder's certificate speaks of status, whatever purposes it names
            && (candidate.KeyUsage is not { } usage || (usage & X509KeyUsageFlags.DigitalSignature) != 0)
            && candidate.UnrecognisedCriticalExtensions.Count == 0
            && now >= candidate.NotBefore
            && now <= candidate.NotAfter
            && (candidate.Fields.Extensions.IsOcspNoCheck || candidate.NotAfter - candidate.NotBefore <= options.MaximumResponderLifetimeWithoutNoCheck)
            && HoldsUnder(issuer, issuer.Arithmetic, candidate.Fields.ToBeSigned.Span, candidate.SignatureAlgorithm, candidate.Fields.Signature, options);
    }

    private static bool HasSigned(OcspResponse response, JpkiCertificate signer, RsaArithmetic arithmetic, OcspOptions options) =>
        HoldsUnder(signer, arithmetic, response.ToBeSigned.Span, response.SignatureAlgorithm, response.Signature, options);

    private static bool HoldsUnder(
        JpkiCertificate signer, RsaArithmetic arithmetic, ReadOnlySpan<byte> toBeSigned, string algorithm, ReadOnlyMemory<byte> signature, OcspOptions options)
    {
        bool weak = options.AcceptWeakSha1SignaturesAndShortKeysOfOldTestVectors;
        bool isShort = signer.PublicKeyAlgorithm == Oids.RsaEncryption && signer.KeySize < RsaVerificationKey.ShortestModulus;
        return SignatureScheme.Find(algorithm) is { } scheme
            && (weak || (!isShort && !scheme.IsWeak))
            && signer.Key.Verify(toBeSigned, scheme, signature, arithmetic);
    }
}
