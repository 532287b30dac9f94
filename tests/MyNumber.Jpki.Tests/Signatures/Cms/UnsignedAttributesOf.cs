using System.Formats.Asn1;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;

namespace MyNumber.Jpki.Tests.Signatures.Cms;

/// <summary>Gives the first signer of a document unsigned attributes, as anyone can.</summary>
internal static class UnsignedAttributesOf
{
    public static byte[] FirstSigner(CmsSignedDocument document, params byte[][] attributes)
    {
        AsnWriter info = new(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            AsnReader fields = new(document.Signers[0].Fields.EncodedBeforeUnsigned, AsnEncodingRules.DER);
            while (fields.HasData)
            {
                info.WriteEncodedValue(fields.ReadEncodedValue().Span);
            }

            using (info.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 1)))
            {
                attributes.ToList().ForEach(attribute => info.WriteEncodedValue(attribute));
            }
        }

        SignedDataWriter writer = SignedDataWriter.From(document);
        writer.AddSigner(info.Encode());
        return writer.Encode();
    }
}
