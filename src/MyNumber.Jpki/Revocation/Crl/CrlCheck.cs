using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Holds a list against the anchors.</summary>
internal static class CrlCheck
{
    /// <summary>What its beginning alone refuses, so that a stranger's list costs no more reading.</summary>
    public static VerificationReason CheckHead(CrlHead head, TrustAnchorSet anchors) =>
        !anchors.HasName(head.IssuerName.Span) ? VerificationReason.IssuerUnknown
        : TrustAnchor.HashOf(head.SignatureAlgorithm) is null ? VerificationReason.StatusSignatureInvalid
        : VerificationReason.None;

    /// <summary>The signature, then what the whole list says of itself.</summary>
    public static VerificationReason Check(CrlReading list, ReadOnlySpan<byte> signedHash, out TrustAnchor? issuer)
    {
        VerificationReason reason = FindIssuer(list, signedHash, out issuer);
        return reason != VerificationReason.None ? reason
            : list.Tail.Extensions.HasUnrecognisedCritical ? VerificationReason.UnrecognisedCriticalExtension
            : !list.Tail.Extensions.IsScopeSupported ? VerificationReason.StatusOutOfScope
            : list.Head.ThisUpdate > list.Terms.LatestThisUpdate ? VerificationReason.StatusStale
            : list.HasUnrecognisedCriticalEntry ? VerificationReason.UnrecognisedCriticalExtension
            : VerificationReason.None;
    }

    // Generations share their name. Without a key identifier the signature alone tells which one it was.
    private static VerificationReason FindIssuer(CrlReading list, ReadOnlySpan<byte> signedHash, out TrustAnchor? issuer)
    {
        issuer = null;
        ReadOnlySpan<byte> key = list.Tail.Extensions.AuthorityKeyIdentifier.Span;
        bool keyKnown = false;
        foreach (TrustAnchor anchor in list.Terms.Anchors.Anchors)
        {
            if (anchor.Name.Span.SequenceEqual(list.Head.IssuerName.Span) && (key.IsEmpty || key.SequenceEqual(anchor.KeyIdentifier.Span)))
            {
                keyKnown = true;
                issuer ??= anchor.HasSignedHash(signedHash, list.Head.SignatureAlgorithm, list.Tail.Signature) ? anchor : null;
            }
        }

        return issuer is not null ? VerificationReason.None
            : keyKnown ? VerificationReason.StatusSignatureInvalid
            : VerificationReason.IssuerGenerationUnknown;
    }
}
