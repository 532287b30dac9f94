using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Emulation.Replay;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Numbering.People;
using MyNumber.Testing;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class FaultSnippets
{
    [Fact]
    public async Task Script_strikes()
    {
        using EmulatedCard card = new EmulatedCardBuilder(CardPerson.Sample).Build();
        EmulatedReader reader = new();
        reader.Insert(card);
        #region faults-script
        FaultScript script = new(
            new FaultRule(FaultTrigger.On(0x20, occurrence: 2), FaultAction.Answer(new StatusWord(0x6F00))),    // the first VERIFY after the query
            new FaultRule(FaultTrigger.On(0x2A, p1: 0x00), FaultAction.Tear()));                                // half a signature, then nothing
        FaultReader faulty = new(reader, script, onRemoval: () => reader.Remove());
        #endregion
        using CardSession session = CardSession.Open(faulty.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = CardPin.Copy("1234");
        (await Should.ThrowAsync<CardStatusException>(async () => await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin))).Status.ShouldBe(StatusWord.UnknownError);
    }

    [Fact]
    public async Task Session_is_recorded_and_replayed()
    {
        using EmulatedCard card = new EmulatedCardBuilder(CardPerson.Sample).Build();
        EmulatedReader reader = new();
        reader.Insert(card);
        using CardPin pin = CardPin.Copy("3456"), anyPin = CardPin.Copy("0000");
        #region faults-replay
        using Recording recording = new();
        using (CardSession session = CardSession.Open(new RecordingReader(reader, recording).Connect()))
        {
            InputSupportApplication text = await InputSupportApplication.SelectAsync(session);
            await text.VerifyPinAsync(pin);
            await text.ReadIndividualNumberAsync();
        }

        byte[] lines = Transcript.Redact(recording).ToUtf8JsonLines();                  // may be kept and shown

        using CardSession again = CardSession.Open(new ReplayReader(Transcript.Parse(lines)).Connect());
        InputSupportApplication replayed = await InputSupportApplication.SelectAsync(again);
        await replayed.VerifyPinAsync(anyPin);                                          // four digits like the recorded one
        (await replayed.ReadIndividualNumberAsync()).Reveal().ShouldBe("999999999996"); // nobody's
        #endregion
    }

    [Fact]
    public void Card_lives()
    {
        ManualTimeProvider clock = new(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        ApplicationId id = ApplicationId.Parse("12345678901234567890123");
        FourAttributes attributes = new("見本　花子", "東京都千代田区見本町２－１－２", new BirthDate(new DateOnly(1990, 4, 1)), Sex.Female);
        CardPins pins = new("ABC12345", "1234", "1234", "1234");
        #region life-cycle-office
        CardOffice office = new(clock);
        office.Apply(new CardApplicationForm(id, attributes));
        office.Make(id, "400000000000001");
        office.Notify(id);
        CardOutcome delivered = office.Deliver(id, new CardVisit(), pins);
        delivered.ToString().ShouldBe("done: SetPins, IssueSignatureCertificate, IssueAuthenticationCertificate");

        office.Stop(id, identityConfirmed: true).Tasks.ShouldBe([CardTask.HoldCertificates]);
        CardOutcome refused = office.Lift(id, atMunicipality: false, new CardVisit());
        CardRefusalText.English(refused.Refusal).ShouldBe("Only the municipality does this.");
        #endregion
    }
}
