using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Revocation.Ocsp;

/// <summary>Writes OCSPRequest (RFC 6960 §4.1): one certificate, a nonce if given, unsigned or signed.</summary>
public static class OcspRequest
{
    /// <summary>Writes a request about one certificate.</summary>
    /// <param name="certificate">The certificate asked about; the request carries its serial, so handle it as personal.</param>
    /// <param name="issuer">The generation that issued it.</param>
    /// <param name="hash">The hash that names the issuer.</param>
    /// <param name="nonce">The nonce; empty for none.</param>
    /// <param name="signer">Who signs it; <see langword="null"/> for an unsigned request. What its key throws goes through.</param>
    /// <returns>The request, DER.</returns>
    public static byte[] Encode(
        JpkiCertificate certificate, TrustAnchor issuer, OcspCertIdHash hash, ReadOnlySpan<byte> nonce = default, IOcspRequestSigner? signer = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuer);
        byte[] toBeSigned = EncodeToBeSigned(OcspCertId.For(certificate, issuer.Certificate, hash), nonce, signer);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(toBeSigned);
            if (signer is not null)
            {
                WriteSignature(writer, toBeSigned, signer);
            }
        }

        return writer.Encode();
    }

    private static byte[] EncodeToBeSigned(OcspCertId id, ReadOnlySpan<byte> nonce, IOcspRequestSigner? signer)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (signer is not null)
            {
                WriteRequestorName(writer, signer);
            }

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

    // requestorName [1] EXPLICIT GeneralName; directoryName is [4] EXPLICIT because Name is a choice.
    private static void WriteRequestorName(AsnWriter writer, IOcspRequestSigner signer)
    {
        using (writer.PushSequence(DerTags.ContextConstructed(1)))
        using (writer.PushSequence(DerTags.ContextConstructed(4)))
        {
            writer.WriteEncodedValue(signer.RequestorName.Span);
        }
    }

    // optionalSignature [0] EXPLICIT Signature, with the signer's certificate in certs [0].
    private static void WriteSignature(AsnWriter writer, byte[] toBeSigned, IOcspRequestSigner signer)
    {
        using (writer.PushSequence(DerTags.ContextConstructed(0)))
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(signer.SignatureAlgorithm.Span);
            writer.WriteBitString(signer.Sign(toBeSigned).Span);
            using (writer.PushSequence(DerTags.ContextConstructed(0)))
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(signer.RawCertificate.Span);
            }
        }
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
