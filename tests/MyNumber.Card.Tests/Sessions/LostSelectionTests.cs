using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tests.Doubles;

namespace MyNumber.Card.Tests.Sessions;

/// <summary>After a failure below the APDU the card may have been reset: nothing is sent to whatever is selected then.</summary>
public sealed class LostSelectionTests
{
    private const string Select = "00A4040C0AD392F000260100000001 -> 9000";
    private const string SelectPin = "00A4020C020018";
    private const string Query = "00200080";

    [Theory]
    [InlineData("the card is gone", SelectPin, ScriptedChannel.Removed)]
    [InlineData("no answer", SelectPin, "")]
    [InlineData("half a status word", SelectPin, "90")]
    public async Task Failed_exchange_ends_the_application_object(string description, string command, string answer)
    {
        ScriptedChannel card = new(Select, $"{command} -> {answer}");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        await Should.ThrowAsync<CardException>(async () => await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication), description);
        await Should.ThrowAsync<InvalidOperationException>(async () => await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication), description);
        card.ShouldBeAtTheEnd();
        card.Commands.Count.ShouldBe(2, description);
    }

    [Fact]
    public async Task Failure_at_a_later_command_of_an_operation_ends_the_application_object()
    {
        ScriptedChannel card = new(Select, $"{SelectPin} -> 9000", $"{Query} -> {ScriptedChannel.Removed}");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        await Should.ThrowAsync<CardRemovedException>(async () => await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication));
        await Should.ThrowAsync<InvalidOperationException>(async () => await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication));
        card.Commands.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Failure_that_is_told_later_ends_the_application_object_too()
    {
        LateChannel card = new();
        CardSession session = CardSession.Over(card);
        ValueTask<bool> selection = session.TrySelectApplicationAsync(CardApplicationId.Jpki);
        card.Release("9000");
        (await selection).ShouldBeTrue();
        ValueTask file = session.SelectFileAsync(new CardFileId(0x0018));
        card.Fail(new CardException("The reader does not answer."));
        await Should.ThrowAsync<CardException>(async () => await file);
        Should.Throw<InvalidOperationException>(() => session.SelectFile(new CardFileId(0x0018)));
    }

    [Theory]
    [InlineData("synchronous read", 0)]
    [InlineData("synchronous selection of a file", 1)]
    [InlineData("synchronous signature", 2)]
    [InlineData("file", 3)]
    [InlineData("signature", 4)]
    [InlineData("data object", 5)]
    [InlineData("challenge", 6)]
    [InlineData("attempt at a PIN", 7)]
    public async Task Session_sends_nothing_until_an_application_is_selected_again(string description, int operation)
    {
        ScriptedChannel card = new(Select, $"{SelectPin} -> {ScriptedChannel.Removed}", Select);
        CardSession session = CardSession.Over(card);
        await session.SelectApplicationAsync(CardApplicationId.Jpki);
        Should.Throw<CardRemovedException>(() => session.SelectFile(new CardFileId(0x0018)), description);
        await Should.ThrowAsync<InvalidOperationException>(() => Operation(session, operation), description);
        card.Commands.Count.ShouldBe(2, description);
        (await session.TrySelectApplicationAsync(CardApplicationId.Jpki)).ShouldBeTrue(description);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Pin_of_a_command_that_was_not_sent_is_zeroed()
    {
        ScriptedChannel card = new(Select, $"{SelectPin} -> {ScriptedChannel.Removed}");
        CardSession session = CardSession.Over(card);
        List<Memory<byte>> buffers = [];
        session.BufferMade = buffers.Add;
        await session.SelectApplicationAsync(CardApplicationId.Jpki);
        Should.Throw<CardRemovedException>(() => session.SelectFile(new CardFileId(0x0018)));
        await Should.ThrowAsync<InvalidOperationException>(async () => await session.SignAsync(new CardFileId(0x0017), new byte[] { 1, 2, 3 }));
        buffers.Count(buffer => buffer.Span.ContainsAnyExcept((byte)0)).ShouldBe(0);
    }

    [Theory]
    [InlineData("the card is gone", ScriptedChannel.Removed)]
    [InlineData("the application is missing", "6A82")]
    public async Task Selection_that_fails_does_not_free_the_session(string description, string answer)
    {
        ScriptedChannel card = new(Select, $"{SelectPin} -> {ScriptedChannel.Removed}", $"00A4040C0AD3921000310001010408 -> {answer}", Select, $"{SelectPin} -> 9000");
        CardSession session = CardSession.Over(card);
        await session.SelectApplicationAsync(CardApplicationId.Jpki);
        Should.Throw<CardRemovedException>(() => session.SelectFile(new CardFileId(0x0018)), description);
        await Should.ThrowAsync<CardException>(async () => await InputSupportApplication.SelectAsync(session), description);
        Should.Throw<InvalidOperationException>(() => session.SelectFile(new CardFileId(0x0018)), description);
        await session.SelectApplicationAsync(CardApplicationId.Jpki);
        session.SelectFile(new CardFileId(0x0018));
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Application_that_was_selected_again_is_used_and_the_old_object_is_not()
    {
        ScriptedChannel card = new(Select, $"{SelectPin} -> {ScriptedChannel.Removed}", Select, $"{SelectPin} -> 9000", $"{Query} -> 63C3");
        CardSession session = CardSession.Over(card);
        JpkiApplication old = await JpkiApplication.SelectAsync(session);
        await Should.ThrowAsync<CardRemovedException>(async () => await old.GetPinStatusAsync(JpkiKey.UserAuthentication));
        JpkiApplication fresh = await JpkiApplication.SelectAsync(session);
        await Should.ThrowAsync<InvalidOperationException>(async () => await old.GetPinStatusAsync(JpkiKey.UserAuthentication));
        (await fresh.GetPinStatusAsync(JpkiKey.UserAuthentication)).TriesLeft.ShouldBe(3);
        card.ShouldBeAtTheEnd();
    }

    [Theory]
    [InlineData("the card refuses", "6A82")]
    [InlineData("the card does not know the instruction", "6D00")]
    public async Task Refusal_by_the_card_is_no_such_failure(string description, string answer)
    {
        ScriptedChannel card = new(Select, $"{SelectPin} -> {answer}", $"{SelectPin} -> 9000", $"{Query} -> 63C3");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        await Should.ThrowAsync<CardStatusException>(async () => await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication), description);
        (await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication)).TriesLeft.ShouldBe(3, description);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public async Task Cancellation_is_no_such_failure()
    {
        ScriptedChannel card = new(Select, $"{SelectPin} -> 9000", $"{Query} -> 63C3");
        JpkiApplication jpki = await JpkiApplication.SelectAsync(CardSession.Over(card));
        await Should.ThrowAsync<OperationCanceledException>(async () => await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication, new CancellationToken(canceled: true)));
        (await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication)).TriesLeft.ShouldBe(3);
        card.ShouldBeAtTheEnd();
    }

    [Fact]
    public void Session_that_never_selected_speaks_to_what_the_card_begins_with()
    {
        ScriptedChannel card = new($"{SelectPin} -> 9000");
        CardSession.Over(card).SelectFile(new CardFileId(0x0018));
        card.ShouldBeAtTheEnd();
    }

    private static async Task Operation(CardSession session, int operation)
    {
        using CardPin pin = CardPin.Copy("1234");
        await (operation switch
        {
            0 => Task.FromResult(session.ReadBinary(0, new byte[4])),
            1 => Task.Run(() => session.SelectFile(new CardFileId(0x0018))),
            2 => Task.FromResult(session.Sign(new CardFileId(0x0017), new byte[] { 1 })),
            3 => session.ReadFileAsync(new CardFileId(0x000A)).AsTask(),
            4 => session.SignWithDefaultKeyAsync(new byte[] { 1 }).AsTask(),
            5 => session.GetDataAsync(0x0045).AsTask(),
            6 => session.GetChallengeAsync(new byte[8]).AsTask(),
            _ => (Task)session.VerifyPinAsync(PinReference.UserAuthentication, pin).AsTask(),
        });
    }
}
