using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Asn1;

/// <summary>Writes and signs a version 3 certificate (RFC 5280 §4.1).</summary>
internal static class CertificateEncoder
{
    private static readonly DateTimeOffset FirstGeneralizedTime = new(2050, 1, 1, 0, 0, 0, TimeSpan.Zero);

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
                WriteTime(writer, contents.NotBefore);
                WriteTime(writer, contents.NotAfter);
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

    /// <summary>UTCTime through 2049, GeneralizedTime after (RFC 5280 §4.1.2.5).</summary>
    internal static void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        if (time < FirstGeneralizedTime)
        {
            writer.WriteUtcTime(time, 2049);
        }
        else
        {
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }
    }
}
