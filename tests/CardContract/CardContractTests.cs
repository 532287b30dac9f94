using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.CardContract.Operations;

namespace MyNumber.CardContract;

/// <summary>What every road to a card keeps: the emulator in process, a replayed transcript, PC/SC. Each test has a fresh card with all its tries.</summary>
public abstract partial class CardContractTests
{
    /// <summary>Runs a dialogue over one powered session with a fresh card.</summary>
    protected abstract Task RunAsync(Func<CardSession, CardTruth, Task> dialogue);

    [SkippableFact]
    public Task Card_is_known_by_its_label_and_its_applications() => RunAsync(async (session, _) =>
    {
        CardDetection found = await CardDetection.DetectAsync(session);
        found.Kind.ShouldBe(CardTokenKind.IndividualNumberCard);
        found.Label.ShouldBe("JPKIAPICCTOKEN2");
        found.Missing.ShouldBeEmpty();
    });

    [SkippableFact]
    public Task Application_that_is_not_there_is_not_found() => RunAsync(async (session, _) =>
    {
        (await session.TrySelectApplicationAsync(CardApplicationId.LabFreeArea(15))).ShouldBeFalse();
        CardStatusException refusal = await Should.ThrowAsync<CardStatusException>(async () => await session.SelectApplicationAsync(CardApplicationId.LabFreeArea(15)));
        refusal.Status.ShouldBe(new StatusWord(0x6A82));
    });

    [SkippableFact]
    public Task File_that_is_not_there_is_not_found() => RunAsync(async (session, _) =>
    {
        await session.SelectApplicationAsync(CardApplicationId.Jpki);
        CardStatusException refusal = await Should.ThrowAsync<CardStatusException>(async () => await session.ReadFileAsync(new CardFileId(0x0077)));
        refusal.Status.ShouldBe(new StatusWord(0x6A82));
    });

    [SkippableFact]
    public Task Certificates_are_read_and_the_guarded_one_after_its_password_alone() => RunAsync(async (session, _) =>
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        CertificatePresence presence = await jpki.ReadCertificatePresenceAsync();
        (presence.HasSignature, presence.HasUserAuthentication).ShouldBe((true, true));
        byte[] login = await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication);
        login.Length.ShouldBe(((login[2] << 8) | login[3]) + 4);
        CardStatusException refusal = await Should.ThrowAsync<CardStatusException>(async () => await jpki.ReadCertificateAsync(JpkiKey.Signature));
        refusal.Status.ShouldBe(new StatusWord(0x6982));
        (await CardVisit.WithPinAsync(LabCardFactory.SignaturePassword, pin => jpki.VerifyPinAsync(JpkiKey.Signature, pin))).IsVerified.ShouldBeTrue();
        (await jpki.ReadCertificateAsync(JpkiKey.Signature))[0].ShouldBe((byte)0x30);
    });

    [SkippableFact]
    public Task Asking_spends_no_try_and_a_wrong_pin_one() => RunAsync(async (session, _) =>
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        (await jpki.GetPinStatusAsync(JpkiKey.Signature)).TriesLeft.ShouldBe(5);
        (await jpki.GetPinStatusAsync(JpkiKey.Signature)).TriesLeft.ShouldBe(5);
        PinVerification wrong = await CardVisit.WithPinAsync("WRONG99", pin => jpki.VerifyPinAsync(JpkiKey.Signature, pin));
        (wrong.Outcome, wrong.TriesLeft).ShouldBe((PinOutcome.WrongPin, 4));
        await CardVisit.WithPinAsync(LabCardFactory.SignaturePassword, pin => jpki.VerifyPinAsync(JpkiKey.Signature, pin));
        (await jpki.GetPinStatusAsync(JpkiKey.Signature)).TriesLeft.ShouldBe(5);
    });

    [SkippableFact]
    public Task Last_try_needs_a_choice_and_a_blocked_pin_stays_blocked() => RunAsync(async (session, _) =>
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        await CardVisit.WithPinAsync("0000", pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin));
        await CardVisit.WithPinAsync("0000", pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin));
        (await CardVisit.WithPinAsync("0000", pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin))).Outcome.ShouldBe(PinOutcome.RefusedLastTry);
        (await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication)).TriesLeft.ShouldBe(1);
        await CardVisit.WithPinAsync("0000", pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin, LastTry.Spend));
        (await CardVisit.WithPinAsync(LabCardFactory.LoginPin, pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin, LastTry.Spend))).Outcome.ShouldBe(PinOutcome.Blocked);
        (await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication)).IsBlocked.ShouldBeTrue();
    });

    [SkippableFact]
    public Task Malformed_pin_never_reaches_the_card() => RunAsync(async (session, _) =>
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        (await CardVisit.WithPinAsync("12345", pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin))).Outcome.ShouldBe(PinOutcome.MalformedPin);
        (await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication)).TriesLeft.ShouldBe(3);
    });

    [SkippableFact]
    public Task Changed_pin_takes_the_place_of_the_old_one() => RunAsync(async (session, _) =>
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        (await CardVisit.WithPinsAsync(LabCardFactory.LoginPin, "8888", (a, b) => jpki.ChangePinAsync(JpkiKey.UserAuthentication, a, b))).IsChanged.ShouldBeTrue();
        (await CardVisit.WithPinAsync(LabCardFactory.LoginPin, pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin))).Outcome.ShouldBe(PinOutcome.WrongPin);
        (await CardVisit.WithPinAsync("8888", pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin))).IsVerified.ShouldBeTrue();
    });

    [SkippableFact]
    public Task Pin_is_not_changed_by_who_does_not_know_it() => RunAsync(async (session, _) =>
    {
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        (await CardVisit.WithPinsAsync("0000", "8888", (a, b) => jpki.ChangePinAsync(JpkiKey.UserAuthentication, a, b))).IsChanged.ShouldBeFalse();
        (await CardVisit.WithPinAsync(LabCardFactory.LoginPin, pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin))).IsVerified.ShouldBeTrue();
    });

    [SkippableFact]
    public Task Residence_pin_changes_in_both_applications() => RunAsync(async (session, _) =>
    {
        ResidencePinChange change = await CardVisit.WithPinsAsync(LabCardFactory.ResidencePin, "8888", (a, b) => ResidencePin.ChangeAsync(session, a, b));
        change.Outcome.ShouldBe(ResidencePinOutcome.Changed);
        PinOverview pins = await PinOverview.ReadAsync(session);
        (pins[PinReference.Residence].Status.TriesLeft, pins[PinReference.CommonResidence].Status.TriesLeft).ShouldBe((3, 3));
    });

    [SkippableFact]
    public Task All_pins_tell_their_tries() => RunAsync(async (session, _) =>
    {
        PinOverview pins = await PinOverview.ReadAsync(session);
        pins.Entries.Select(entry => entry.Status.TriesLeft).ShouldBe([3, 5, 3, 10, 10, 10, 10, 10, 3, 3]);
    });
}
