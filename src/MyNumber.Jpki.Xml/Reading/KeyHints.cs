using System.Globalization;
using System.Numerics;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Xml.Reading;

/// <summary>What KeyInfo says of the signer's certificate. None of it is believed: the certificate is validated, and the rest must not contradict it.</summary>
internal sealed class KeyHints
{
    public List<byte[]> Certificates { get; } = [];

    public List<string> SerialNumbers { get; } = [];

    public List<byte[]> KeyIdentifiers { get; } = [];

    /// <summary>The one end-entity certificate that the hints allow; <see langword="null"/> with a reason otherwise.</summary>
    public JpkiCertificate? FindSigner(out VerificationReason reason)
    {
        reason = Certificates.Count == 0 ? VerificationReason.SignerNotFound : VerificationReason.CertificateMalformed;
        List<JpkiCertificate> read = [];
        foreach (byte[] encoded in Certificates)
        {
            if (!JpkiCertificate.TryParse(encoded, out JpkiCertificate? certificate, out _))
            {
                return null;
            }

            bool repeated = read.Exists(other => other.RawData.Span.SequenceEqual(certificate.RawData.Span));
            read.AddRange(repeated ? [] : [certificate]);
        }

        JpkiCertificate[] holders = read.Count == 1 ? [.. read] : [.. read.Where(certificate => certificate.IsAuthority != true)];
        reason = holders.Length != 1 ? VerificationReason.SignerNotFound
            : Names(holders[0]) ? VerificationReason.None
            : VerificationReason.XmlKeyInfoMismatch;
        return reason == VerificationReason.None ? holders[0] : null;
    }

    // The issuer's name in X509IssuerSerial is text in one of many forms and is not compared; the pinned issuer decides.
    private bool Names(JpkiCertificate certificate) =>
        SerialNumbers.TrueForAll(serial => BigInteger.TryParse(serial, NumberStyles.None, CultureInfo.InvariantCulture, out BigInteger number)
            && number == new BigInteger(certificate.SerialNumber.Span, isBigEndian: true))
        && KeyIdentifiers.TrueForAll(identifier => certificate.SubjectKeyIdentifier.Span.SequenceEqual(identifier));
}
