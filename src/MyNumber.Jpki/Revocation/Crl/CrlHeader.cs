using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>CertificateList (RFC 5280 §5.1) as slices of the bytes, its entries unread.</summary>
internal sealed class CrlHeader
{
    public required ReadOnlyMemory<byte> ToBeSigned { get; init; }

    public required string SignatureAlgorithm { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }

    public required ReadOnlyMemory<byte> IssuerName { get; init; }

    public required DateTimeOffset ThisUpdate { get; init; }

    public required DateTimeOffset NextUpdate { get; init; }

    /// <summary>Contents of revokedCertificates; empty when nothing is revoked.</summary>
    public required ReadOnlyMemory<byte> RevokedCertificates { get; init; }

    public required CrlExtensions Extensions { get; init; }

    /// <summary>Reads strictly: version 2, nextUpdate and extensions are demanded, as RFC 5280 §5 demands them of issuers.</summary>
    /// <exception cref="AsnContentException">A flaw.</exception>
    public static CrlHeader Read(ReadOnlyMemory<byte> der)
    {
        SignedEnvelope envelope = SignedEnvelope.Read(der);
        DerReader identifier = new(envelope.AlgorithmIdentifier);
        string algorithm = AlgorithmIdentifiers.Read(ref identifier);
        DerReader tbs = new DerReader(envelope.ToBeSigned).ReadSequence();
        Require(tbs.ReadSmallInteger() == 1);
        Require(AlgorithmIdentifiers.Read(ref tbs) == algorithm);
        ReadOnlyMemory<byte> issuer = tbs.ReadEncoded();
        DateTimeOffset thisUpdate = tbs.ReadTime(), nextUpdate = tbs.ReadTime();
        Require(nextUpdate >= thisUpdate);
        ReadOnlyMemory<byte> revoked = tbs.NextIs(Asn1Tag.Sequence) ? tbs.ReadSequenceContents() : default;
        CrlExtensions extensions = CrlExtensions.Read(ref tbs);
        tbs.End();
        return new CrlHeader
        {
            ToBeSigned = envelope.ToBeSigned,
            SignatureAlgorithm = algorithm,
            Signature = envelope.Signature,
            IssuerName = issuer,
            ThisUpdate = thisUpdate,
            NextUpdate = nextUpdate,
            RevokedCertificates = revoked,
            Extensions = extensions,
        };
    }
}
