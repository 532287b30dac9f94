using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>The rules of hold and revocation as pure functions: good → held → revoked, good → revoked, and for a phone's certificate held → good.</summary>
/// <remarks>Source: project research notes on JPKI, §3.3 and §3.4.</remarks>
internal static class StatusMachine
{
    internal static StatusChangeOutcome Hold(IssuedStatus current, DateTimeOffset at, out IssuedStatus next)
    {
        next = current;
        switch (current.State)
        {
            case IssuedState.Revoked:
                return StatusChangeOutcome.AlreadyRevoked;
            case IssuedState.Held:
                return StatusChangeOutcome.AlreadyHeld;
            default:
                next = new IssuedStatus(IssuedState.Held, RevocationReason.CertificateHold, at);
                return StatusChangeOutcome.Applied;
        }
    }

    internal static StatusChangeOutcome Release(IssuedStatus current, bool holdMayBeLifted, out IssuedStatus next)
    {
        next = current;
        switch (current.State)
        {
            case IssuedState.Revoked:
                return StatusChangeOutcome.AlreadyRevoked;
            case IssuedState.Good:
                return StatusChangeOutcome.NotHeld;
            default:
                next = holdMayBeLifted ? IssuedStatus.Good : current;
                return holdMayBeLifted ? StatusChangeOutcome.Applied : StatusChangeOutcome.HoldIsNeverLifted;
        }
    }

    internal static StatusChangeOutcome Revoke(
        IssuedStatus current, RevocationReason reason, DateTimeOffset at, RevocationDateRule rule, out IssuedStatus next)
    {
        next = current;
        if (current.State == IssuedState.Revoked)
        {
            return StatusChangeOutcome.AlreadyRevoked;
        }

        if (reason is < RevocationReason.Unspecified or > RevocationReason.CessationOfOperation)
        {
            return StatusChangeOutcome.ReasonNotUsed;
        }

        bool keep = current.State == IssuedState.Held && rule == RevocationDateRule.KeepHoldTime;
        next = new IssuedStatus(IssuedState.Revoked, reason, keep ? current.Since : at);
        return StatusChangeOutcome.Applied;
    }
}
