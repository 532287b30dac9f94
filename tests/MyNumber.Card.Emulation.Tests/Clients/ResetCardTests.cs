using System.Security.Cryptography;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Surface;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Emulation.Tests.Clients;

/// <summary>Another program takes the card over in the middle of an operation: the client sends nothing to what that program left selected.</summary>
public sealed class ResetCardTests : IDisposable
{
    private static readonly byte[] _selectSurface = Convert.FromHexString("00A4040C0AD3921000310001010402");
    private readonly EmulatedCard _card = new EmulatedCardBuilder(CardPerson.Sample).Build();
    private readonly EmulatedReader _reader = new();

    public ResetCardTests() => _reader.Insert(_card);

    public void Dispose() => _card.Dispose();

    [Theory]
    [InlineData("reset without power", 0)]
    [InlineData("power taken and given", 1)]
    [InlineData("another application selected", 2)]
    public async Task Card_that_others_took_over_is_not_spoken_to_until_it_is_selected_again(string description, int disturbance)
    {
        ResettingConnection connection = new(_reader.Connect(), () => Disturb(disturbance)) { DisturbedCommand = 3 };
        using CardSession session = CardSession.Open(connection);
        InputSupportApplication application = await InputSupportApplication.SelectAsync(session);
        using CardPin wrong = CardPin.Copy("0000"), right = CardPin.Copy(CardPerson.Sample.Pins.Reveal(CardPinKind.InputSupport));
        await Should.ThrowAsync<CardException>(async () => await application.VerifyPinAsync(wrong), description);
        int decided = _card.Decisions.Count;
        await Should.ThrowAsync<InvalidOperationException>(async () => await application.VerifyPinAsync(wrong), description);
        await Should.ThrowAsync<InvalidOperationException>(async () => await session.VerifyPinAsync(PinReference.InputSupport, wrong), description);
        (connection.Commands, _card.Decisions.Count).ShouldBe((3, decided), description);
        (await (await InputSupportApplication.SelectAsync(session)).VerifyPinAsync(right)).IsVerified.ShouldBeTrue(description);
    }

    [Fact]
    public async Task Birth_date_is_not_tried_at_another_application_that_has_a_pin_of_the_same_name()
    {
        using CardSession session = CardSession.Open(new ResettingConnection(_reader.Connect(), () => Disturb(3)) { DisturbedCommand = 2 });
        SurfaceApplication surface = await SurfaceApplication.SelectAsync(session);
        using BirthDateKey birth = BirthDateKey.From(CardPerson.Sample.Attributes.BirthDate);
        await Should.ThrowAsync<CardException>(async () => await surface.VerifyBirthDateAsync(birth));
        await Should.ThrowAsync<InvalidOperationException>(async () => await surface.VerifyBirthDateAsync(birth));
        (await (await InputSupportApplication.SelectAsync(session)).GetPinStatusAsync()).TriesLeft.ShouldBe(3);
    }

    [Fact]
    public async Task Protected_session_is_over_with_the_reset_and_nothing_passes_in_the_clear()
    {
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        using CardPin pin = CardPin.Copy(CardPerson.Sample.Pins.Reveal(CardPinKind.InputSupport));
        ResettingConnection connection = new(_reader.Connect(), () => Disturb(0));
        using CardSession session = CardSession.Open(connection);
        InputSupportApplication application = await InputSupportApplication.SelectAsync(session);
        await application.VerifyPinAsync(pin);
        await application.StartSecureMessagingAsync(random);
        session.IsProtected.ShouldBeTrue();
        int last = connection.DisturbedCommand = connection.Commands + 1;
        await Should.ThrowAsync<SecureMessagingLostException>(async () => await application.ReadIndividualNumberAsync());
        session.IsProtected.ShouldBeFalse();
        await Should.ThrowAsync<InvalidOperationException>(async () => await application.ReadIndividualNumberAsync());
        connection.Commands.ShouldBe(last);
        application = await InputSupportApplication.SelectAsync(session);
        await application.VerifyPinAsync(pin);
        (await application.ReadIndividualNumberAsync()).ShouldBe(CardPerson.Sample.Number);
    }

    [Theory]
    [InlineData("no answer", 0)]
    [InlineData("half a status word", 1)]
    public async Task Answer_that_is_cut_off_ends_the_application_object(string description, int length)
    {
        FaultReader reader = new(_reader, FaultScript.Of(FaultTrigger.At(2), FaultAction.Truncate(length)));
        using CardSession session = CardSession.Open(reader.Connect());
        InputSupportApplication application = await InputSupportApplication.SelectAsync(session);
        await Should.ThrowAsync<CardException>(async () => await application.GetPinStatusAsync(), description);
        await Should.ThrowAsync<InvalidOperationException>(async () => await application.GetPinStatusAsync(), description);
        (await (await InputSupportApplication.SelectAsync(session)).GetPinStatusAsync()).TriesLeft.ShouldBe(3, description);
    }

    private void Disturb(int disturbance)
    {
        if (disturbance == 0)
        {
            _card.WarmReset();
            return;
        }

        _card.PowerOff();
        _card.PowerOn();
        if (disturbance > 1)
        {
            byte[] select = disturbance == 2 ? _selectSurface : Convert.FromHexString("00A4040C0AD3921000310001010408");
            _card.Process(select, new byte[2]).ShouldBe(2);
        }
    }
}
