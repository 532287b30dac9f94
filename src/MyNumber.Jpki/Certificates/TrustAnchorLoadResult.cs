using System.Globalization;

namespace MyNumber.Jpki.Certificates;

/// <summary>What was in the files: the anchors, if nothing was wrong, and what to tell whoever handed them over.</summary>
public sealed class TrustAnchorLoadResult
{
    internal TrustAnchorLoadResult(TrustAnchorSet? anchors, IReadOnlyList<AuthorityRecord> found, IReadOnlyList<AuthorityRecord> missing, IReadOnlyList<RejectedAnchor> rejected)
    {
        Anchors = anchors;
        Found = found;
        Missing = missing;
        Rejected = rejected;
    }

    /// <summary>The set; <see langword="null"/> when a certificate was rejected or none was found. A missing generation does not keep it from being made.</summary>
    public TrustAnchorSet? Anchors { get; }

    /// <summary>Generations that are there, oldest first. Without a table they are counted from the oldest, and can serve as one (<see cref="TrustAnchorLoader.ForTable"/>).</summary>
    public IReadOnlyList<AuthorityRecord> Found { get; }

    /// <summary>Generations of the table that no file has; empty where there is no table. Without one, its certificates are refused; an expired one is still needed to judge old signatures.</summary>
    public IReadOnlyList<AuthorityRecord> Missing { get; }

    /// <summary>What is not one of them, and why.</summary>
    public IReadOnlyList<RejectedAnchor> Rejected { get; }

    /// <summary>How many anchors there are, or which certificates kept the set from being made and why, at most eight of them.</summary>
    /// <returns>A text with the labels of the files, for whoever handed them over.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"TrustAnchorLoadResult({Told()})");

    private string Told()
    {
        const int Most = 8;
        string reasons = string.Join("; ", Rejected.Take(Most).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Label} #{one.Index + 1} {one.Fault}")));
        return Rejected.Count > Most ? string.Create(CultureInfo.InvariantCulture, $"none: {reasons}; and {Rejected.Count - Most} more")
            : Rejected.Count != 0 ? "none: " + reasons
            : Anchors is null ? "none: no certificate was given"
            : string.Create(CultureInfo.InvariantCulture, $"{Anchors.Anchors.Count} of {Found.Count + Missing.Count} generations");
    }
}
