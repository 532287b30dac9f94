using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Tests.Issuing;

public sealed class PinResetTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly CardVisit Sent = new() { Visitor = CardVisitor.Delegate, Delegation = true, PinsSealed = true };
    private static readonly PinResetRequest Counter = new(PinResetPlace.Municipality, [CardPinKind.Signature, CardPinKind.UserAuthentication, CardPinKind.Residence, CardPinKind.InputSupport]);
    private static readonly PinResetRequest Kiosk = new(PinResetPlace.ConvenienceStore, [CardPinKind.Signature]) { BookedAt = Now };
    private static readonly PinResetRequest Post = new(PinResetPlace.PostOffice, [CardPinKind.UserAuthentication]) { IsDesignated = true };

    public static TheoryData<string, PinResetRequest, CardRefusal> Requests => new()
    {
        { "all four at the municipality", Counter, CardRefusal.None },
        { "by a delegate with a sealed answer", Counter with { Visit = Sent }, CardRefusal.None },
        { "by a delegate without delegation", Counter with { Visit = Sent with { Delegation = false } }, CardRefusal.DelegationMissing },
        { "by a delegate without an answer", Counter with { Visit = Sent with { AnswerSigned = false } }, CardRefusal.AnswerNotSigned },
        { "by a delegate who can read the PINs", Counter with { Visit = Sent with { PinsSealed = false } }, CardRefusal.PinsNotSealed },
        { "without the card", Counter with { Visit = new CardVisit { Card = false } }, CardRefusal.CardMissing },
        { "without identity", Counter with { Visit = new CardVisit { IdentityShown = false } }, CardRefusal.IdentityNotShown },
        { "no PIN named", Counter with { Kinds = [] }, CardRefusal.NoPinNamed },
        { "the signature password at a kiosk", Kiosk, CardRefusal.None },
        { "a PIN of four digits at a kiosk", Kiosk with { Kinds = [CardPinKind.UserAuthentication] }, CardRefusal.OnlySignaturePassword },
        { "two PINs at a kiosk", Kiosk with { Kinds = [CardPinKind.Signature, CardPinKind.Residence] }, CardRefusal.OnlySignaturePassword },
        { "without a booking", Kiosk with { BookedAt = null }, CardRefusal.NotBooked },
        { "a booking of the last hour", Kiosk with { BookedAt = Now.AddHours(-24) }, CardRefusal.None },
        { "a booking that is over", Kiosk with { BookedAt = Now.AddHours(-24).AddTicks(-1) }, CardRefusal.NotBooked },
        { "a booking from the future", Kiosk with { BookedAt = Now.AddTicks(1) }, CardRefusal.NotBooked },
        { "a kiosk without the card", Kiosk with { Visit = new CardVisit { Card = false } }, CardRefusal.CardMissing },
        { "a designated post office", Post, CardRefusal.None },
        { "a post office that is not designated", Post with { IsDesignated = false }, CardRefusal.PlaceNotOpen },
        { "a place that is none", Post with { Place = (PinResetPlace)3 }, CardRefusal.PlaceNotOpen },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_reset_depends_on_place_and_papers(string description, PinResetRequest request, CardRefusal refusal)
    {
        CardOutcome outcome = Town.WithCardInUse().Office.ResetPins(Town.Id, request);
        outcome.Refusal.ShouldBe(refusal, description);
        outcome.Tasks.ShouldBe(refusal == CardRefusal.None ? [CardTask.SetPins] : [], description);
    }

    [Fact]
    public void A_stopped_card_has_no_pin_reset() => Town.WithStoppedCard().Office.ResetPins(Town.Id, Kiosk).Refusal.ShouldBe(CardRefusal.Stopped);

    [Fact]
    public void A_kiosk_needs_the_other_certificate()
    {
        CardApplicationForm form = new(Town.Id, Town.Person()) { DeclinesAuthentication = true };
        Town.WithCardInUse(form, new CardPins("ABC12345", null, "1234", "1234")).Office.ResetPins(Town.Id, Kiosk).Refusal.ShouldBe(CardRefusal.CertificateMissing);
    }

    [Fact]
    public void A_pin_that_the_card_does_not_have_is_not_reset()
    {
        CardApplicationForm form = new(Town.Id, Town.Person()) { DeclinesSignature = true };
        Town.WithCardInUse(form, new CardPins(null, "1234", "1234", "1234")).Office.ResetPins(Town.Id, Kiosk).Refusal.ShouldBe(CardRefusal.PinWithoutUse);
    }

    [Fact]
    public void Post_offices_come_with_their_law()
    {
        Town town = Town.WithCardInUse(start: new DateTimeOffset(2021, 8, 31, 0, 0, 0, TimeSpan.Zero));
        town.Office.ResetPins(Town.Id, Post).Refusal.ShouldBe(CardRefusal.PlaceNotOpen);
        town.Clock.Advance(TimeSpan.FromDays(1));
        town.Office.ResetPins(Town.Id, Post).IsDone.ShouldBeTrue();
    }
}
