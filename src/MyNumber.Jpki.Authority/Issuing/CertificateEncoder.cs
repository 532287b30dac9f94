using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>Writes and signs a version 3 certificate (RFC 5280 §4.1).</summary>
internal static class CertificateEncoder
{
    internal static byte[] Encode(CertificateContents contents, SigningKey key)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                writer.WriteInteger(2);
            }

            writer.WriteInteger(contents.SerialNumber);
            SigningKey.WriteAlgorithm(writer, Oids.Sha256WithRsa);
            writer.WriteEncodedValue(contents.Issuer.Span);
            using (writer.PushSequence())
            {
                CertificateTime.Write(writer, contents.NotBefore);
                CertificateTime.Write(writer, contents.NotAfter);
            }

            writer.WriteEncodedValue(contents.Subject.Span);
            writer.WriteEncodedValue(contents.PublicKey.Span);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 3)))
            {
                ExtensionEncoder.WriteAll(writer, contents.Extensions);
            }
        }

        return key.Envelope(writer.Encode());
    }
}
