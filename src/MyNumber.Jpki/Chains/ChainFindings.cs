namespace MyNumber.Jpki.Chains;

/// <summary>Reasons found on one path, ranked.</summary>
internal sealed class ChainFindings
{
    private static readonly VerificationReason[] Refusals =
    [
        VerificationReason.CertificateMalformed,
        VerificationReason.IssuerSignatureInvalid,
        VerificationReason.Revoked,
        VerificationReason.AlgorithmNotAccepted,
        VerificationReason.ChainAuthorityExpected,
        VerificationReason.ChainKeyMayNotSignCertificates,
        VerificationReason.ChainPathTooLong,
        VerificationReason.ChainNameNotPermitted,
        VerificationReason.ChainPolicyNotSatisfied,
        VerificationReason.ChainPurposeNotAllowed,
        VerificationReason.UnrecognisedCriticalExtension,
        VerificationReason.Held,
        VerificationReason.NotYetValid,
        VerificationReason.Expired,
        VerificationReason.AnchorOutOfPeriod,
        VerificationReason.IssuerUnknown,
    ];

    private static readonly VerificationReason[] Doubts =
    [
        VerificationReason.ChainWorkExceeded,
        VerificationReason.ChainAlgorithmNotSupported,
        VerificationReason.ChainNamesDifferInForm,
        VerificationReason.ChainConstraintNotSupported,
        VerificationReason.ChainPurposeUndecided,
        VerificationReason.ChainCrlExtensionUnrecognised,
        VerificationReason.StatusSignerNotAuthorised,
        VerificationReason.StatusSignatureInvalid,
        VerificationReason.StatusStale,
        VerificationReason.ChainCrlReasonsNotCovered,
        VerificationReason.StatusMalformed,
        VerificationReason.StatusOutOfScope,
    ];

    private readonly SortedSet<int> _ranks = [];

    public VerificationOutcome Outcome =>
        _ranks.Count == 0 ? VerificationOutcome.Valid : _ranks.Min < Refusals.Length ? VerificationOutcome.Invalid : VerificationOutcome.Undetermined;

    public IReadOnlyList<VerificationReason> Reasons =>
        [.. _ranks.Select(rank => rank < Refusals.Length ? Refusals[rank] : Doubts[rank - Refusals.Length])];

    public static ChainFindings Of(VerificationReason reason)
    {
        ChainFindings findings = new();
        findings.Add(reason);
        return findings;
    }

    /// <summary>Adds a reason; None adds nothing.</summary>
    /// <exception cref="InvalidOperationException">A reason that no chain can have: a fault of this library.</exception>
    public void Add(VerificationReason reason)
    {
        if (reason == VerificationReason.None)
        {
            return;
        }

        int refusal = Array.IndexOf(Refusals, reason), doubt = Array.IndexOf(Doubts, reason);
        _ranks.Add(refusal >= 0 ? refusal : doubt >= 0 ? Refusals.Length + doubt : throw new InvalidOperationException("The reason has no rank."));
    }

    public void AddIf(bool condition, VerificationReason reason) => Add(condition ? reason : VerificationReason.None);
}
