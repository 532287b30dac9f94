using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains.Constraints;
using MyNumber.Jpki.Chains.Policies;
using MyNumber.Jpki.Chains.Reading;

namespace MyNumber.Jpki.Chains;

/// <summary>Basic path validation (RFC 5280 §6.1) of one whole path whose signatures hold already; status is asked elsewhere.</summary>
internal sealed class PathCheck
{
    private readonly ChainContext _context;
    private readonly bool _isNamedEndEntity;
    private readonly ChainFindings _findings = new();
    private readonly PolicyProcess _policies;
    private readonly NameConstraintProcess _names;
    private int _pathLength;

    private PathCheck(ChainContext context, ChainCertificate anchor, int length, bool isNamedEndEntity)
    {
        _context = context;
        _isNamedEndEntity = isNamedEndEntity;
        ChainOptions options = context.Options;
        ChainExtensions own = anchor.Extensions;
        _policies = new PolicyProcess(
            length,
            (isNamedEndEntity && options.NeedsExplicitPolicy) || own.RequireExplicitPolicy is not null,
            (isNamedEndEntity && options.InhibitPolicyMapping) || own.InhibitPolicyMapping is not null,
            (isNamedEndEntity && options.InhibitAnyPolicy) || own.InhibitAnyPolicy is not null);
        _names = new NameConstraintProcess(context);
        _pathLength = int.MaxValue;
    }

    /// <summary>Judges a path.</summary>
    /// <param name="context">Instant and options.</param>
    /// <param name="anchor">Where it ends.</param>
    /// <param name="path">From the end entity upwards, the anchor not in it.</param>
    /// <param name="isNamedEndEntity">Whether the options' purpose and policies are meant for it; <see langword="false"/> for the key of a list.</param>
    public static ChainFindings Check(ChainContext context, ChainCertificate anchor, IReadOnlyList<ChainCertificate> path, bool isNamedEndEntity)
    {
        PathCheck check = new(context, anchor, path.Count, isNamedEndEntity);
        check.CheckAnchor(anchor);
        for (int i = path.Count - 1; i >= 0; i--)
        {
            check.CheckOne(path[i], isFinal: i == 0);
        }

        return check._findings;
    }

    private void CheckAnchor(ChainCertificate anchor)
    {
        _findings.AddIf(_context.At < anchor.NotBefore || _context.At > anchor.NotAfter, VerificationReason.AnchorOutOfPeriod);
        _findings.AddIf(anchor.Extensions.HasUnrecognisedCritical, VerificationReason.UnrecognisedCriticalExtension);
        if (anchor.Version == 3)
        {
            CheckAuthority(anchor);
        }

        _names.Add(anchor.Extensions);
    }

    private void CheckOne(ChainCertificate certificate, bool isFinal)
    {
        _findings.AddIf(_context.At < certificate.NotBefore, VerificationReason.NotYetValid);
        _findings.AddIf(_context.At > certificate.NotAfter, VerificationReason.Expired);
        _findings.AddIf(certificate.Extensions.HasUnrecognisedCritical, VerificationReason.UnrecognisedCriticalExtension);
        CheckPurpose(certificate, isFinal);
        bool isSelfIssued = _context.IsSelfIssued(certificate);
        if (isFinal || !isSelfIssued)
        {
            _findings.Add(_names.Check(certificate));
        }

        _findings.AddIf(!_policies.Enter(certificate.Extensions, isSelfIssued, isFinal), VerificationReason.ChainPolicyNotSatisfied);
        if (isFinal)
        {
            _findings.Add(_context.CheckKey(certificate));
            _findings.AddIf(!_policies.IsSatisfied(_isNamedEndEntity ? _context.Options.AcceptedPolicies : []), VerificationReason.ChainPolicyNotSatisfied);
            return;
        }

        _findings.AddIf(certificate.Version != 3, VerificationReason.ChainAuthorityExpected);
        if (!isSelfIssued)
        {
            _findings.AddIf(_pathLength <= 0, VerificationReason.ChainPathTooLong);
            _pathLength = Math.Max(0, _pathLength - 1);
        }

        CheckAuthority(certificate);
        _names.Add(certificate.Extensions);
    }

    // RFC 5280 §6.1.4 (k) to (n). The anchor is held to the same when it says so itself.
    private void CheckAuthority(ChainCertificate certificate)
    {
        _findings.AddIf(!certificate.Extensions.IsAuthority, VerificationReason.ChainAuthorityExpected);
        _findings.AddIf(
            certificate.Extensions.KeyUsage is { } usage && (usage & X509KeyUsageFlags.KeyCertSign) == 0, VerificationReason.ChainKeyMayNotSignCertificates);
        _pathLength = Math.Min(_pathLength, certificate.Extensions.PathLength ?? int.MaxValue);
    }

    private void CheckPurpose(ChainCertificate certificate, bool isFinal)
    {
        string? wanted = _isNamedEndEntity ? _context.Options.RequiredPurpose : null;
        if (wanted is null)
        {
            _findings.AddIf(certificate.Extensions.ArePurposesCritical && !Names(certificate, Oids.AnyExtendedKeyUsage), VerificationReason.ChainPurposeUndecided);
        }
        else if (isFinal || certificate.Extensions.Purposes is not null)
        {
            bool isAllowed = Names(certificate, wanted) || (!isFinal && Names(certificate, Oids.AnyExtendedKeyUsage));
            _findings.AddIf(!isAllowed, VerificationReason.ChainPurposeNotAllowed);
        }

        X509KeyUsageFlags bits = _isNamedEndEntity && isFinal ? _context.Options.RequiredKeyUsage : X509KeyUsageFlags.None;
        _findings.AddIf(certificate.Extensions.KeyUsage is { } usage && (usage & bits) != bits, VerificationReason.ChainPurposeNotAllowed);
    }

    private static bool Names(ChainCertificate certificate, string purpose) => certificate.Extensions.Purposes?.Contains(purpose) == true;
}
