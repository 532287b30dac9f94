using MyNumber.Jpki.Chains.Names;
using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Chains;

/// <summary>Walks from a certificate to its issuers and on to an anchor, depth first, and judges each whole path until one is valid.</summary>
internal sealed class PathSearch
{
    private const int WholeDoubt = 4, BrokenDoubt = 3, WholeRefusal = 2, BrokenRefusal = 1;

    private readonly ChainContext _context;
    private readonly IReadOnlyList<ChainCertificate> _anchors;
    private readonly int _depth;
    private readonly List<ChainCertificate> _path = [];
    private ChainFindings _best = ChainFindings.Of(VerificationReason.IssuerUnknown);
    private int _bestScore;

    /// <param name="context">What is given.</param>
    /// <param name="anchors">Where a path may end.</param>
    /// <param name="depth">0 for the end entity; more for the key of a list.</param>
    public PathSearch(ChainContext context, IReadOnlyList<ChainCertificate> anchors, int depth)
    {
        _context = context;
        _anchors = anchors;
        _depth = depth;
    }

    public ChainResult Run(ChainCertificate target)
    {
        _path.Add(target);
        bool isFound = Extend();
        if (_context.IsExhausted)
        {
            return new ChainResult(ChainFindings.Of(VerificationReason.ChainWorkExceeded), null); // what was not compared any more might have refused the path
        }

        return isFound ? new ChainResult(new ChainFindings(), _path) { IsStatusLeftToTheCaller = _context.Options.LeaveStatusOfEveryCertificateToTheCaller } : new ChainResult(_best, null);
    }

    private bool Extend()
    {
        if (!_context.TryStep())
        {
            return false;
        }

        ChainCertificate top = _path[^1];
        foreach (ChainCertificate anchor in IssuersOf(top, _anchors))
        {
            if (IsSignedBy(top, anchor) && IsValidUnder(anchor))
            {
                return true;
            }
        }

        foreach (ChainCertificate issuer in IssuersOf(top, _context.Intermediates))
        {
            if (_path.Contains(issuer) || IsAnchor(issuer) || !IsSignedBy(top, issuer))
            {
                continue;
            }

            if (_path.Count == _context.Options.MaximumPathLength)
            {
                Note(ChainFindings.Of(VerificationReason.ChainWorkExceeded), BrokenDoubt, BrokenRefusal);
                continue;
            }

            _path.Add(issuer);
            if (Extend())
            {
                return true;
            }

            _path.RemoveAt(_path.Count - 1);
        }

        return false;
    }

    // Those whose key identifier is the one that is asked for come first; it orders and does not decide (RFC 5280 §4.2.1.1).
    private IEnumerable<ChainCertificate> IssuersOf(ChainCertificate certificate, IReadOnlyList<ChainCertificate> candidates) =>
        candidates.Where(candidate => HasIssuersName(certificate, candidate)).OrderByDescending(candidate => HasNamedKey(certificate, candidate));

    private bool HasIssuersName(ChainCertificate certificate, ChainCertificate candidate)
    {
        NameMatch match = certificate.Issuer.Compare(candidate.Subject);
        if (match == NameMatch.InMeaning && !_context.AreEqual(match))
        {
            Note(ChainFindings.Of(VerificationReason.ChainNamesDifferInForm), BrokenDoubt, BrokenRefusal);
        }

        return _context.AreEqual(match);
    }

    private static bool HasNamedKey(ChainCertificate certificate, ChainCertificate candidate) =>
        certificate.Extensions.AuthorityKeyIdentifier.Span.SequenceEqual(candidate.Extensions.SubjectKeyIdentifier.Span);

    private bool IsAnchor(ChainCertificate certificate)
    {
        foreach (ChainCertificate anchor in _anchors)
        {
            if (anchor.RawData.Span.SequenceEqual(certificate.RawData.Span))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSignedBy(ChainCertificate certificate, ChainCertificate issuer)
    {
        VerificationReason reason = _context.CheckSignature(certificate.ToBeSigned, certificate.SignatureAlgorithm, certificate.Signature, issuer);
        if (reason != VerificationReason.None)
        {
            Note(ChainFindings.Of(reason), BrokenDoubt, BrokenRefusal);
        }

        return reason == VerificationReason.None;
    }

    private bool IsValidUnder(ChainCertificate anchor)
    {
        ChainFindings findings = PathCheck.Check(_context, anchor, _path, isNamedEndEntity: _depth == 0);
        if (findings.Outcome != VerificationOutcome.Invalid && !_context.Options.LeaveStatusOfEveryCertificateToTheCaller)
        {
            StatusCheck status = new(_context, anchor, _depth);
            for (int i = _path.Count - 1; i >= 0; i--)
            {
                status.Check(_path[i], i == _path.Count - 1 ? anchor : _path[i + 1], findings);
            }
        }

        if (findings.Outcome == VerificationOutcome.Valid)
        {
            _path.Add(anchor);
            return true;
        }

        Note(findings, WholeDoubt, WholeRefusal);
        return false;
    }

    private void Note(ChainFindings findings, int doubt, int refusal)
    {
        int score = findings.Outcome == VerificationOutcome.Undetermined ? doubt : refusal;
        if (score > _bestScore)
        {
            _best = findings;
            _bestScore = score;
        }
    }
}
