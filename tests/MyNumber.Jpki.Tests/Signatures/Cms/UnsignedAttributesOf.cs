using System.Formats.Asn1;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;

namespace MyNumber.Jpki.Tests.Signatures.Cms;

/// <summary>Gives the first signer of a document unsigned attributes, as anyone can.</summary>
internal static class UnsignedAttributesOf
{
    public static byte[] FirstSigner(CmsSignedDocument document, params byte[][] attributes)
    {
        AsnWriter set = new(AsnEncodingRules.DER);
        using (set.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 1)))
        {
            attributes.ToList().ForEach(attribute => set.WriteEncodedValue(attribute));
        }

        byte[] contents = [.. document.Signers[0].Fields.EncodedBeforeUnsigned.Span, .. set.Encode()];
        SignedDataWriter writer = SignedDataWriter.From(document);
        writer.AddSigner((byte[])[0x30, 0x82, (byte)(contents.Length >> 8), (byte)(contents.Length & 0xFF), .. contents]);
        return writer.Encode();
    }
}
