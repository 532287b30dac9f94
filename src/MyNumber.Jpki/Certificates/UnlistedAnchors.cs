using System.Security.Cryptography;

namespace MyNumber.Jpki.Certificates;

/// <summary>Takes anchors as the files hold them, for one authority of a lab or a test environment.</summary>
internal sealed class UnlistedAnchors(CertificatePurpose purpose) : AnchorCollector
{
    private const int MostAnchors = 64;

    private readonly List<TrustAnchor> _anchors = [];

    public override IReadOnlyList<(AuthorityRecord Record, TrustAnchor Anchor)> Found =>
        [.. _anchors.OrderBy(anchor => anchor.Certificate.NotBefore).Select((anchor, index) => (AuthorityRecord.Of(anchor, purpose, index + 1), anchor))];

    protected override TrustAnchorFault? Take(TrustAnchor anchor)
    {
        if (_anchors.Exists(other => other.Certificate.RawData.Span.SequenceEqual(anchor.Certificate.RawData.Span)))
        {
            return null;
        }

        if (BearsProductionName(anchor))
        {
            return TrustAnchorFault.OtherEnvironment;
        }

        TrustAnchorFault? fault = _anchors.Count == MostAnchors ? TrustAnchorFault.TooMany
            : _anchors.Count != 0 && !_anchors[0].Name.Span.SequenceEqual(anchor.Name.Span) ? TrustAnchorFault.OtherName
            : _anchors.Exists(other => other.KeyIdentifier.Span.SequenceEqual(anchor.KeyIdentifier.Span)) ? TrustAnchorFault.KeyIdentifierRepeated
            : null;
        if (fault is null)
        {
            _anchors.Add(anchor);
        }

        return fault;
    }

    private static bool BearsProductionName(TrustAnchor anchor)
    {
        byte[] name = SHA256.HashData(anchor.Name.Span);
        return ProductionAuthorities.All.Any(record => record.NameSha256.Span.SequenceEqual(name));
    }
}
