using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>CertificateList (RFC 5280 §5.1) up to its first entry, with the place of every part that follows.</summary>
internal sealed class CrlHead
{
    private const byte Sequence = 0x30;

    /// <summary>Length of the whole list.</summary>
    public required int Total { get; init; }

    /// <summary>Where what is signed begins, at its header.</summary>
    public required int ToBeSignedStart { get; init; }

    public required int ToBeSignedEnd { get; init; }

    /// <summary>Where the entries begin, behind the header of revokedCertificates; equal to the end when nothing is revoked.</summary>
    public required int RevokedStart { get; init; }

    public required int RevokedEnd { get; init; }

    public required string SignatureAlgorithm { get; init; }

    public required ReadOnlyMemory<byte> IssuerName { get; init; }

    public required DateTimeOffset ThisUpdate { get; init; }

    public required DateTimeOffset NextUpdate { get; init; }

    /// <summary>Reads strictly: version 2 and nextUpdate are demanded, as RFC 5280 §5 demands them of issuers.</summary>
    /// <param name="start">The list's first bytes, all or at least <see cref="CrlLimits.LongestHead"/>. Nothing of them is kept.</param>
    /// <exception cref="AsnContentException">A flaw, or a part over its ceiling.</exception>
    public static CrlHead Read(ReadOnlyMemory<byte> start)
    {
        start = start[..Math.Min(start.Length, CrlLimits.LongestHead)];
        int position = 0;
        int total = ReadHeader(start.Span, ref position);
        int toBeSigned = position, toBeSignedEnd = ReadHeader(start.Span, ref position);
        Require(toBeSignedEnd <= total);
        DerReader fields = new(start[position..Math.Min(start.Length, toBeSignedEnd)]);
        Require(fields.ReadSmallInteger() == 1);
        string algorithm = AlgorithmIdentifiers.Read(ref fields);
        ReadOnlyMemory<byte> issuer = fields.ReadEncoded().ToArray();
        DateTimeOffset thisUpdate = fields.ReadTime(), nextUpdate = fields.ReadTime();
        Require(nextUpdate >= thisUpdate && fields.HasData);
        int revoked = Math.Min(start.Length, toBeSignedEnd) - fields.Remaining, revokedEnd = revoked;
        if (start.Span[revoked] == Sequence)
        {
            revokedEnd = ReadHeader(start.Span, ref revoked);
        }

        Require(revokedEnd <= toBeSignedEnd && total - revokedEnd <= CrlLimits.LongestTail);
        return new CrlHead
        {
            Total = total,
            ToBeSignedStart = toBeSigned,
            ToBeSignedEnd = toBeSignedEnd,
            RevokedStart = revoked,
            RevokedEnd = revokedEnd,
            SignatureAlgorithm = algorithm,
            IssuerName = issuer,
            ThisUpdate = thisUpdate,
            NextUpdate = nextUpdate,
        };
    }

    // Moves behind the header of a SEQUENCE and gives its end.
    private static int ReadHeader(ReadOnlySpan<byte> start, ref int position)
    {
        Require(position < start.Length && start[position] == Sequence);
        position++;
        int length = AsnDecoder.DecodeLength(start[position..], AsnEncodingRules.DER, out int octets) ?? throw new AsnContentException();
        Require(length <= CrlStore.MaximumLength - position - octets);
        position += octets;
        return position + length;
    }
}
