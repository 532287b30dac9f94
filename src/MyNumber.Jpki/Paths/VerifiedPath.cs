using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Paths;

/// <summary>Second state of the pipeline: a certificate whose profile, issuer signature and period hold at one instant. Nothing is known of its status yet.</summary>
/// <remarks>Made by <see cref="PathVerifier"/> only. Immutable and thread safe.</remarks>
public sealed class VerifiedPath
{
    internal VerifiedPath(JpkiCertificate certificate, TrustAnchor issuer, CertificateProfile profile, JpkiEnvironment environment, DateTimeOffset at)
    {
        Certificate = certificate;
        Issuer = issuer;
        Profile = profile;
        Environment = environment;
        At = at;
    }

    /// <summary>The end-entity certificate.</summary>
    public JpkiCertificate Certificate { get; }

    /// <summary>The generation that signed it.</summary>
    public TrustAnchor Issuer { get; }

    /// <summary>The profile row that it fits.</summary>
    public CertificateProfile Profile { get; }

    /// <summary>Where the anchor comes from.</summary>
    public JpkiEnvironment Environment { get; }

    /// <summary>The instant for which this holds.</summary>
    public DateTimeOffset At { get; }
}
