using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Signatures.Cms;

/// <summary>Writes SignerInfo (RFC 5652 §5.3) in DER and asks the key for its one signature.</summary>
internal sealed class SignerInfoWriter(SignerCredential signer, SignatureMethod method, CmsSigningOptions options)
{
    private const string SigningCertificate = EssCertificateId.VersionTwo;

    /// <summary>One SignerInfo over the digest of a content.</summary>
    public byte[] Encode(byte[] contentDigest, string contentType, DateTimeOffset now)
    {
        byte[] attributes = EncodeAttributes(contentDigest, contentType, now);
        byte[] signature = signer.SignHash(method.Digest.Hash(attributes), method);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(options.NamesSignerByKeyIdentifier ? 3 : 1);
            WriteName(writer);
            SignedDataWriter.WriteAlgorithm(writer, method.Digest.Oid);
            attributes[0] = 0xA0; // RFC 5652 §5.4: [0] in the document, SET OF under the signature
            writer.WriteEncodedValue(attributes);
            WriteSignatureAlgorithm(writer);
            writer.WriteOctetString(signature);
        }

        return writer.Encode();
    }

    private byte[] EncodeAttributes(byte[] contentDigest, string contentType, DateTimeOffset now)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            WriteAttribute(writer, Oids.ContentType, () => writer.WriteObjectIdentifier(contentType));
            WriteAttribute(writer, Oids.MessageDigest, () => writer.WriteOctetString(contentDigest));
            if (options.IncludesSigningTime)
            {
                WriteAttribute(writer, Oids.SigningTime, () => WriteTime(writer, now.ToUniversalTime()));
            }

            if (options.IncludesSigningCertificate)
            {
                WriteAttribute(writer, SigningCertificate, () => WriteSigningCertificate(writer));
            }
        }

        return writer.Encode();
    }

    private static void WriteAttribute(AsnWriter writer, string type, Action value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
            {
                value();
            }
        }
    }

    // RFC 5652 §11.3: UTCTime from 1950 to 2049, GeneralizedTime without fractions otherwise.
    private static void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        if (time.Year is >= 1950 and <= 2049)
        {
            writer.WriteUtcTime(time, 2049);
        }
        else
        {
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }
    }

    // RFC 5035 §3: SigningCertificateV2 of one ESSCertIDv2, whose hash algorithm is the default.
    private void WriteSigningCertificate(AsnWriter writer)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(DigestAlgorithm.Sha256.Hash(signer.RawCertificate.Span));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(DerTags.ContextConstructed(4)))
                {
                    writer.WriteEncodedValue(signer.Certificate.Issuer.Der.Span);
                }

                writer.WriteInteger(signer.Certificate.SerialNumber.Span);
            }
        }
    }

    private void WriteName(AsnWriter writer)
    {
        if (options.NamesSignerByKeyIdentifier)
        {
            writer.WriteOctetString(signer.Certificate.Extensions.SubjectKeyIdentifier.Span, DerTags.Context(0));
            return;
        }

        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(signer.Certificate.Issuer.Der.Span);
            writer.WriteInteger(signer.Certificate.SerialNumber.Span);
        }
    }

    private void WriteSignatureAlgorithm(AsnWriter writer)
    {
        if (method.Kind == SignatureKind.Ecdsa)
        {
            SignedDataWriter.WriteAlgorithm(writer, method.Digest.Ecdsa);
            return;
        }

        using (writer.PushSequence())
        {
            switch (options.Form)
            {
                case CmsSignatureForm.Pss:
                    writer.WriteObjectIdentifier(Oids.RsaPss);
                    PssParameters.Write(writer, method.Digest);
                    break;
                default:
                    writer.WriteObjectIdentifier(options.Form == CmsSignatureForm.HashWithRsa ? method.Digest.Rsa : Oids.RsaEncryption);
                    writer.WriteNull();
                    break;
            }
        }
    }
}
