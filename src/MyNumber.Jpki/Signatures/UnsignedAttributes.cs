using MyNumber.Jpki.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Signatures;

/// <summary>unsignedAttrs (RFC 5652 §5.3). Anyone can add them: they prove nothing by standing there, and a timestamp token proves itself.</summary>
internal sealed class UnsignedAttributes
{
    public const string TimestampToken = "1.2.840.113549.1.9.16.2.14";

    private const int Most = 32;
    private const int Longest = 1024 * 1024;
    private const int Header = 64; // more than an attribute has around its value

    public static UnsignedAttributes None { get; } = new();

    /// <summary>The attributes, each encoded.</summary>
    public List<ReadOnlyMemory<byte>> Encoded { get; } = [];

    /// <summary>Every value of every id-aa-timeStampToken (RFC 3161 appendix A), encoded.</summary>
    public List<ReadOnlyMemory<byte>> TimestampTokens { get; } = [];

    /// <summary>Whether another attribute with a value of that length would still be read.</summary>
    public bool HasRoom(int length) => Encoded.Count < Most && Encoded.Sum(attribute => attribute.Length) + length + Header <= Longest;

    public static UnsignedAttributes Read(ref DerReader signer)
    {
        UnsignedAttributes attributes = new();
        DerReader set = signer.ReadSequence(DerTags.ContextConstructed(1)); // the order is not asked for: nothing is computed over the set
        Require(set.HasData);
        int total = 0;
        while (set.HasData)
        {
            ReadOnlyMemory<byte> encoded = set.ReadEncoded();
            total += encoded.Length;
            Require(attributes.Encoded.Count < Most && total <= Longest);
            attributes.Add(encoded);
        }

        return attributes;
    }

    // RFC 5652 §11.1, §11.2, §11.3 and RFC 5035 §3: these four are signed or they are nothing.
    private static bool BelongsToSigned(string type) =>
        type is Oids.ContentType or Oids.MessageDigest or Oids.SigningTime or EssCertificateId.VersionOne or EssCertificateId.VersionTwo;

    private void Add(ReadOnlyMemory<byte> encoded)
    {
        DerReader attribute = new DerReader(encoded).ReadSequence();
        string type = attribute.ReadOid();
        DerReader values = attribute.ReadSet();
        attribute.End();
        Require(values.HasData && !BelongsToSigned(type));
        Encoded.Add(encoded);
        while (type == TimestampToken && values.HasData)
        {
            Require(TimestampTokens.Count < Most);
            TimestampTokens.Add(values.ReadEncoded());
        }
    }
}
