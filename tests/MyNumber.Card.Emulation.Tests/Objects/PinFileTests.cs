using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Tests.Objects;

public sealed class PinFileTests
{
    [Fact]
    public void A_match_on_the_last_try_restores_all()
    {
        PinFile pin = Create(3);
        pin.Try("0000"u8).ShouldBeFalse();
        pin.Try("0000"u8).ShouldBeFalse();
        pin.TriesLeft.ShouldBe(1);
        pin.Try("1234"u8).ShouldBeTrue();
        pin.TriesLeft.ShouldBe(3);
    }

    [Fact]
    public void A_blocked_pin_matches_nothing_and_counts_no_further()
    {
        PinFile pin = Create(1);
        pin.Try("0000"u8).ShouldBeFalse();
        pin.IsBlocked.ShouldBeTrue();
        pin.Try("1234"u8).ShouldBeFalse();
        pin.TriesLeft.ShouldBe(0);
    }

    [Fact]
    public void A_longer_value_with_the_same_beginning_does_not_match() => Create(3).Try("1234\0"u8).ShouldBeFalse();

    [Theory]
    [InlineData("none", 0)]
    [InlineData("more than the status word can tell", 16)]
    public void The_number_of_tries_has_bounds(string description, int tries)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => Create(tries));
    }

    private static PinFile Create(int tries) => new(0x0018, "lab/0018", default, tries, "1234"u8);
}
