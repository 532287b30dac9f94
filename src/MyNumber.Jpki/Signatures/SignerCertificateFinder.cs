using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Signatures;

/// <summary>Finds the signer's certificate among those in the document and reads only that one.</summary>
internal static class SignerCertificateFinder
{
    /// <summary>The one certificate that the SignerInfo names; <see langword="null"/> with a reason when there is none, or several that differ.</summary>
    public static JpkiCertificate? Find(CmsSignedDocument document, SignerFields signer, out VerificationReason reason)
    {
        ReadOnlyMemory<byte> found = default;
        bool ambiguous = false;
        foreach (ReadOnlyMemory<byte> encoded in document.Certificates)
        {
            if (IsNamed(signer, encoded))
            {
                ambiguous |= !found.IsEmpty && !found.Span.SequenceEqual(encoded.Span);
                found = encoded;
            }
        }

        reason = VerificationReason.SignerNotFound;
        if (found.IsEmpty || ambiguous)
        {
            return null;
        }

        JpkiCertificate.TryParse(found.Span, out JpkiCertificate? certificate, out CertificatePart flaw);
        reason = flaw.ToReason();
        return certificate;
    }

    /// <summary>Whether the SignerInfo names this certificate.</summary>
    public static bool Names(SignerFields signer, JpkiCertificate certificate) =>
        signer.Names(certificate.IssuerName.Span, certificate.SerialNumber.Span, certificate.SubjectKeyIdentifier.Span);

    private static bool IsNamed(SignerFields signer, ReadOnlyMemory<byte> encoded)
    {
        if (signer.KeyIdentifier.IsEmpty)
        {
            return HasIssuerAndSerial(signer, encoded);
        }

        return encoded.Span.IndexOf(signer.KeyIdentifier.Span) >= 0
            && JpkiCertificate.TryParse(encoded.Span, out JpkiCertificate? certificate, out _)
            && Names(signer, certificate);
    }

    private static bool HasIssuerAndSerial(SignerFields signer, ReadOnlyMemory<byte> encoded)
    {
        try
        {
            DerReader toBeSigned = new DerReader(encoded).ReadSequence().ReadSequence();
            if (toBeSigned.NextIs(DerTags.Context(0)))
            {
                toBeSigned.ReadEncoded();
            }

            ReadOnlyMemory<byte> serial = toBeSigned.ReadInteger();
            toBeSigned.ReadEncoded();
            return serial.Span.SequenceEqual(signer.SerialNumber.Span) && toBeSigned.ReadEncoded().Span.SequenceEqual(signer.Issuer.Span);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
