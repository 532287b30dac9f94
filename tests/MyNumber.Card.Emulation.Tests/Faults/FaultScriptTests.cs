using MyNumber.Card.Apdu;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Faults;

namespace MyNumber.Card.Emulation.Tests.Faults;

public sealed class FaultScriptTests
{
    public static TheoryData<string, Action> BadRules => new()
    {
        { "command zero", () => FaultTrigger.At(0) },
        { "occurrence zero", () => FaultTrigger.On(0xB0, occurrence: 0) },
        { "an unknown moment", () => FaultAction.Remove((RemovalMoment)2) },
        { "a mask without a bit", () => FaultAction.FlipBits(0, 0x00, 0x00) },
        { "an empty mask", () => FaultAction.FlipBits(0) },
        { "a negative length", () => FaultAction.Truncate(-1) },
        { "nothing to put in", () => FaultAction.Lengthen(0) },
        { "more than an answer can have", () => FaultAction.Lengthen(65537) },
        { "no delay", () => FaultAction.Delay(TimeSpan.Zero) },
        { "a delay of more than a day", () => FaultAction.Delay(TimeSpan.FromDays(1) + TimeSpan.FromTicks(1)) },
        { "no trigger", () => new FaultRule(null!, FaultAction.Tear()) },
        { "no action", () => new FaultRule(FaultTrigger.At(1), null!) },
        { "no rule", () => new FaultScript([null!]) },
        { "no rules", () => new FaultScript((IEnumerable<FaultRule>)null!) },
        { "no script for a channel", () => new FaultChannel(new Silent(), null!) },
        { "no channel", () => new FaultChannel(null!, new FaultScript()) },
        { "no reader", () => new FaultReader(null!, new FaultScript()) },
    };

    [Theory]
    [MemberData(nameof(BadRules))]
    public void A_rule_outside_its_range_is_refused(string description, Action make) => Should.Throw<ArgumentException>(make, description);

    [Theory]
    [InlineData("another instruction", "00A4040C00", "6A01")]
    [InlineData("another first parameter", "00B0010004", "6A01")]
    [InlineData("another second parameter", "00B0000104", "6A01")]
    [InlineData("another class", "80B0000004", "6A01")]
    [InlineData("too short to have the bytes", "00B0", "6A01")]
    [InlineData("all four bytes", "00B0000004", "6FFF")]
    public void Only_a_command_with_the_header_is_struck(string description, string command, string answer) =>
        Play(FaultTrigger.On(0xB0, 0x00, 0x00, 0x00), command).ShouldBe([answer], description);

    [Fact]
    public void An_occurrence_counts_matching_commands_only() =>
        Play(FaultTrigger.On(0x20, occurrence: 2), "00200080", "00A40000", "00200080", "00200080").ShouldBe(["6A01", "6A01", "6FFF", "6A01"]);

    [Fact]
    public void A_repeating_rule_strikes_from_its_command_on() =>
        Play(FaultTrigger.At(2).AndLater(), "00200080", "00A40000", "00200080").ShouldBe(["6A01", "6FFF", "6FFF"]);

    [Fact]
    public void One_script_can_be_played_again()
    {
        FaultTrigger trigger = FaultTrigger.At(1);
        Play(trigger, "00200080", "00200080").ShouldBe(["6FFF", "6A01"]);
        Play(trigger, "00200080", "00200080").ShouldBe(["6FFF", "6A01"]);
    }

    [Fact]
    public void A_removal_is_told_once()
    {
        int removals = 0;
        FaultChannel channel = new(new Silent(), FaultScript.Of(FaultTrigger.At(1).AndLater(), FaultAction.Remove()), onRemoval: () => removals++);
        Should.Throw<CardRemovedException>(() => channel.Transmit([0, 0, 0, 0], new byte[2]));
        Should.Throw<CardRemovedException>(() => channel.Transmit([0, 0, 0, 0], new byte[2]));
        removals.ShouldBe(1);
    }

    private static string[] Play(FaultTrigger trigger, params string[] commands)
    {
        FaultChannel channel = new(new Silent(), FaultScript.Of(trigger, FaultAction.Answer(new StatusWord(0x6FFF))));
        byte[] response = new byte[2];
        return [.. commands.Select(command =>
        {
            channel.Transmit(Convert.FromHexString(command), response).ShouldBe(2);
            return Convert.ToHexString(response);
        })];
    }

    /// <summary>Answers 6A01 to everything.</summary>
    private sealed class Silent : ICardChannel
    {
        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            (response[0], response[1]) = (0x6A, 0x01);
            return 2;
        }

        public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Transmit(command.Span, response.Span));
    }
}
