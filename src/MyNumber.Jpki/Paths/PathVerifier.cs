using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Paths;

/// <summary>The local half of validation: profile, issuer by key identifier, period, issuer's signature — cheap steps first, no network.</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class PathVerifier
{
    private readonly TrustAnchorSet _anchors;

    /// <summary>Verifies against one set of anchors.</summary>
    /// <param name="anchors">Pinned anchors with purpose and profiles.</param>
    public PathVerifier(TrustAnchorSet anchors)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        _anchors = anchors;
    }

    /// <summary>Verifies a certificate's path at an instant.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="at">The instant; fractions of a second are dropped, since certificates count whole seconds.</param>
    /// <param name="path">The verified path, or <see langword="null"/>.</param>
    /// <returns>The first reason for refusal, or <see cref="VerificationReason.None"/>.</returns>
    public VerificationReason Verify(JpkiCertificate certificate, DateTimeOffset at, out VerifiedPath? path)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        path = null;
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));

        VerificationReason reason = ProfileCheck.Match(certificate, _anchors, out CertificateProfile? profile);
        if (reason == VerificationReason.None)
        {
            reason = FindIssuer(certificate, out TrustAnchor? issuer);
            if (reason == VerificationReason.None)
            {
                reason = CheckPeriods(certificate, issuer!, at);
            }

            if (reason == VerificationReason.None)
            {
                reason = issuer!.HasSigned(certificate) ? VerificationReason.None : VerificationReason.IssuerSignatureInvalid;
            }

            path = reason == VerificationReason.None ? new VerifiedPath(certificate, issuer!, profile!, _anchors.Environment, at) : null;
        }

        return reason;
    }

    private VerificationReason FindIssuer(JpkiCertificate certificate, out TrustAnchor? issuer)
    {
        issuer = null;
        if (!_anchors.HasName(certificate.IssuerName.Span))
        {
            return VerificationReason.IssuerUnknown;
        }

        AuthorityKeyIdentifier? authority = certificate.AuthorityKeyIdentifier;
        issuer = authority is null ? null : _anchors.Find(certificate.IssuerName.Span, authority.KeyIdentifier.Span);
        return issuer is null || !NamesItsIssuer(authority!, issuer) ? VerificationReason.IssuerGenerationUnknown : VerificationReason.None;
    }

    // RFC 5280 §4.2.1.1: where authorityCertIssuer and authorityCertSerialNumber are given, they are the anchor's own.
    private static bool NamesItsIssuer(AuthorityKeyIdentifier authority, TrustAnchor issuer) =>
        (authority.IssuerName.IsEmpty || authority.IssuerName.Span.SequenceEqual(issuer.Certificate.IssuerName.Span))
        && (authority.SerialNumber.IsEmpty || authority.SerialNumber.Span.SequenceEqual(issuer.Certificate.SerialNumber.Span));

    // RFC 5280 §4.1.2.5: both ends are inclusive.
    private static VerificationReason CheckPeriods(JpkiCertificate certificate, TrustAnchor issuer, DateTimeOffset at)
    {
        if (at < certificate.NotBefore)
        {
            return VerificationReason.NotYetValid;
        }

        if (at > certificate.NotAfter)
        {
            return VerificationReason.Expired;
        }

        bool inside = at >= issuer.Certificate.NotBefore && at <= issuer.Certificate.NotAfter;
        return inside ? VerificationReason.None : VerificationReason.AnchorOutOfPeriod;
    }
}
