namespace MyNumber.Jpki.Certificates;

/// <summary>All pinned generations of one authority for one purpose in one environment, with the profiles that are accepted under them.</summary>
/// <remarks>Immutable and thread safe. Generations share a name, so an issuer is chosen by key identifier and proved by signature, never by name.</remarks>
public sealed class TrustAnchorSet
{
    private readonly TrustAnchor[] _anchors;

    /// <summary>Binds anchors to a purpose.</summary>
    /// <param name="purpose">Which certificate the authority issues.</param>
    /// <param name="environment">Where the anchors come from.</param>
    /// <param name="anchors">At least one anchor; key identifiers are distinct.</param>
    /// <param name="profiles">Profiles accepted under these anchors; all of <paramref name="purpose"/>, their policies distinct.</param>
    /// <exception cref="ArgumentException">No anchor, one that is <see langword="null"/>, two anchors with one key identifier, no profile, a profile of another purpose, or two profiles with one policy.</exception>
    public TrustAnchorSet(CertificatePurpose purpose, JpkiEnvironment environment, IEnumerable<TrustAnchor> anchors, IEnumerable<CertificateProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        ArgumentNullException.ThrowIfNull(profiles);
        Purpose = purpose;
        Environment = environment;
        _anchors = [.. anchors];
        Profiles = [.. profiles];
        if (_anchors.Length == 0 || _anchors.Contains(null) || _anchors.DistinctBy(a => Convert.ToBase64String(a.KeyIdentifier.Span)).Count() != _anchors.Length)
        {
            throw new ArgumentException("Anchors must be given, each with its own key identifier.", nameof(anchors));
        }

        RequireProfiles(purpose, Profiles);
    }

    /// <summary>Which certificate these anchors issue.</summary>
    public CertificatePurpose Purpose { get; }

    /// <summary>Where the anchors come from.</summary>
    public JpkiEnvironment Environment { get; }

    /// <summary>The anchors.</summary>
    public IReadOnlyList<TrustAnchor> Anchors => _anchors;

    /// <summary>The profiles accepted under them.</summary>
    public IReadOnlyList<CertificateProfile> Profiles { get; }

    /// <summary>Throws unless there are profiles, all of one purpose, each with its own policy.</summary>
    internal static void RequireProfiles(CertificatePurpose purpose, IReadOnlyList<CertificateProfile> profiles)
    {
        if (profiles.Count == 0 || profiles.Contains(null) || profiles.Any(p => p.Purpose != purpose) || profiles.DistinctBy(p => p.Policy).Count() != profiles.Count)
        {
            throw new ArgumentException("Profiles must be given, each of the set's purpose and with its own policy.", nameof(profiles));
        }
    }

    /// <summary>Whether any generation has this name.</summary>
    internal bool HasName(ReadOnlySpan<byte> name)
    {
        foreach (TrustAnchor anchor in _anchors)
        {
            if (anchor.Name.Span.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The generation with this name and key identifier.</summary>
    internal TrustAnchor? Find(ReadOnlySpan<byte> name, ReadOnlySpan<byte> keyIdentifier)
    {
        foreach (TrustAnchor anchor in _anchors)
        {
            if (anchor.KeyIdentifier.Span.SequenceEqual(keyIdentifier) && anchor.Name.Span.SequenceEqual(name))
            {
                return anchor;
            }
        }

        return null;
    }
}
