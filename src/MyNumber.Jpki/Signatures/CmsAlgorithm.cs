using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Signatures;

/// <summary>AlgorithmIdentifier as CMS carries it. Parameters that are NULL or absent are taken alike, for digests (RFC 5754 §2) and leniently for RSA signatures (§3.2 writes NULL); anything else is remembered as foreign.</summary>
internal readonly record struct CmsAlgorithm(string Oid, ReadOnlyMemory<byte> Parameters)
{
    /// <summary>Parameters other than NULL.</summary>
    public bool HasForeignParameters => Parameters.Span is not ([] or [0x05, 0x00]);

    /// <summary>The same algorithm with the same parameters; NULL and absent are one.</summary>
    public bool IsSameAs(CmsAlgorithm other) =>
        Oid == other.Oid && HasForeignParameters == other.HasForeignParameters && (!HasForeignParameters || Parameters.Span.SequenceEqual(other.Parameters.Span));

    public static CmsAlgorithm Read(ref DerReader reader, Asn1Tag? tag = null)
    {
        DerReader identifier = reader.ReadSequence(tag);
        string oid = identifier.ReadOid();
        ReadOnlyMemory<byte> parameters = identifier.HasData ? identifier.ReadEncoded() : default;
        identifier.End();
        return new CmsAlgorithm(oid, parameters);
    }
}
