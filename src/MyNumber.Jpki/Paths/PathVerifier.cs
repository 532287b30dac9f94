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
        at = WholeSecond(at);

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

    /// <summary>Every reason against the path that is known without another question, in the order of <see cref="Verify"/>; empty when it holds. At most one signature is checked.</summary>
    internal List<VerificationReason> Collect(JpkiCertificate certificate, DateTimeOffset at)
    {
        at = WholeSecond(at);
        List<VerificationReason> reasons = [];
        ProfileCheck.Collect(certificate, _anchors, reasons);
        VerificationReason unknown = FindIssuer(certificate, out TrustAnchor? issuer);
        if (unknown != VerificationReason.None)
        {
            reasons.Add(unknown);
            issuer = null;
        }

        reasons.Add(CheckOwnPeriod(certificate, at));
        reasons.Add(issuer is null || IsInside(issuer, at) ? VerificationReason.None : VerificationReason.AnchorOutOfPeriod);
        reasons.Add(issuer is null || issuer.HasSigned(certificate) ? VerificationReason.None : VerificationReason.IssuerSignatureInvalid);
        reasons.RemoveAll(reason => reason == VerificationReason.None);
        return reasons;
    }

    private static DateTimeOffset WholeSecond(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));

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

    private static VerificationReason CheckPeriods(JpkiCertificate certificate, TrustAnchor issuer, DateTimeOffset at)
    {
        VerificationReason own = CheckOwnPeriod(certificate, at);
        return own != VerificationReason.None ? own
            : IsInside(issuer, at) ? VerificationReason.None
            : VerificationReason.AnchorOutOfPeriod;
    }

    // RFC 5280 §4.1.2.5: both ends are inclusive.
    private static VerificationReason CheckOwnPeriod(JpkiCertificate certificate, DateTimeOffset at) =>
        at < certificate.NotBefore ? VerificationReason.NotYetValid
        : at > certificate.NotAfter ? VerificationReason.Expired
        : VerificationReason.None;

    private static bool IsInside(TrustAnchor issuer, DateTimeOffset at) =>
        at >= issuer.Certificate.NotBefore && at <= issuer.Certificate.NotAfter;
}
