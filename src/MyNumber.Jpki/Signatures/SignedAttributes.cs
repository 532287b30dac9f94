using MyNumber.Jpki.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Signatures;

/// <summary>signedAttrs (RFC 5652 §5.3): strict DER, every type once, contentType and messageDigest always.</summary>
internal sealed class SignedAttributes
{
    private const int Most = 32;
    private const int Longest = 65536;
    private const string CounterSignature = "1.2.840.113549.1.9.6";
    private const string AlgorithmProtection = "1.2.840.113549.1.9.52";

    private SignedAttributes(ReadOnlyMemory<byte> encoded) => Encoded = encoded;

    /// <summary>Contents of the OBJECT IDENTIFIER; unlike its length they have one form only.</summary>
    private static ReadOnlySpan<byte> ContentTypeArcs => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03];

    private static ReadOnlySpan<byte> MessageDigestArcs => [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04];

    /// <summary>As it stands in the document, with the tag [0].</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    public string ContentType { get; private set; } = string.Empty;

    public ReadOnlyMemory<byte> MessageDigest { get; private set; }

    public DateTimeOffset? SigningTime { get; private set; }

    /// <summary>What signing-certificate and signing-certificate-v2 name, in either order; at most one of each.</summary>
    public List<EssCertificateId> SigningCertificates { get; } = new(1);

    /// <summary>The digest and signature algorithms that the signer wrote under the signature too (CMSAlgorithmProtection, RFC 6211 §2); <see langword="null"/> when absent.</summary>
    public (CmsAlgorithm Digest, CmsAlgorithm Signature)? Protection { get; private set; }

    public static SignedAttributes Read(ref DerReader signer)
    {
        ReadOnlyMemory<byte> encoded = signer.ReadEncoded();
        Require(encoded.Length <= Longest);
        return Read(encoded, new DerReader(encoded).ReadSet(DerTags.ContextConstructed(0)));
    }

    /// <summary>Whether a content may be an encoded set of signed attributes, in any order, number, length or BER form: it begins with the tag of SET and
    /// names the type contentType or messageDigest anywhere. Such a content without signed attributes of its own is how a signature made over attributes
    /// is passed off as one over a document, so it is refused. A text that begins with the digit 1 has the first byte in common and not the second mark.</summary>
    public static bool Resembles(ReadOnlySpan<byte> content) =>
        !content.IsEmpty && content[0] == 0x31 && (content.IndexOf(ContentTypeArcs) >= 0 || content.IndexOf(MessageDigestArcs) >= 0);

    private static SignedAttributes Read(ReadOnlyMemory<byte> encoded, DerReader set)
    {
        List<string> seen = new(4);
        SignedAttributes attributes = new(encoded);
        while (set.HasData)
        {
            DerReader attribute = set.ReadSequence();
            string type = attribute.ReadOid();
            Require(seen.Count < Most && !seen.Contains(type));
            seen.Add(type);
            DerReader values = attribute.ReadSet();
            attribute.End();
            attributes.Take(type, ref values);
        }

        Require(attributes.ContentType.Length != 0 && seen.Contains(Oids.MessageDigest));
        return attributes;
    }

    private void Take(string type, ref DerReader values)
    {
        switch (type)
        {
            case Oids.ContentType:
                ContentType = values.ReadOid();
                break;
            case Oids.MessageDigest:
                MessageDigest = values.ReadOctetString();
                break;
            case Oids.SigningTime:
                SigningTime = values.ReadTime();
                break;
            case EssCertificateId.VersionOne or EssCertificateId.VersionTwo:
                SigningCertificates.Add(EssCertificateId.Read(ref values, type));
                break;
            case AlgorithmProtection:
                Protection = ReadProtection(ref values);
                break;
            default:
                Require(values.HasData && type is not (UnsignedAttributes.TimestampToken or CounterSignature)); // RFC 5652 §11.4: never signed
                return;
        }

        values.End();
    }

    private static (CmsAlgorithm Digest, CmsAlgorithm Signature) ReadProtection(ref DerReader values)
    {
        DerReader fields = values.ReadSequence();
        CmsAlgorithm digest = CmsAlgorithm.Read(ref fields), signature = CmsAlgorithm.Read(ref fields, DerTags.ContextConstructed(1));
        fields.End(); // a MAC is for other structures
        return (digest, signature);
    }
}
