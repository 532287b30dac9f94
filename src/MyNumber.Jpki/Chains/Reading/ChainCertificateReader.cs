using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Chains.Names;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>Reads Certificate (RFC 5280 §4.1) as any hierarchy writes it: unlike JPKI's reader it takes negative serials and unique identifiers.</summary>
internal static class ChainCertificateReader
{
    /// <summary>The longest certificate that is read, in bytes.</summary>
    public const int MaximumLength = 65536;

    private const int LongestSerial = 20; // RFC 5280 §4.1.2.2

    /// <summary>The certificate, or <see langword="null"/> when the bytes are not one.</summary>
    public static ChainCertificate? TryRead(ReadOnlyMemory<byte> der)
    {
        try
        {
            return der.Length <= MaximumLength ? Read(der) : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static ChainCertificate Read(ReadOnlyMemory<byte> der)
    {
        SignedEnvelope envelope = SignedEnvelope.Read(der);
        string algorithm = envelope.ReadAlgorithm();
        DerReader tbs = new DerReader(envelope.ToBeSigned).ReadSequence();
        int version = CertificateParser.ReadVersion(ref tbs);
        ReadOnlyMemory<byte> serial = tbs.ReadInteger();
        Require(serial.Length <= LongestSerial && tbs.ReadEncoded().Span.SequenceEqual(envelope.AlgorithmIdentifier.Span));
        ChainName issuer = ChainName.Read(ref tbs);
        DerReader validity = tbs.ReadSequence();
        DateTimeOffset notBefore = validity.ReadTime(), notAfter = validity.ReadTime();
        validity.End();
        ChainName subject = ChainName.Read(ref tbs);
        PublicKeyFields key = PublicKeyFields.Read(ref tbs);
        SkipUniqueIdentifiers(ref tbs, version);
        Require(!issuer.IsEmpty && (version == 3 || !tbs.HasData));
        ChainExtensions extensions = ChainExtensionReader.Read(ref tbs);
        tbs.End();
        return new ChainCertificate
        {
            RawData = der,
            ToBeSigned = envelope.ToBeSigned,
            Version = version,
            SerialNumber = serial,
            SignatureAlgorithm = algorithm,
            Signature = envelope.Signature,
            Issuer = issuer,
            Subject = subject,
            NotBefore = notBefore,
            NotAfter = notAfter,
            PublicKey = key,
            Extensions = extensions,
            Key = new KeyVerifier(key),
        };
    }

    // RFC 5280 §4.1.2.8: to be read, and nothing to be concluded from them.
    private static void SkipUniqueIdentifiers(ref DerReader tbs, int version)
    {
        for (int tag = 1; tag <= 2; tag++)
        {
            if (tbs.NextIs(DerTags.Context(tag)))
            {
                Require(version >= 2);
                tbs.ReadBitString(out _, DerTags.Context(tag));
            }
        }
    }
}
