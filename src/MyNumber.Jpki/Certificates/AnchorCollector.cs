namespace MyNumber.Jpki.Certificates;

/// <summary>Takes the certificates of files one by one and says of each why it is not taken.</summary>
internal abstract class AnchorCollector
{
    /// <summary>Generations that were taken, oldest first, with their anchors.</summary>
    public abstract IReadOnlyList<(AuthorityRecord Record, TrustAnchor Anchor)> Found { get; }

    /// <summary>Takes one; the same a second time changes nothing.</summary>
    public TrustAnchorFault? Take(byte[] der) =>
        !JpkiCertificate.TryParse(der, out _, out _) ? TrustAnchorFault.NotACertificate
        : !TrustAnchor.TryParse(der, out TrustAnchor? anchor) ? TrustAnchorFault.NotAnAuthority
        : Take(anchor);

    /// <summary>Takes an authority that signed itself, or says why not.</summary>
    protected abstract TrustAnchorFault? Take(TrustAnchor anchor);
}
