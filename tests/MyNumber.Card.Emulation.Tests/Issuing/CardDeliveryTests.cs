using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Tests.Issuing;

public sealed class CardDeliveryTests
{
    private static readonly CardVisit Sent = new() { Visitor = CardVisitor.Delegate, Delegation = true, AbsenceProved = true, PinsSealed = true };

    public static TheoryData<string, CardVisit, CardRefusal> BadVisits => new()
    {
        { "no identity document", new CardVisit { IdentityShown = false }, CardRefusal.IdentityNotShown },
        { "no notice", new CardVisit { Notice = false }, CardRefusal.NoticeMissing },
        { "an answer without signature", new CardVisit { AnswerSigned = false }, CardRefusal.AnswerNotSigned },
        { "a delegate without delegation", Sent with { Delegation = false }, CardRefusal.DelegationMissing },
        { "a delegate of somebody who could come", Sent with { AbsenceProved = false }, CardRefusal.AbsenceNotProved },
        { "a delegate who can read the PINs", Sent with { PinsSealed = false }, CardRefusal.PinsNotSealed },
        { "a representative without proof", Town.Represented with { Delegation = false }, CardRefusal.DelegationMissing },
    };

    public static TheoryData<string, CardPins, CardRefusal> BadPins => new()
    {
        { "no signature password", new CardPins(null, "1234", "1234", "1234"), CardRefusal.PinMissing },
        { "no login PIN", new CardPins("ABC12345", null, "1234", "1234"), CardRefusal.PinMissing },
        { "no residence PIN", new CardPins("ABC12345", "1234", null, "1234"), CardRefusal.PinMissing },
        { "no input-support PIN", new CardPins("ABC12345", "1234", "1234", null), CardRefusal.PinMissing },
    };

    [Fact]
    public void The_holder_gets_the_card_with_four_pins_of_which_three_may_be_equal()
    {
        Town town = new();
        town.Bring(Town.Form(), Town.FirstSerial);
        CardOutcome outcome = town.Office.Deliver(Town.Id, Town.Alone, Town.AllPins);
        outcome.Tasks.ShouldBe([CardTask.SetPins, CardTask.IssueSignatureCertificate, CardTask.IssueAuthenticationCertificate]);
        outcome.Card!.Stage.ShouldBe(CardStage.InUse);
    }

    [Theory]
    [MemberData(nameof(BadVisits))]
    public void Without_the_papers_there_is_no_card(string description, CardVisit visit, CardRefusal refusal)
    {
        Town town = new();
        town.Bring(Town.Form(), Town.FirstSerial);
        town.Office.Deliver(Town.Id, visit, Town.AllPins).Refusal.ShouldBe(refusal, description);
        town.Office.Find(Town.Id)!.Stage.ShouldBe(CardStage.Notified, description);
    }

    [Theory]
    [MemberData(nameof(BadPins))]
    public void Every_pin_that_the_card_needs_is_chosen(string description, CardPins pins, CardRefusal refusal)
    {
        Town town = new();
        town.Bring(Town.Form(), Town.FirstSerial);
        town.Office.Deliver(Town.Id, Town.Alone, pins).Refusal.ShouldBe(refusal, description);
    }

    [Fact]
    public void A_sealed_sheet_lets_a_delegate_take_the_card()
    {
        Town town = new();
        town.Bring(Town.Form(), Town.FirstSerial);
        town.Office.Deliver(Town.Id, Sent, Town.AllPins).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_child_comes_with_the_representative_and_chooses_no_signature_password()
    {
        Town town = new();
        town.Bring(new CardApplicationForm(Town.Id, Town.Person(2015, 1, 1)) { SignedByRepresentative = true }, Town.FirstSerial);
        CardPins pins = new(null, "1234", "2345", "3456");
        town.Office.Deliver(Town.Id, Town.Alone, pins).Refusal.ShouldBe(CardRefusal.RepresentativeMustCome);
        town.Office.Deliver(Town.Id, Town.Represented, Town.AllPins).Refusal.ShouldBe(CardRefusal.PinWithoutUse);
        town.Office.Deliver(Town.Id, Town.Represented, pins).Tasks.ShouldBe([CardTask.SetPins, CardTask.IssueAuthenticationCertificate]);
    }

    [Fact]
    public void A_card_without_pins_takes_none()
    {
        Town town = new();
        town.Bring(new CardApplicationForm(Town.Id, Town.Person()) { WithoutPins = true, DeclinesSignature = true }, Town.FirstSerial);
        CardPins none = new(null, null, null, null);
        town.Office.Deliver(Town.Id, Town.Alone, Town.AllPins).Refusal.ShouldBe(CardRefusal.PinWithoutUse);
        town.Office.Deliver(Town.Id, Sent with { PinsSealed = false }, none).Tasks.ShouldBe([CardTask.IssueAuthenticationCertificate]);
        town.Office.ResetPins(Town.Id, new PinResetRequest(PinResetPlace.Municipality, [CardPinKind.Residence])).Refusal.ShouldBe(CardRefusal.PinWithoutUse);
    }

    [Fact]
    public void A_card_that_ran_out_before_delivery_is_not_delivered()
    {
        Town town = new();
        town.Bring(new CardApplicationForm(Town.Id, Town.Person()) { ResidenceUntil = new DateOnly(2026, 4, 30) }, Town.FirstSerial);
        town.Clock.Advance(TimeSpan.FromDays(30));
        town.Office.Deliver(Town.Id, Town.Alone, Town.AllPins).Refusal.ShouldBe(CardRefusal.Expired);
    }
}
