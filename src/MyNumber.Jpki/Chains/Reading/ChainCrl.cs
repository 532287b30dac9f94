using System.Formats.Asn1;
using System.Numerics;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Chains.Names;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>A revocation list of any hierarchy (RFC 5280 §5.1), its entries unread.</summary>
internal sealed class ChainCrl
{
    private const int MostExtensions = 32, LongestNumber = 20;

    private ChainCrl(SignedEnvelope envelope, string algorithm, ChainName issuer)
    {
        Envelope = envelope;
        SignatureAlgorithm = algorithm;
        Issuer = issuer;
    }

    public SignedEnvelope Envelope { get; }

    public string SignatureAlgorithm { get; }

    public ChainName Issuer { get; }

    public DateTimeOffset ThisUpdate { get; private set; }

    /// <summary>RFC 5280 §5.1.2.5 demands it; a list without it is never fresh.</summary>
    public DateTimeOffset? NextUpdate { get; private set; }

    /// <summary>Contents of revokedCertificates.</summary>
    public ReadOnlyMemory<byte> Entries { get; private set; }

    public ReadOnlyMemory<byte> AuthorityKeyIdentifier { get; private set; }

    public BigInteger? Number { get; private set; }

    /// <summary>BaseCRLNumber; not <see langword="null"/> exactly for a delta list (RFC 5280 §5.2.4).</summary>
    public BigInteger? BaseNumber { get; private set; }

    public CrlCoverage Coverage { get; private set; } = CrlCoverage.Full;

    public bool HasUnrecognisedCritical { get; private set; }

    /// <summary>The list, or <see langword="null"/> when the bytes are not one.</summary>
    public static ChainCrl? TryRead(ReadOnlyMemory<byte> der)
    {
        try
        {
            return Read(der);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static ChainCrl Read(ReadOnlyMemory<byte> der)
    {
        SignedEnvelope envelope = SignedEnvelope.Read(der);
        string algorithm = envelope.ReadAlgorithm();
        DerReader tbs = new DerReader(envelope.ToBeSigned).ReadSequence();
        bool second = tbs.NextIs(Asn1Tag.Integer);
        Require(!second || tbs.ReadSmallInteger() == 1);
        Require(tbs.ReadEncoded().Span.SequenceEqual(envelope.AlgorithmIdentifier.Span));
        ChainCrl list = new(envelope, algorithm, ChainName.Read(ref tbs)) { ThisUpdate = tbs.ReadTime() };
        list.NextUpdate = tbs.NextIs(new Asn1Tag(UniversalTagNumber.UtcTime)) || tbs.NextIs(new Asn1Tag(UniversalTagNumber.GeneralizedTime)) ? tbs.ReadTime() : null;
        list.Entries = tbs.NextIs(Asn1Tag.Sequence) ? tbs.ReadSequenceContents() : default;
        if (tbs.HasData)
        {
            Require(second);
            list.ReadExtensions(tbs.ReadSequence(DerTags.ContextConstructed(0)));
        }

        tbs.End();
        return list;
    }

    private void ReadExtensions(DerReader wrapper)
    {
        DerReader extensions = wrapper.ReadSequence();
        wrapper.End();
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (extensions.HasData)
        {
            DerExtension extension = DerExtension.Read(ref extensions);
            Require(seen.Add(extension.Oid) && seen.Count <= MostExtensions);
            HasUnrecognisedCritical |= !TryReadKnown(extension.Oid, new DerReader(extension.Value)) && extension.IsCritical;
        }
    }

    private bool TryReadKnown(string oid, DerReader value)
    {
        switch (oid)
        {
            case Oids.AuthorityKeyIdentifier:
                AuthorityKeyIdentifier = ExtensionValues.ReadAuthorityKeyIdentifier(ref value).KeyIdentifier;
                break;
            case Oids.CrlNumber:
                Number = ReadNumber(ref value);
                break;
            case Oids.DeltaCrlIndicator:
                BaseNumber = ReadNumber(ref value);
                break;
            case Oids.IssuingDistributionPoint:
                Coverage = CrlCoverage.Read(ref value);
                break;
            default:
                return false;
        }

        value.End();
        return true;
    }

    private static BigInteger ReadNumber(ref DerReader value)
    {
        ReadOnlySpan<byte> number = value.ReadInteger().Span;
        Require(number.Length <= LongestNumber && number[0] < 0x80);
        return new BigInteger(number, isUnsigned: true, isBigEndian: true);
    }
}
