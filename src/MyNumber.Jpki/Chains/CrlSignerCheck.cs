using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Chains;

/// <summary>Finds who signed a list and whether it may (RFC 5280 §6.3.3 (f), (g)): the certificate's issuer, or another key of the list's name that leads to the same anchor.</summary>
internal sealed class CrlSignerCheck
{
    private const int Deepest = 4;

    private readonly ChainContext _context;
    private readonly ChainCertificate _anchor;
    private readonly int _depth;

    public CrlSignerCheck(ChainContext context, ChainCertificate anchor, int depth)
    {
        _context = context;
        _anchor = anchor;
        _depth = depth;
    }

    /// <summary>None, StatusSignatureInvalid, StatusSignerNotAuthorised, ChainAlgorithmNotSupported or ChainWorkExceeded.</summary>
    /// <param name="list">The list.</param>
    /// <param name="issuer">The issuer of the certificate that is asked about, part of the path that is judged.</param>
    public VerificationReason Check(ChainCrl list, ChainCertificate issuer)
    {
        VerificationReason best = VerificationReason.StatusSignatureInvalid;
        foreach (ChainCertificate candidate in _context.Intermediates.Append(_anchor).Where(other => other != issuer).Prepend(issuer))
        {
            if (!_context.AreEqual(list.Issuer.Compare(candidate.Subject)))
            {
                continue;
            }

            VerificationReason reason = _context.CheckSignature(list.Envelope.ToBeSigned, list.SignatureAlgorithm, list.Envelope.Signature, candidate);
            if (reason == VerificationReason.None)
            {
                best = MaySign(candidate, isInPath: candidate == issuer) ? VerificationReason.None : VerificationReason.StatusSignerNotAuthorised;
            }
            else if (reason is VerificationReason.ChainAlgorithmNotSupported or VerificationReason.ChainWorkExceeded && best == VerificationReason.StatusSignatureInvalid)
            {
                best = reason;
            }

            if (best == VerificationReason.None)
            {
                return best;
            }
        }

        return best;
    }

    // keyUsage without cRLSign forbids; outside of the path the bit must be there, since nothing else makes a certificate the key of a list.
    private bool MaySign(ChainCertificate signer, bool isInPath)
    {
        bool hasBit = signer.Extensions.KeyUsage is { } usage && (usage & X509KeyUsageFlags.CrlSign) != 0;
        bool isAllowed = hasBit || (signer.Extensions.KeyUsage is null && (isInPath || signer == _anchor));
        return isAllowed && (isInPath || signer == _anchor || LeadsToAnchor(signer));
    }

    private bool LeadsToAnchor(ChainCertificate signer)
    {
        if (_context.CrlSigners.TryGetValue((signer, _anchor), out bool leads))
        {
            return leads;
        }

        if (_depth == Deepest)
        {
            return false;
        }

        _context.CrlSigners[(signer, _anchor)] = false; // while it is judged, it vouches for nothing, least of all for itself
        ChainResult result = new PathSearch(_context, [_anchor], _depth + 1).Run(signer);
        _context.CrlSigners[(signer, _anchor)] = result.Outcome == VerificationOutcome.Valid;
        return result.Outcome == VerificationOutcome.Valid;
    }
}
