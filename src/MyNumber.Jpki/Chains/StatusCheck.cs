using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Chains;

/// <summary>Status of one certificate by the given lists (RFC 5280 §6.3.3): every reason must be covered by fresh lists whose signers lead to the same anchor.</summary>
internal sealed class StatusCheck
{
    private readonly ChainContext _context;
    private readonly CrlSignerCheck _signers;

    /// <param name="context">The lists.</param>
    /// <param name="anchor">Where the path of the certificate ends, and that of a list's signer must.</param>
    /// <param name="depth">How many searches this is inside of.</param>
    public StatusCheck(ChainContext context, ChainCertificate anchor, int depth)
    {
        _context = context;
        _signers = new CrlSignerCheck(context, anchor, depth);
    }

    /// <summary>Adds nothing when the certificate is good.</summary>
    public void Check(ChainCertificate certificate, ChainCertificate issuer, ChainFindings findings)
    {
        ChainFindings failures = new();
        bool isSilenced = false; // by a list that speaks and cannot be understood
        int covered = ReasonMask.None;
        DateTimeOffset newest = DateTimeOffset.MinValue;
        foreach (DistributionPoint point in certificate.Extensions.DistributionPoints.Append(DistributionPoint.OfIssuer(certificate.Issuer)))
        {
            foreach (ChainCrl list in _context.Crls)
            {
                int adds = list.Coverage.Reasons & point.Reasons & ~covered;
                bool isCandidate = list.BaseNumber is null && (adds != ReasonMask.None || list.ThisUpdate == newest);
                if (!isCandidate || !Covers(list, point, certificate, failures))
                {
                    continue;
                }

                VerificationReason reason = Ask(list, certificate, issuer, out bool isAuthentic);
                if (reason is VerificationReason.Revoked or VerificationReason.Held)
                {
                    findings.Add(reason);
                    return;
                }

                failures.Add(reason);
                isSilenced |= isAuthentic && reason != VerificationReason.None;
                if (reason == VerificationReason.None)
                {
                    covered |= list.Coverage.Reasons & point.Reasons;
                    newest = list.ThisUpdate;
                }
            }
        }

        if (covered != ReasonMask.All || isSilenced)
        {
            findings.Add(Explain(failures, covered));
        }
    }

    private VerificationReason Explain(ChainFindings failures, int covered) =>
        failures.Reasons.Count != 0 ? failures.Reasons[0]
        : covered != ReasonMask.None ? VerificationReason.ChainCrlReasonsNotCovered
        : _context.HasUnreadableCrl ? VerificationReason.StatusMalformed
        : VerificationReason.StatusOutOfScope;

    private bool Covers(ChainCrl list, DistributionPoint point, ChainCertificate certificate, ChainFindings failures)
    {
        VerificationReason reason = CrlScopeCheck.Check(_context, list, point, certificate);
        if (reason == VerificationReason.ChainNamesDifferInForm)
        {
            failures.Add(reason);
        }

        return reason == VerificationReason.None;
    }

    // Authentic is a list that is fresh and signed by who may: what its entries do not tell, an older list must not tell for it.
    private VerificationReason Ask(ChainCrl list, ChainCertificate certificate, ChainCertificate issuer, out bool isAuthentic)
    {
        VerificationReason reason = CheckForm(list);
        reason = reason == VerificationReason.None ? _signers.Check(list, issuer) : reason;
        isAuthentic = reason == VerificationReason.None;
        if (!isAuthentic)
        {
            return reason;
        }

        reason = CrlLookup.Find(_context, list, certificate, out bool isRemoved);
        if (isRemoved)
        {
            return VerificationReason.StatusMalformed; // RFC 5280 §5.3.1: in delta lists only
        }

        bool isAnswer = reason is VerificationReason.None or VerificationReason.Revoked or VerificationReason.Held;
        return isAnswer ? AskDelta(list, certificate, issuer, reason) : reason;
    }

    // RFC 5280 §5.2.4 and §6.3.3 (c), (h), (i), (k): the newest delta that fits the list. One that cannot be used is passed over, since the list is fresh by itself.
    private VerificationReason AskDelta(ChainCrl list, ChainCertificate certificate, ChainCertificate issuer, VerificationReason known)
    {
        foreach (ChainCrl delta in _context.Crls)
        {
            if (!IsDeltaOf(delta, list) || CheckForm(delta) != VerificationReason.None || _signers.Check(delta, issuer) != VerificationReason.None)
            {
                continue;
            }

            VerificationReason reason = CrlLookup.Find(_context, delta, certificate, out bool isRemoved);
            bool isAnswer = reason == VerificationReason.Revoked
                || (reason == VerificationReason.Held && known != VerificationReason.Revoked)
                || (isRemoved && known == VerificationReason.Held)
                || known == VerificationReason.None;
            return isAnswer ? reason : known; // a delta that cannot be understood takes back nothing
        }

        return known;
    }

    private static bool IsDeltaOf(ChainCrl delta, ChainCrl list) =>
        delta.BaseNumber is { } lowest
        && list.Number is { } number
        && delta.Number is { } own
        && number >= lowest
        && own > number
        && delta.ThisUpdate >= list.ThisUpdate
        && delta.Issuer.Der.Span.SequenceEqual(list.Issuer.Der.Span)
        && delta.AuthorityKeyIdentifier.Span.SequenceEqual(list.AuthorityKeyIdentifier.Span)
        && delta.Coverage.Encoded.Span.SequenceEqual(list.Coverage.Encoded.Span);

    private VerificationReason CheckForm(ChainCrl list) =>
        list.HasUnrecognisedCritical ? VerificationReason.ChainCrlExtensionUnrecognised
        : list.ThisUpdate > _context.At || list.NextUpdate is not { } next || _context.At > next ? VerificationReason.StatusStale
        : VerificationReason.None;
}
