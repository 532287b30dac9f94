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
    [InlineData("less than no limit", -1)]
    [InlineData("more than the status word can tell", 16)]
    public void The_number_of_tries_has_bounds(string description, int tries)
    {
        description.ShouldNotBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => Create(tries));
    }

    [Fact]
    public void The_secret_is_zero_after_dispose()
    {
        PinFile pin = Create(3);
        pin.Storage.Span.StartsWith("1234"u8).ShouldBeTrue();
        pin.Dispose();
        pin.Storage.ToArray().ShouldAllBe(b => b == 0);
    }

    [Fact]
    public void A_disposed_tree_zeroes_all_its_secrets()
    {
        PinFile[] pins = [Create(3), new(0x0011, "lab/0011", default, 3, "5678"u8)];
        new FileTree([new CardApplication("lab", [1, 2, 3, 4, 5], [pins[0]]), new CardApplication("other", [1, 2, 3, 4, 6], [pins[1]])]).Dispose();
        pins.ShouldAllBe(pin => pin.Storage.ToArray().All(b => b == 0));
    }

    private static PinFile Create(int tries) => new(0x0018, "lab/0018", default, tries, "1234"u8);
}
