using System.Formats.Asn1;
using MyNumber.Jpki.Authority.Asn1;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>Writes and signs a certificate (RFC 5280 §4.1).</summary>
internal static class CertificateEncoder
{
    internal static byte[] Encode(CertificateContents contents, SigningKey key)
    {
        byte[] tbs = ToBeSigned(contents);
        byte[] encoded = key.Envelope(contents.Rewrite?.Invoke(tbs) ?? tbs, contents.SignatureAlgorithm);
        return contents.Spoil?.Invoke(encoded) ?? encoded;
    }

    private static byte[] ToBeSigned(CertificateContents contents)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            WriteVersion(writer, contents.Version);
            WriteSerial(writer, contents);
            SigningKey.WriteAlgorithm(writer, contents.SignatureAlgorithm);
            writer.WriteEncodedValue(contents.Issuer.Span);
            using (writer.PushSequence())
            {
                CertificateTime.Write(writer, contents.NotBefore, contents.UsesGeneralizedTime);
                CertificateTime.Write(writer, contents.NotAfter, contents.UsesGeneralizedTime);
            }

            writer.WriteEncodedValue(contents.Subject.Span);
            writer.WriteEncodedValue(contents.PublicKey.Span);
            WriteExtensions(writer, contents);
        }

        return writer.Encode();
    }

    private static void WriteVersion(AsnWriter writer, int version)
    {
        if (version == 1)
        {
            return;
        }

        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            writer.WriteInteger(version - 1);
        }
    }

    private static void WriteSerial(AsnWriter writer, CertificateContents contents)
    {
        if (contents.SerialContents.IsEmpty)
        {
            writer.WriteInteger(contents.SerialNumber);
        }
        else
        {
            writer.WriteInteger(contents.SerialContents.Span);
        }
    }

    private static void WriteExtensions(AsnWriter writer, CertificateContents contents)
    {
        if (contents.Version == 1)
        {
            return;
        }

        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 3)))
        {
            ExtensionEncoder.WriteAll(writer, contents.Extensions);
        }
    }
}
