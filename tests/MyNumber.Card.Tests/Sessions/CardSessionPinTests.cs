using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Sessions;

public sealed class CardSessionPinTests
{
    private static readonly Dictionary<string, string> MalformedPins = new()
    {
        ["too short"] = "123",
        ["letters"] = "ABCD",
        ["empty"] = "",
    };

    private const string Select = "00A4020C020018 -> 9000";
    private const string Verify = "002000800431323334";

    [Fact]
    public async Task Right_pin_is_verified()
    {
        ScriptedChannel card = new(Select, "00200080 -> 63C3", $"{Verify} -> 9000");
        (await VerifyAsync(card)).ShouldBe(PinVerification.Verified);
        card.ShouldBeAtTheEnd();
    }

    [Theory]
    [InlineData("63C3", "63C2", 2)]
    [InlineData("63C2", "63C1", 1)]
    public async Task Wrong_pin_leaves_the_tries_that_the_card_tells(string before, string after, int left)
    {
        ScriptedChannel card = new(Select, $"00200080 -> {before}", $"{Verify} -> {after}");
        (await VerifyAsync(card)).ShouldBe(PinVerification.Wrong(left));
    }

    [Theory]
    [InlineData("last try spent", "63C0")]
    [InlineData("authentication blocked", "6983")]
    [InlineData("reference blocked", "6984")]
    public async Task Answer_of_a_blocked_reference_is_blocked(string description, string answer)
    {
        ScriptedChannel card = new(Select, "00200080 -> 63C2", $"{Verify} -> {answer}");
        (await VerifyAsync(card)).ShouldBe(PinVerification.Blocked, description);
    }

    [Theory]
    [InlineData("no try left", "63C0")]
    [InlineData("authentication blocked", "6983")]
    [InlineData("reference blocked", "6984")]
    public async Task Blocked_reference_gets_no_pin(string description, string query)
    {
        ScriptedChannel card = new(Select, $"00200080 -> {query}");
        (await VerifyAsync(card, LastTry.Spend)).ShouldBe(PinVerification.Blocked, description);
        card.Commands.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Last_try_is_not_spent_without_a_choice()
    {
        ScriptedChannel card = new(Select, "00200080 -> 63C1");
        (await VerifyAsync(card)).ShouldBe(PinVerification.RefusedLastTry);
        card.Commands.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Last_try_is_spent_when_the_caller_chooses_so()
    {
        ScriptedChannel card = new(Select, "00200080 -> 63C1", $"{Verify} -> 63C0");
        (await VerifyAsync(card, LastTry.Spend)).ShouldBe(PinVerification.Blocked);
    }

    [Theory]
    [InlineData("reference without limit", "6300", "6300")]
    [InlineData("query says verified already", "9000", "6300")]
    public async Task Wrong_pin_without_a_count_is_wrong(string description, string query, string answer)
    {
        ScriptedChannel card = new(Select, $"00200080 -> {query}", $"{Verify} -> {answer}");
        (await VerifyAsync(card)).ShouldBe(PinVerification.Wrong(null), description);
    }

    [Theory]
    [InlineData("too short", PinFault.TooShort)]
    [InlineData("letters", PinFault.ForbiddenCharacter)]
    [InlineData("empty", PinFault.TooShort)]
    public async Task Malformed_pin_sends_nothing(string description, PinFault fault)
    {
        ScriptedChannel card = new();
        using CardPin pin = CardPin.Copy(MalformedPins[description]);
        (await CardSession.Over(card).VerifyPinAsync(PinReference.UserAuthentication, pin, LastTry.Spend)).ShouldBe(PinVerification.Malformed(fault), description);
        card.Commands.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("query refused for its length", "6700", null)]
    [InlineData("VERIFY refused for its length", "63C3", "6700")]
    [InlineData("VERIFY refused for its file", "63C3", "6981")]
    [InlineData("another warning", "63C3", "6281")]
    public async Task Surprising_status_word_is_kept_in_the_exception(string description, string query, string? answer)
    {
        string[] script = answer is null ? [Select, $"00200080 -> {query}"] : [Select, $"00200080 -> {query}", $"{Verify} -> {answer}"];
        CardStatusException thrown = await Should.ThrowAsync<CardStatusException>(() => VerifyAsync(new ScriptedChannel(script)), description);
        thrown.Status.ToString().ShouldBe(answer ?? query);
        thrown.Message.ShouldNotContain("1234");
    }

    [Fact]
    public async Task Command_that_carried_the_pin_is_zero_afterwards()
    {
        ScriptedChannel card = new(Select, "00200080 -> 63C3", $"{Verify} -> 9000");
        await VerifyAsync(card);
        card.KeptCommands[2].Length.ShouldBe(9);
        card.KeptCommands[2].ToArray().ShouldAllBe(b => b == 0);
    }

    [Fact]
    public async Task Command_that_carried_the_pin_is_zero_when_the_card_goes_away()
    {
        ScriptedChannel card = new(Select, "00200080 -> 63C3", $"{Verify} -> {ScriptedChannel.Removed}");
        await Should.ThrowAsync<CardRemovedException>(() => VerifyAsync(card));
        card.KeptCommands[2].ToArray().ShouldAllBe(b => b == 0);
    }

    [Fact]
    public async Task Cancelled_attempt_spends_no_try()
    {
        ScriptedChannel card = new();
        using CardPin pin = CardPin.Copy("1234");
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await CardSession.Over(card).VerifyPinAsync(PinReference.UserAuthentication, pin, cancellationToken: new CancellationToken(canceled: true)));
        card.Commands.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("three tries", "63C3", 3, false)]
    [InlineData("none", "63C0", 0, false)]
    [InlineData("blocked by 6984", "6984", 0, false)]
    [InlineData("verified already", "9000", null, true)]
    [InlineData("no limit", "6300", null, false)]
    public async Task Query_spends_nothing(string description, string answer, int? tries, bool verified)
    {
        ScriptedChannel card = new(Select, $"00200080 -> {answer}");
        PinStatus status = await CardSession.Over(card).GetPinStatusAsync(PinReference.UserAuthentication);
        (status.TriesLeft, status.IsVerified).ShouldBe((tries, verified), description);
        card.Commands[1].Length.ShouldBe(4);
    }

    [Fact]
    public async Task Change_tries_the_old_pin_and_sends_the_new_one_alone()
    {
        ScriptedChannel card = new(Select, "00200080 -> 63C3", $"{Verify} -> 9000", "002401800439383736 -> 9000");
        (await ChangeAsync(card, "9876")).IsChanged.ShouldBeTrue();
        card.KeptCommands.Skip(2).ShouldAllBe(command => command.ToArray().All(b => b == 0));
    }

    [Fact]
    public async Task Change_with_a_wrong_old_pin_sends_no_new_one()
    {
        ScriptedChannel card = new(Select, "00200080 -> 63C3", $"{Verify} -> 63C2");
        PinChange change = await ChangeAsync(card, "9876");
        change.IsChanged.ShouldBeFalse();
        change.Current.ShouldBe(PinVerification.Wrong(2));
    }

    [Fact]
    public async Task Change_to_a_malformed_pin_sends_nothing()
    {
        ScriptedChannel card = new();
        PinChange change = await ChangeAsync(card, "98765");
        change.IsChanged.ShouldBeFalse();
        change.NewPinFault.ShouldBe(PinFault.TooLong);
        card.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refused_change_keeps_its_status_word()
    {
        ScriptedChannel card = new(Select, "00200080 -> 63C3", $"{Verify} -> 9000", "002401800439383736 -> 6982");
        (await Should.ThrowAsync<CardStatusException>(() => ChangeAsync(card, "9876"))).Status.Value.ShouldBe((ushort)0x6982);
    }

    private static async Task<PinVerification> VerifyAsync(ScriptedChannel card, LastTry lastTry = LastTry.Refuse)
    {
        using CardPin pin = CardPin.Copy("1234");
        return await CardSession.Over(card).VerifyPinAsync(PinReference.UserAuthentication, pin, lastTry);
    }

    private static async Task<PinChange> ChangeAsync(ScriptedChannel card, string replacement)
    {
        using CardPin pin = CardPin.Copy("1234"), next = CardPin.Copy(replacement);
        return await CardSession.Over(card).ChangePinAsync(PinReference.UserAuthentication, pin, next);
    }
}
