using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Holds a list against the anchors before its entries are read.</summary>
internal static class CrlCheck
{
    public static VerificationReason Check(CrlHeader header, TrustAnchorSet anchors, DateTimeOffset latestThisUpdate, out TrustAnchor? issuer)
    {
        VerificationReason reason = FindIssuer(header, anchors, out issuer);
        if (reason != VerificationReason.None)
        {
            return reason;
        }

        if (header.Extensions.HasUnrecognisedCritical)
        {
            return VerificationReason.UnrecognisedCriticalExtension;
        }

        if (!header.Extensions.IsScopeSupported)
        {
            return VerificationReason.StatusOutOfScope;
        }

        return header.ThisUpdate > latestThisUpdate ? VerificationReason.StatusStale : VerificationReason.None;
    }

    // Generations share their name. Without a key identifier the signature alone tells which one it was.
    private static VerificationReason FindIssuer(CrlHeader header, TrustAnchorSet anchors, out TrustAnchor? issuer)
    {
        issuer = null;
        ReadOnlyMemory<byte> key = header.Extensions.AuthorityKeyIdentifier;
        bool nameKnown = false, keyKnown = false;
        foreach (TrustAnchor anchor in anchors.Anchors)
        {
            if (!anchor.Name.Span.SequenceEqual(header.IssuerName.Span))
            {
                continue;
            }

            nameKnown = true;
            if (key.IsEmpty || key.Span.SequenceEqual(anchor.KeyIdentifier.Span))
            {
                keyKnown = true;
                issuer ??= anchor.HasSigned(header.ToBeSigned.Span, header.SignatureAlgorithm, header.Signature) ? anchor : null;
            }
        }

        return issuer is not null ? VerificationReason.None
            : keyKnown ? VerificationReason.StatusSignatureInvalid
            : nameKnown ? VerificationReason.IssuerGenerationUnknown
            : VerificationReason.IssuerUnknown;
    }
}
