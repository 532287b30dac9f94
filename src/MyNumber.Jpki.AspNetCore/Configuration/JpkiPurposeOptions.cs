using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>What is believed of one of JPKI's two authorities, and where its status is told.</summary>
/// <remarks>Set once at start; not for change while the host runs.</remarks>
public sealed class JpkiPurposeOptions
{
    /// <summary>Pinned anchors that the application loaded itself; <see langword="null"/> (default) when they come from files, or this certificate is not used.</summary>
    public TrustAnchorSet? Anchors { get; set; }

    /// <summary>Files with the authority's self-signed certificates (認証局の自己署名証明書), DER or PEM, relative to the content root. Not together with <see cref="Anchors"/>.</summary>
    public IList<string> AnchorFiles { get; } = [];

    /// <summary>Profiles accepted under <see cref="AnchorFiles"/>; empty (default) for the card's profile of the environment. The policy of user-authentication certificates in the
    /// environment Test is not public, so there the set must be given.</summary>
    public IList<CertificateProfile> Profiles { get; } = [];

    /// <summary>The authority's own responder (OCSP), asked about its certificates before the common one of <see cref="JpkiOptions.Ocsp"/>: absolute http or https. <see langword="null"/> (default) for the common one alone.</summary>
    public Uri? OcspAddress { get; set; }

    /// <summary>Where the authority's lists of revoked certificates (失効リスト, CRL) lie: absolute http or https. Empty (default) for none.</summary>
    public IList<Uri> CrlAddresses { get; } = [];

    internal bool IsConfigured => Anchors is not null || AnchorFiles.Count != 0;
}
