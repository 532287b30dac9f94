using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Certificates;

/// <summary>Reads Certificate and TBSCertificate (RFC 5280 §4.1) strictly.</summary>
internal static class CertificateParser
{
    private const int LongestSerial = 20;

    public static bool TryParse(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out CertificateFields? fields, out CertificatePart flaw)
    {
        fields = null;
        flaw = CertificatePart.Envelope;
        try
        {
            fields = Parse(der, ref flaw);
            flaw = CertificatePart.None;
            return true;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static CertificateFields Parse(ReadOnlyMemory<byte> der, ref CertificatePart part)
    {
        SignedEnvelope envelope = SignedEnvelope.Read(der);
        DerReader tbs = new DerReader(envelope.ToBeSigned).ReadSequence();
        part = CertificatePart.Header;
        int version = ReadVersion(ref tbs);
        ReadOnlyMemory<byte> serial = tbs.ReadInteger();
        ReadOnlyMemory<byte> innerAlgorithm = tbs.ReadEncoded();
        Require(serial.Span[0] < 0x80 && serial.Length <= LongestSerial && innerAlgorithm.Span.SequenceEqual(envelope.AlgorithmIdentifier.Span));
        string algorithm = envelope.ReadAlgorithm();

        part = CertificatePart.Names;
        ReadOnlyMemory<byte> issuer = ReadName(ref tbs);
        part = CertificatePart.Validity;
        DerReader validity = tbs.ReadSequence();
        DateTimeOffset notBefore = validity.ReadTime(), notAfter = validity.ReadTime();
        validity.End();
        part = CertificatePart.Names;
        ReadOnlyMemory<byte> subject = ReadName(ref tbs);
        part = CertificatePart.PublicKey;
        PublicKeyFields key = PublicKeyFields.Read(ref tbs);
        ExtensionFields extensions = ExtensionParser.Read(ref tbs, ref part);
        tbs.End();

        return new CertificateFields
        {
            RawData = der,
            ToBeSigned = envelope.ToBeSigned,
            Version = version,
            SerialNumber = serial,
            SignatureAlgorithm = algorithm,
            Signature = envelope.Signature,
            IssuerName = issuer,
            SubjectName = subject,
            NotBefore = notBefore,
            NotAfter = notAfter,
            PublicKey = key,
            Extensions = extensions,
        };
    }

    /// <summary>Version (RFC 5280 §4.1.2.1): 1 when absent.</summary>
    internal static int ReadVersion(ref DerReader tbs)
    {
        if (!tbs.NextIs(DerTags.Context(0)))
        {
            return 1;
        }

        DerReader wrapper = tbs.ReadSequence(DerTags.ContextConstructed(0));
        int version = wrapper.ReadSmallInteger();
        wrapper.End();
        Require(version is 1 or 2);
        return version + 1;
    }

    private static ReadOnlyMemory<byte> ReadName(ref DerReader tbs)
    {
        Require(tbs.NextIs(Asn1Tag.Sequence));
        return tbs.ReadEncoded();
    }
}
