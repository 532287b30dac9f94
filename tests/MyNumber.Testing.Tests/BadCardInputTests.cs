using MyNumber.Card;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Testing.Tests;

/// <summary>What a holder or a bad contact does wrong, seen from the card library down to the emulated card.</summary>
public sealed class BadCardInputTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> TypedPasswords = new()
    {
        ["too short"] = "AB123",
        ["too long"] = "ABCDEFGH123456789",
        ["a character outside the set"] = "ABC-1234",
        ["full-width digits"] = "ABC１２３４",
        ["no digit"] = "ABCDEFGH",
        ["no letter"] = "12345678",
    };

    private LabWorld _world = null!;

    public async Task InitializeAsync() => _world = await LabWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("too short", PinFault.TooShort)]
    [InlineData("too long", PinFault.TooLong)]
    [InlineData("a character outside the set", PinFault.ForbiddenCharacter)]
    [InlineData("full-width digits", PinFault.ForbiddenCharacter)]
    [InlineData("no digit", PinFault.NeedsDigit)]
    [InlineData("no letter", PinFault.NeedsLetter)]
    public async Task A_malformed_password_is_refused_before_a_try_is_spent(string description, PinFault expected)
    {
        using CardSession session = CardSession.Open(_world.Holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = CardPin.Copy(TypedPasswords[description]);

        PinVerification verification = await jpki.VerifyPinAsync(JpkiKey.Signature, pin);

        (verification.Outcome, verification.Fault).ShouldBe((PinOutcome.MalformedPin, expected), description);
        (await jpki.GetPinStatusAsync(JpkiKey.Signature)).TriesLeft.ShouldBe(5, description);
        Secrets.ShouldBeAbsent(_world.Holder, [TypedPasswords[description]], [verification, pin]);
    }

    [Fact]
    public async Task A_wrong_pin_tells_the_tries_left_and_the_last_try_needs_a_choice()
    {
        using CardSession session = CardSession.Open(_world.Holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin wrong = CardPin.Copy(WrongLoginPin());

        (await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, wrong)).ShouldBe(PinVerification.Wrong(2));
        (await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, wrong)).ShouldBe(PinVerification.Wrong(1));
        (await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, wrong)).Outcome.ShouldBe(PinOutcome.RefusedLastTry);
        (await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication)).TriesLeft.ShouldBe(1);
    }

    [Fact]
    public async Task A_blocked_pin_stays_blocked_for_the_right_one_and_over_power_cycles()
    {
        using CardPin wrong = CardPin.Copy(WrongLoginPin());
        using (CardSession session = CardSession.Open(_world.Holder.Reader.Connect()))
        {
            JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
            for (int attempt = 0; attempt < 3; attempt++)
            {
                await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, wrong, LastTry.Spend);
            }
        }

        using CardSession later = CardSession.Open(_world.Holder.Reader.Connect());
        JpkiApplication again = await JpkiApplication.SelectAsync(later);
        using CardPin right = _world.Holder.TypePin(CardPinKind.UserAuthentication);

        (await again.VerifyPinAsync(JpkiKey.UserAuthentication, right, LastTry.Spend)).Outcome.ShouldBe(PinOutcome.Blocked);
        (await again.VerifyPinAsync(JpkiKey.UserAuthentication, right)).Outcome.ShouldBe(PinOutcome.Blocked);
    }

    [Theory]
    [InlineData("before the command reaches the card", RemovalMoment.BeforeCommand)]
    [InlineData("before the answer comes back", RemovalMoment.BeforeAnswer)]
    public async Task A_card_removed_in_the_middle_of_a_read_is_told_as_removed(string description, RemovalMoment moment)
    {
        using CardSession session = CardSession.Open(_world.Holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        _world.Holder.Reader.RemoveAtCommand(4, moment);

        CardRemovedException thrown = await Should.ThrowAsync<CardRemovedException>(async () => await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication));

        thrown.GetType().ShouldBe(typeof(CardRemovedException), description);
        Secrets.ShouldBeAbsent(_world.Holder, thrown);
    }

    [Fact]
    public async Task The_signature_certificate_is_not_read_without_its_password()
    {
        using CardSession session = CardSession.Open(_world.Holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);

        CardStatusException thrown = await Should.ThrowAsync<CardStatusException>(async () => await jpki.ReadCertificateAsync(JpkiKey.Signature));

        thrown.Status.Value.ShouldBe((ushort)0x6982);
        Secrets.ShouldBeAbsent(_world.Holder, thrown);
    }

    [Fact]
    public async Task The_number_is_not_read_without_its_pin()
    {
        using CardSession session = CardSession.Open(_world.Holder.Reader.Connect());
        InputSupportApplication text = await InputSupportApplication.SelectAsync(session);

        CardStatusException thrown = await Should.ThrowAsync<CardStatusException>(async () => await text.ReadIndividualNumberAsync());

        thrown.Status.Value.ShouldBe((ushort)0x6982);
        Secrets.ShouldBeAbsent(_world.Holder, thrown);
    }

    /// <summary>Four digits that are not the holder's.</summary>
    private string WrongLoginPin() => _world.Holder.Person.Card.Pins.Reveal(CardPinKind.UserAuthentication) == "0000" ? "0001" : "0000";
}
