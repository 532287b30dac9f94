using System.Security.Cryptography;

namespace MyNumber.Jpki.Certificates;

/// <summary>Takes the anchors of one purpose that a table of fingerprints knows.</summary>
internal sealed class ListedAnchors(CertificatePurpose purpose, IReadOnlyList<AuthorityRecord> table) : AnchorCollector
{
    private readonly SortedDictionary<int, (AuthorityRecord Record, TrustAnchor Anchor)> _found = [];

    public override IReadOnlyList<(AuthorityRecord Record, TrustAnchor Anchor)> Found => [.. _found.Values];

    protected override TrustAnchorFault? Take(TrustAnchor anchor)
    {
        byte[] fingerprint = SHA256.HashData(anchor.Certificate.RawData.Span);
        AuthorityRecord? record = table.FirstOrDefault(row => row.Sha256.Span.SequenceEqual(fingerprint));
        if (record is null)
        {
            return Explain(anchor);
        }

        if (record.Purpose != purpose)
        {
            return TrustAnchorFault.OtherPurpose;
        }

        if (!IsAsRecorded(anchor, record))
        {
            return TrustAnchorFault.RecordDiffers;
        }

        _found[record.Generation] = (record, anchor);
        return null;
    }

    private TrustAnchorFault Explain(TrustAnchor anchor)
    {
        byte[] name = SHA256.HashData(anchor.Name.Span);
        AuthorityRecord[] alike = [.. table.Where(row => row.NameSha256.Span.SequenceEqual(name))];
        return alike.Length == 0 ? TrustAnchorFault.OtherEnvironment
            : alike.Any(row => row.Purpose != purpose) ? TrustAnchorFault.OtherPurpose
            : alike.Any(row => row.KeyIdentifier.Span.SequenceEqual(anchor.KeyIdentifier.Span)) ? TrustAnchorFault.FingerprintDiffers
            : TrustAnchorFault.UnknownGeneration;
    }

    private static bool IsAsRecorded(TrustAnchor anchor, AuthorityRecord record)
    {
        AuthorityRecord own = AuthorityRecord.Of(anchor, record.Purpose, 1);
        return own.KeyIdentifier.Span.SequenceEqual(record.KeyIdentifier.Span)
            && own.SerialNumber.Span.SequenceEqual(record.SerialNumber.Span)
            && own.NameSha256.Span.SequenceEqual(record.NameSha256.Span)
            && own.NotBefore == record.NotBefore
            && own.NotAfter == record.NotAfter;
    }
}
