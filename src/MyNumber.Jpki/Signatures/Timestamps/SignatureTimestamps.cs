using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Signatures.Cms;

namespace MyNumber.Jpki.Signatures.Timestamps;

/// <summary>Puts a timestamp token beside a signature: the step from CAdES-B to CAdES-T (ETSI EN 319 122-1 §5.3).</summary>
public static class SignatureTimestamps
{
    /// <summary>Adds a token as the unsigned attribute id-aa-timeStampToken (RFC 3161 appendix A). No signature is changed, and no other signer.</summary>
    /// <param name="document">The document.</param>
    /// <param name="signer">One of its signers.</param>
    /// <param name="token">A token over this signer's signature value, as <see cref="TimestampRequest.ReadResponse"/> gave it. It is not verified here.</param>
    /// <returns>ContentInfo, DER. The order of signers is that of their encodings and may change.</returns>
    /// <exception cref="ArgumentException">The signer is not of the document, has a token or no room for another unsigned attribute, or the token is over something else.</exception>
    public static byte[] Attach(CmsSignedDocument document, CmsSignerInfo signer, TimestampToken token)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(token);
        bool fits = document.Signers.Contains(signer)
            && signer.TimestampTokens.Count == 0
            && signer.Fields.Unsigned.HasRoom(token.RawData.Length)
            && DigestAlgorithm.Find(token.HashAlgorithm) is { } digest
            && digest.Hash(signer.Signature.Span).AsSpan().SequenceEqual(token.Imprint.Span);
        if (!fits)
        {
            throw new ArgumentException("The signer is another document's, has a timestamp or no room for one, or the token is over something else.", nameof(token));
        }

        SignedDataWriter writer = SignedDataWriter.From(document);
        foreach (CmsSignerInfo info in document.Signers)
        {
            writer.AddSigner(info == signer ? WithToken(signer.Fields, token) : info.Fields.Encoded);
        }

        return writer.Encode();
    }

    private static byte[] WithToken(SignerFields signer, TimestampToken token)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            DerReader fields = new(signer.EncodedBeforeUnsigned);
            while (fields.HasData)
            {
                writer.WriteEncodedValue(fields.ReadEncoded().Span);
            }

            using (writer.PushSetOf(DerTags.ContextConstructed(1)))
            {
                signer.Unsigned.Encoded.ForEach(attribute => writer.WriteEncodedValue(attribute.Span));
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(UnsignedAttributes.TimestampToken);
                    using (writer.PushSetOf())
                    {
                        writer.WriteEncodedValue(token.RawData.Span);
                    }
                }
            }
        }

        return writer.Encode();
    }
}
