using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Services;

/// <summary>The table from an answer to an advice. Meanings of the revocation reasons: project research notes on the certification practice statement, confirmed by two sources.</summary>
internal static class StatusAdvices
{
    private static readonly Dictionary<RevocationReason, StatusAdvice> Revoked = new()
    {
        [RevocationReason.Unspecified] = StatusAdvice.ContactHolder,
        [RevocationReason.KeyCompromise] = StatusAdvice.SuspectKey,
        [RevocationReason.CACompromise] = StatusAdvice.DistrustAuthority,
        [RevocationReason.AffiliationChanged] = StatusAdvice.UpdateAttributes,
        [RevocationReason.Superseded] = StatusAdvice.FollowRenewal,
        [RevocationReason.CessationOfOperation] = StatusAdvice.ContactHolder,
    };

    private static readonly Dictionary<VerificationReason, StatusAdvice> Refused = new()
    {
        [VerificationReason.None] = StatusAdvice.Continue,
        [VerificationReason.Held] = StatusAdvice.RefuseWhileHeld,
        [VerificationReason.Expired] = StatusAdvice.AskForNewCertificate,
    };

    public static StatusAdvice For(ValidationResult result)
    {
        if (result.Outcome == VerificationOutcome.Undetermined)
        {
            return StatusAdvice.AskAgainLater;
        }

        return result.Reason == VerificationReason.Revoked
            ? Revoked.GetValueOrDefault(result.Status?.Reason ?? RevocationReason.Unspecified, StatusAdvice.ContactHolder)
            : Refused.GetValueOrDefault(result.Reason, StatusAdvice.Investigate);
    }
}
