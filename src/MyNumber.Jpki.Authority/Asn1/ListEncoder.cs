using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Authority.Asn1;

/// <summary>Writes and signs a certificate list (RFC 5280 §5.1), version 2.</summary>
internal static class ListEncoder
{
    /// <param name="issuer">Name of who publishes, DER.</param>
    /// <param name="key">The issuer's key.</param>
    /// <param name="period">thisUpdate and nextUpdate, whole seconds.</param>
    /// <param name="entries">revokedCertificates, DER; empty when nothing is revoked.</param>
    /// <param name="extensions">The list's extensions in order.</param>
    internal static byte[] Encode(ReadOnlyMemory<byte> issuer, SigningKey key, (DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate) period, byte[] entries, IEnumerable<EncodedExtension> extensions)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            SigningKey.WriteAlgorithm(writer, Oids.Sha256WithRsa);
            writer.WriteEncodedValue(issuer.Span);
            CertificateTime.Write(writer, period.ThisUpdate);
            CertificateTime.Write(writer, period.NextUpdate);
            if (entries.Length != 0)
            {
                writer.WriteEncodedValue(entries);
            }

            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                ExtensionEncoder.WriteAll(writer, extensions);
            }
        }

        return key.Envelope(writer.Encode());
    }
}
