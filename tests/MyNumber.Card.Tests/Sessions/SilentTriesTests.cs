using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Sessions;

/// <summary>Cards that answer the question about the tries with 9000, which says nothing about the counter.</summary>
public sealed class SilentTriesTests
{
    private const byte Verify = 0x20;
    private readonly Queue<string> _answers = new();
    private readonly RuleChannel _card;
    private readonly CardSession _session;

    public SilentTriesTests()
    {
        _card = new RuleChannel(command => IsAttempt(command) ? Next() : [0x90, 0x00]);
        _session = CardSession.Over(_card);
    }

    [Fact]
    public async Task Last_try_that_an_attempt_told_is_not_spent()
    {
        Answer("63C2", "63C1", "63C0");
        (await TryAsync()).ShouldBe(PinVerification.Wrong(2));
        (await TryAsync()).ShouldBe(PinVerification.Wrong(1));
        (await TryAsync()).ShouldBe(PinVerification.RefusedLastTry);
        Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Last_try_is_spent_when_the_caller_chooses_so_and_then_it_is_blocked()
    {
        Answer("63C1", "63C0");
        await TryAsync();
        (await TryAsync(LastTry.Spend)).ShouldBe(PinVerification.Blocked);
        (await TryAsync(LastTry.Spend)).ShouldBe(PinVerification.Blocked);
        Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Fresh_card_that_never_tells_is_usable()
    {
        Answer("9000", "9000");
        (await TryAsync()).ShouldBe(PinVerification.Verified);
        (await TryAsync()).ShouldBe(PinVerification.Verified);
    }

    [Fact]
    public async Task Right_pin_makes_the_guard_forget()
    {
        Answer("63C2", "9000", "63C2", "63C1");
        await TryAsync();
        (await TryAsync()).ShouldBe(PinVerification.Verified);
        (await TryAsync()).ShouldBe(PinVerification.Wrong(2));
        (await TryAsync()).ShouldBe(PinVerification.Wrong(1));
    }

    [Fact]
    public async Task Reference_without_limit_has_no_last_try()
    {
        Answer("6300", "6300", "6300");
        for (int attempt = 0; attempt < 3; attempt++)
        {
            (await TryAsync()).ShouldBe(PinVerification.Wrong(null));
        }
    }

    [Theory]
    [InlineData("nothing was seen before", "lost", 1)]
    [InlineData("two were left before", "63C2 lost", 2)]
    public async Task Attempt_whose_answer_is_lost_makes_the_next_one_the_last(string description, string answers, int sent)
    {
        Answer(answers.Split(' '));
        await _session.SelectApplicationAsync(CardApplicationId.Jpki);
        for (int attempt = 0; attempt < sent - 1; attempt++)
        {
            await TryAsync();
        }

        await Should.ThrowAsync<CardException>(() => TryAsync(), description);
        await _session.SelectApplicationAsync(CardApplicationId.Jpki);
        (await TryAsync()).ShouldBe(PinVerification.RefusedLastTry, description);
        Attempts.ShouldBe(sent, description);
    }

    [Fact]
    public async Task Cancelled_attempt_does_not_count()
    {
        Answer("cancelled", "9000");
        await Should.ThrowAsync<OperationCanceledException>(() => TryAsync());
        (await TryAsync()).ShouldBe(PinVerification.Verified);
    }

    [Fact]
    public async Task Guard_is_kept_over_a_selection_and_for_the_application_alone()
    {
        Answer("63C1", "63C2");
        await _session.SelectApplicationAsync(CardApplicationId.Jpki);
        await TryAsync();
        await _session.SelectApplicationAsync(CardApplicationId.InputSupport);
        (await TryAsync()).ShouldBe(PinVerification.Wrong(2));
        await _session.SelectApplicationAsync(CardApplicationId.Jpki);
        (await TryAsync()).ShouldBe(PinVerification.RefusedLastTry);
    }

    private int Attempts => _card.Commands.Count(IsAttempt);

    private static bool IsAttempt(byte[] command) => command[1] == Verify && command.Length > 4;

    private void Answer(params string[] answers)
    {
        foreach (string answer in answers)
        {
            _answers.Enqueue(answer);
        }
    }

    private byte[] Next() => _answers.Dequeue() switch
    {
        "lost" => throw new CardException("The answer was lost."),
        "cancelled" => throw new OperationCanceledException(),
        string status => ScriptedChannel.Hex(status),
    };

    private async Task<PinVerification> TryAsync(LastTry lastTry = LastTry.Refuse)
    {
        using CardPin pin = CardPin.Copy("1234");
        return await _session.VerifyPinAsync(PinReference.UserAuthentication, pin, lastTry);
    }
}
