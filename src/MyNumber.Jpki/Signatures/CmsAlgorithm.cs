using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Signatures;

/// <summary>AlgorithmIdentifier as CMS carries it. Parameters that are NULL or absent are taken alike, for digests (RFC 5754 §2) and leniently for signatures (§3.2 writes NULL); anything else is remembered as foreign.</summary>
internal readonly record struct CmsAlgorithm(string Oid, bool HasForeignParameters)
{
    private static readonly Asn1Tag Null = new(UniversalTagNumber.Null);

    public static CmsAlgorithm Read(ref DerReader reader)
    {
        DerReader identifier = reader.ReadSequence();
        string oid = identifier.ReadOid();
        if (!identifier.HasData)
        {
            return new CmsAlgorithm(oid, HasForeignParameters: false);
        }

        bool foreign = !identifier.NextIs(Null) || identifier.ReadEncoded().Length != 2;
        if (!foreign)
        {
            identifier.End();
        }

        return new CmsAlgorithm(oid, foreign);
    }
}
