using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Tests.Status;

public sealed class StatusMachineTests
{
    private static readonly DateTimeOffset Before = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset At = new(2026, 4, 2, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, IssuedState, bool, string, StatusChangeOutcome, IssuedState> TruthTable => new()
    {
        { "good card is held", IssuedState.Good, false, "hold", StatusChangeOutcome.Applied, IssuedState.Held },
        { "good card is revoked", IssuedState.Good, false, "revoke", StatusChangeOutcome.Applied, IssuedState.Revoked },
        { "good card has no hold to lift", IssuedState.Good, false, "release", StatusChangeOutcome.NotHeld, IssuedState.Good },
        { "held card is not held twice", IssuedState.Held, false, "hold", StatusChangeOutcome.AlreadyHeld, IssuedState.Held },
        { "held card is revoked", IssuedState.Held, false, "revoke", StatusChangeOutcome.Applied, IssuedState.Revoked },
        { "held card stays held", IssuedState.Held, false, "release", StatusChangeOutcome.HoldIsNeverLifted, IssuedState.Held },
        { "revoked card is not held", IssuedState.Revoked, false, "hold", StatusChangeOutcome.AlreadyRevoked, IssuedState.Revoked },
        { "revoked card is not revoked twice", IssuedState.Revoked, false, "revoke", StatusChangeOutcome.AlreadyRevoked, IssuedState.Revoked },
        { "revoked card stays revoked", IssuedState.Revoked, false, "release", StatusChangeOutcome.AlreadyRevoked, IssuedState.Revoked },
        { "good phone has no hold to lift", IssuedState.Good, true, "release", StatusChangeOutcome.NotHeld, IssuedState.Good },
        { "held phone becomes good", IssuedState.Held, true, "release", StatusChangeOutcome.Applied, IssuedState.Good },
        { "held phone is revoked", IssuedState.Held, true, "revoke", StatusChangeOutcome.Applied, IssuedState.Revoked },
        { "revoked phone stays revoked", IssuedState.Revoked, true, "release", StatusChangeOutcome.AlreadyRevoked, IssuedState.Revoked },
    };

    [Theory]
    [MemberData(nameof(TruthTable))]
    public void Change_follows_the_table(
        string description, IssuedState from, bool mayBeLifted, string request, StatusChangeOutcome outcome, IssuedState to)
    {
        IssuedStatus current = new(from, from == IssuedState.Held ? RevocationReason.CertificateHold : RevocationReason.Unspecified, Before);
        StatusChangeOutcome actual = request switch
        {
            "hold" => StatusMachine.Hold(current, At, out IssuedStatus held) is var o ? Check(held, o) : default,
            "release" => StatusMachine.Release(current, mayBeLifted, out IssuedStatus released) is var o ? Check(released, o) : default,
            _ => StatusMachine.Revoke(current, RevocationReason.KeyCompromise, At, RevocationDateRule.KeepHoldTime, out IssuedStatus revoked) is var o
                ? Check(revoked, o)
                : default,
        };
        actual.ShouldBe(outcome, description);

        StatusChangeOutcome Check(IssuedStatus next, StatusChangeOutcome given)
        {
            next.State.ShouldBe(to, description);
            return given;
        }
    }

    [Theory]
    [InlineData("hold is not a reason of revocation", RevocationReason.CertificateHold)]
    [InlineData("removal belongs to delta lists", RevocationReason.RemoveFromCrl)]
    [InlineData("privilege withdrawn", RevocationReason.PrivilegeWithdrawn)]
    [InlineData("attribute authority", RevocationReason.AACompromise)]
    [InlineData("below the range", (RevocationReason)(-1))]
    [InlineData("the gap in the list", (RevocationReason)7)]
    public void Reason_that_jpki_does_not_use_is_refused(string description, RevocationReason reason)
    {
        StatusMachine.Revoke(IssuedStatus.Good, reason, At, RevocationDateRule.KeepHoldTime, out IssuedStatus next)
            .ShouldBe(StatusChangeOutcome.ReasonNotUsed, description);
        next.State.ShouldBe(IssuedState.Good);
    }

    [Theory]
    [InlineData("hold time stays", RevocationDateRule.KeepHoldTime, 1)]
    [InlineData("revocation time takes over", RevocationDateRule.TimeOfRevocation, 2)]
    public void Published_time_of_a_held_then_revoked_certificate_follows_the_rule(string description, RevocationDateRule rule, int day)
    {
        IssuedStatus held = new(IssuedState.Held, RevocationReason.CertificateHold, Before);
        StatusMachine.Revoke(held, RevocationReason.KeyCompromise, At, rule, out IssuedStatus next).ShouldBe(StatusChangeOutcome.Applied, description);
        next.Since.Day.ShouldBe(day);
    }
}
