using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Validation.LongTerm;

namespace MyNumber.Jpki.Tests.Validation.LongTerm;

/// <summary>Hours around the instant, which is zero. A phone's hold may be lifted, so what comes later says less about it.</summary>
public sealed class StatusViewTests
{
    private static readonly DateTimeOffset At = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("good around the instant", 'G', 0, -1, 1, true, RevocationState.Good)]
    [InlineData("good up to the instant exactly", 'G', 0, -1, 0, false, RevocationState.Good)]
    [InlineData("good from the instant exactly", 'G', 0, 0, 1, false, RevocationState.Good)]
    [InlineData("good later, card", 'G', 0, 2, 3, true, RevocationState.Good)]
    [InlineData("good later, phone", 'G', 0, 2, 3, false, RevocationState.Unreachable)]
    [InlineData("good earlier", 'G', 0, -3, -2, true, RevocationState.Unreachable)]
    [InlineData("good after the certificate's end", 'G', 0, 101, 102, true, RevocationState.Unreachable)]
    [InlineData("revoked later, learnt later, card: a hold may stand before it", 'R', 1, 2, 3, true, RevocationState.Unreachable)]
    [InlineData("revoked later, learnt after the end, card", 'R', 1, 101, 102, true, RevocationState.Unreachable)]
    [InlineData("held later, learnt later, card", 'H', 1, 2, 3, true, RevocationState.Good)]
    [InlineData("held later, learnt after the end, card", 'H', 1, 101, 102, true, RevocationState.Good)]
    [InlineData("held later, learnt later, phone", 'H', 1, 2, 3, false, RevocationState.Unreachable)]
    [InlineData("revoked later by a list of before", 'R', 1, -1, 1, true, RevocationState.Unreachable)]
    [InlineData("revoked later, learnt later, phone", 'R', 1, 2, 3, false, RevocationState.Unreachable)]
    [InlineData("revoked before, learnt later", 'R', -1, 2, 3, false, RevocationState.Revoked)]
    [InlineData("revoked before, learnt long before", 'R', -9, -8, -7, false, RevocationState.Revoked)]
    [InlineData("held before, learnt long before, card", 'H', -9, -8, -7, true, RevocationState.Held)]
    [InlineData("held before, learnt long before, phone", 'H', -9, -8, -7, false, RevocationState.Unreachable)]
    [InlineData("held before, around the instant, phone", 'H', -9, -1, 1, false, RevocationState.Held)]
    [InlineData("held before and still later, phone", 'H', -9, 5, 6, false, RevocationState.Held)]
    public void One_answer_says(string row, char state, int since, int from, int until, bool isCard, RevocationState expected) =>
        StatusView.Of([Answer(state, since, from, until)], At, At.AddHours(100), isCard).State.ShouldBe(expected, row);

    [Fact]
    public void Nothing_says_nothing() => StatusView.Of([], At, At.AddHours(100), true).State.ShouldBe(RevocationState.Unreachable);

    [Fact]
    public void Answer_without_next_update_has_no_window() =>
        StatusView.Of([RevocationEvidence.Good(RevocationMethod.Ocsp, At.AddHours(-1), null)], At, At.AddHours(100), true).State.ShouldBe(RevocationState.Unreachable);

    [Fact]
    public void Revocation_that_was_dated_back_beats_the_good_list_of_the_day() =>
        StatusView.Of([Answer('G', 0, -1, 1), Answer('R', -1, 9, 10)], At, At.AddHours(100), true).State.ShouldBe(RevocationState.Revoked);

    [Theory]
    [InlineData("newer, its window over", -2, RevocationState.Unreachable)]
    [InlineData("of the same second", -9, RevocationState.Unreachable)]
    [InlineData("older", -12, RevocationState.Good)]
    public void Long_good_answer_gives_way_to_a_held_one_of_a_phone_that_is(string row, int from, RevocationState expected) =>
        StatusView.Of([Answer('G', 0, -9, 9), Answer('H', -20, from, -1)], At, At.AddHours(100), false).State.ShouldBe(expected, row);

    private static RevocationEvidence Answer(char state, int since, int from, int until) => state == 'G'
        ? RevocationEvidence.Good(RevocationMethod.Crl, At.AddHours(from), At.AddHours(until))
        : RevocationEvidence.HeldOrRevoked(
            RevocationMethod.Crl, state == 'H' ? RevocationReason.CertificateHold : RevocationReason.KeyCompromise, At.AddHours(since), At.AddHours(from), At.AddHours(until));
}
