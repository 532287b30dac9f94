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

    /// <summary>Generations that are there, oldest first.</summary>
    public IReadOnlyList<AuthorityRecord> Found { get; }

    /// <summary>Generations of the table that no file has. Without one, its certificates are refused; an expired one is still needed to judge old signatures.</summary>
    public IReadOnlyList<AuthorityRecord> Missing { get; }

    /// <summary>What is not one of them, and why.</summary>
    public IReadOnlyList<RejectedAnchor> Rejected { get; }
}
