using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Signatures;

/// <summary>signedAttrs (RFC 5652 §5.3): strict DER, every type once, contentType and messageDigest always.</summary>
internal sealed class SignedAttributes
{
    private const int Most = 32;
    private const int Longest = 65536;

    /// <summary>As it stands in the document, with the tag [0].</summary>
    public required ReadOnlyMemory<byte> Encoded { get; init; }

    public required string ContentType { get; init; }

    public required ReadOnlyMemory<byte> MessageDigest { get; init; }

    public DateTimeOffset? SigningTime { get; init; }

    public static SignedAttributes Read(ref DerReader signer)
    {
        ReadOnlyMemory<byte> encoded = signer.ReadEncoded();
        Require(encoded.Length <= Longest);
        return Read(encoded, new DerReader(encoded).ReadSet(DerTags.ContextConstructed(0)));
    }

    /// <summary>Whether a content is itself an encoded set of signed attributes. Such a content without signed attributes of its own is
    /// how a signature made over attributes is passed off as one over a document, so it is refused.</summary>
    public static bool Resembles(ReadOnlyMemory<byte> content)
    {
        if (content.Length > Longest || content.IsEmpty || content.Span[0] != 0x31)
        {
            return false;
        }

        try
        {
            Read(content, new DerReader(content).ReadSet());
            return true;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    private static SignedAttributes Read(ReadOnlyMemory<byte> encoded, DerReader set)
    {
        List<string> seen = new(4);
        string? contentType = null;
        ReadOnlyMemory<byte>? digest = null;
        DateTimeOffset? time = null;
        while (set.HasData)
        {
            DerReader attribute = set.ReadSequence();
            string type = attribute.ReadOid();
            Require(seen.Count < Most && !seen.Contains(type));
            seen.Add(type);
            DerReader values = attribute.ReadSet();
            attribute.End();
            switch (type)
            {
                case Oids.ContentType:
                    contentType = values.ReadOid();
                    values.End();
                    break;
                case Oids.MessageDigest:
                    digest = values.ReadOctetString();
                    values.End();
                    break;
                case Oids.SigningTime:
                    time = values.ReadTime();
                    values.End();
                    break;
                default:
                    Require(values.HasData);
                    break;
            }
        }

        Require(contentType is not null && digest is not null);
        return new SignedAttributes { Encoded = encoded, ContentType = contentType!, MessageDigest = digest!.Value, SigningTime = time };
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new AsnContentException();
        }
    }
}
