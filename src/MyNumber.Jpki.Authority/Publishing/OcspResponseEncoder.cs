using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Writes OCSPResponse and BasicOCSPResponse (RFC 6960 §4.2.1).</summary>
internal static class OcspResponseEncoder
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag Two = new(TagClass.ContextSpecific, 2);

    internal static byte[] Error(OcspResponseStatus status)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEnumeratedValue(status);
        }

        return writer.Encode();
    }

    internal static byte[] Successful(byte[] basicResponse)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEnumeratedValue(OcspResponseStatus.Successful);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.OcspBasic);
                writer.WriteOctetString(basicResponse);
            }
        }

        return writer.Encode();
    }

    internal static byte[] Basic(byte[] responseData, byte[] signature, byte[] responderCertificate)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(responseData);
            SigningKey.WriteAlgorithm(writer, Oids.Sha256WithRsa);
            writer.WriteBitString(signature);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(responderCertificate);
            }
        }

        return writer.Encode();
    }

    /// <summary>ResponseData with the responder named by its key.</summary>
    internal static byte[] ResponseData(ReadOnlySpan<byte> responderKeyIdentifier, DateTimeOffset producedAt, IReadOnlyList<OcspSingleResponse> responses, IReadOnlyList<EncodedExtension> extensions)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(Two))
            {
                writer.WriteOctetString(responderKeyIdentifier);
            }

            WriteTime(writer, producedAt);
            using (writer.PushSequence())
            {
                foreach (OcspSingleResponse response in responses)
                {
                    WriteSingle(writer, response);
                }
            }

            if (extensions.Count != 0)
            {
                using (writer.PushSequence(One))
                {
                    ExtensionEncoder.WriteAll(writer, extensions);
                }
            }
        }

        return writer.Encode();
    }

    private static void WriteSingle(AsnWriter writer, OcspSingleResponse response)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(response.CertId.Span);
            WriteStatus(writer, response.Status);
            WriteTime(writer, response.ThisUpdate);
            using (writer.PushSequence(Zero))
            {
                WriteTime(writer, response.NextUpdate);
            }
        }
    }

    private static void WriteStatus(AsnWriter writer, IssuedStatus? status)
    {
        if (status is not { } known)
        {
            writer.WriteNull(Two);
            return;
        }

        if (known.State == IssuedState.Good)
        {
            writer.WriteNull(Zero);
            return;
        }

        using (writer.PushSequence(One))
        {
            WriteTime(writer, known.Since);
            if (known.Reason != RevocationReason.Unspecified)
            {
                using (writer.PushSequence(Zero))
                {
                    writer.WriteEnumeratedValue(known.Reason);
                }
            }
        }
    }

    private static void WriteTime(AsnWriter writer, DateTimeOffset time) => writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
}
