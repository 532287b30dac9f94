using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>What follows a list's entries: its extensions, the algorithm again, the signature.</summary>
internal readonly record struct CrlTail(CrlExtensions Extensions, ReadOnlyMemory<byte> Signature)
{
    /// <summary>Reads over slices of the caller's memory. Extensions are demanded, as RFC 5280 §5.2 demands a number of issuers.</summary>
    /// <param name="head">The list's beginning.</param>
    /// <param name="tail">All bytes behind the entries.</param>
    /// <exception cref="AsnContentException">A flaw.</exception>
    public static CrlTail Read(CrlHead head, ReadOnlyMemory<byte> tail)
    {
        int signedPart = head.ToBeSignedEnd - head.RevokedEnd;
        DerReader toBeSigned = new(tail[..signedPart]), rest = new(tail[signedPart..]);
        CrlExtensions extensions = CrlExtensions.Read(ref toBeSigned);
        toBeSigned.End();
        Require(AlgorithmIdentifiers.Read(ref rest) == head.SignatureAlgorithm);
        ReadOnlyMemory<byte> signature = rest.ReadBitString();
        rest.End();
        return new CrlTail(extensions, signature);
    }
}
