using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>Writes OCSPRequest (RFC 6960 §4.1): unsigned, one certificate, a nonce if given.</summary>
public static class OcspRequest
{
    /// <summary>Writes a request about one certificate.</summary>
    /// <param name="certificate">The certificate asked about; the request carries its serial, so handle it as personal.</param>
    /// <param name="issuer">The generation that issued it.</param>
    /// <param name="hash">The hash that names the issuer.</param>
    /// <param name="nonce">The nonce; empty for none.</param>
    /// <returns>The request, DER.</returns>
    public static byte[] Encode(JpkiCertificate certificate, TrustAnchor issuer, OcspCertIdHash hash, ReadOnlySpan<byte> nonce = default)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuer);
        return Encode(OcspCertId.For(certificate, issuer.Certificate, hash), nonce);
    }

    private static byte[] Encode(OcspCertId id, ReadOnlySpan<byte> nonce)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                id.Write(writer);
            }

            if (!nonce.IsEmpty)
            {
                WriteNonce(writer, nonce);
            }
        }

        return writer.Encode();
    }

    // requestExtensions [2]; RFC 9654 §2.1: the extension's value is itself an OCTET STRING.
    private static void WriteNonce(AsnWriter writer, ReadOnlySpan<byte> nonce)
    {
        using (writer.PushSequence(DerTags.ContextConstructed(2)))
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oids.OcspNonce);
            using (writer.PushOctetString())
            {
                writer.WriteOctetString(nonce);
            }
        }
    }
}
