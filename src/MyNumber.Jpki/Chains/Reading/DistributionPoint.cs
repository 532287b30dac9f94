using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains.Names;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>One DistributionPoint of a certificate (RFC 5280 §4.2.1.13).</summary>
internal sealed class DistributionPoint
{
    private const int Most = 64;

    private DistributionPoint(DistributionPointName? name, int reasons, IReadOnlyList<GeneralName> issuers)
    {
        Name = name;
        Reasons = reasons;
        CrlIssuers = issuers;
    }

    /// <summary>Where a certificate names no point: its issuer's own full list.</summary>
    public static DistributionPoint OfIssuer(ChainName issuer) => new(DistributionPointName.Of(issuer), ReasonMask.All, []);

    public DistributionPointName? Name { get; }

    /// <summary>The reasons that lists of this point cover; all when the point says nothing.</summary>
    public int Reasons { get; }

    /// <summary>cRLIssuer; empty when the certificate's issuer issues the list.</summary>
    public IReadOnlyList<GeneralName> CrlIssuers { get; }

    public static List<DistributionPoint> ReadAll(ref DerReader value)
    {
        List<DistributionPoint> points = [];
        DerReader list = value.ReadSequence();
        while (list.HasData)
        {
            points.Add(Read(list.ReadSequence()));
            DerReader.Require(points.Count <= Most);
        }

        DerReader.Require(points.Count != 0);
        return points;
    }

    private static DistributionPoint Read(DerReader point)
    {
        DistributionPointName? name = point.NextIs(DerTags.Context(0)) ? DistributionPointName.Read(ref point) : null;
        int reasons = point.NextIs(DerTags.Context(1)) ? ReasonMask.Read(ref point, 1) : ReasonMask.All;
        List<GeneralName> issuers = [];
        if (point.NextIs(DerTags.Context(2)))
        {
            DerReader names = point.ReadSequence(DerTags.ContextConstructed(2));
            issuers = GeneralName.ReadAll(ref names);
        }

        point.End();
        DerReader.Require(name is not null || issuers.Count != 0); // RFC 5280 §4.2.1.13: never reasons alone
        return new DistributionPoint(name, reasons, issuers);
    }
}
