using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Emulation.Tests.Issuing;

public sealed class CardUseTests
{
    private static readonly FourAttributes Moved = Town.Person(address: "大阪府大阪市見本町２－２");

    [Fact]
    public void A_card_is_stopped_in_the_middle_of_the_night()
    {
        Town town = Town.WithCardInUse();
        town.Clock.Advance(TimeSpan.FromHours(18));
        CardOutcome outcome = town.Office.Stop(Town.Id, identityConfirmed: true);
        outcome.Tasks.ShouldBe([CardTask.HoldCertificates]);
        outcome.Card!.Stage.ShouldBe(CardStage.Stopped);
    }

    [Fact]
    public void A_stop_needs_to_know_who_calls_and_a_card_in_use()
    {
        Town town = Town.WithCardInUse();
        town.Office.Stop(Town.Id, identityConfirmed: false).Refusal.ShouldBe(CardRefusal.IdentityNotShown);
        town.Office.Stop(Town.OtherId, identityConfirmed: true).Refusal.ShouldBe(CardRefusal.UnknownApplication);
        town.Office.Apply(Town.Form(Town.OtherId));
        town.Office.Stop(Town.OtherId, identityConfirmed: true).Refusal.ShouldBe(CardRefusal.WrongStage);
        town.Office.Stop(Town.Id, identityConfirmed: true);
        town.Office.Stop(Town.Id, identityConfirmed: true).Refusal.ShouldBe(CardRefusal.Stopped);
    }

    [Theory]
    [InlineData("not by telephone", false, true, true, CardRefusal.OnlyAtMunicipality)]
    [InlineData("not without the card", true, false, true, CardRefusal.CardMissing)]
    [InlineData("not by anybody", true, true, false, CardRefusal.IdentityNotShown)]
    [InlineData("at the counter", true, true, true, CardRefusal.None)]
    public void A_stop_ends_at_the_counter_alone(string description, bool counter, bool card, bool identity, CardRefusal refusal) =>
        Town.WithStoppedCard().Office.Lift(Town.Id, counter, new CardVisit { Card = card, IdentityShown = identity }).Refusal.ShouldBe(refusal, description);

    [Fact]
    public void A_card_that_is_not_stopped_has_no_stop_to_end()
    {
        Town town = Town.WithCardInUse();
        town.Office.Lift(Town.Id, true, Town.Alone).Refusal.ShouldBe(CardRefusal.WrongStage);
        town.Office.Stop(Town.Id, true);
        town.Office.Lift(Town.Id, true, Town.Alone).Card!.Stage.ShouldBe(CardStage.InUse);
        town.Office.Lift(Town.OtherId, true, Town.Alone).Refusal.ShouldBe(CardRefusal.UnknownApplication);
    }

    [Theory]
    [InlineData("both, wanted again", true, true, true, "RevokeCertificates, IssueSignatureCertificate, IssueAuthenticationCertificate")]
    [InlineData("both, not wanted again", true, true, false, "RevokeCertificates")]
    [InlineData("one, wanted again", false, true, true, "RevokeCertificates, IssueAuthenticationCertificate")]
    [InlineData("none", false, false, true, "")]
    public void Certificates_on_hold_are_revoked_and_issued_anew(string description, bool signature, bool authentication, bool wants, string tasks)
    {
        CardApplicationForm form = new(Town.Id, Town.Person()) { DeclinesSignature = !signature, DeclinesAuthentication = !authentication };
        Town town = Town.WithCardInUse(form, new CardPins(signature ? "ABC12345" : null, authentication ? "1234" : null, "1234", "1234"));
        town.Office.Stop(Town.Id, identityConfirmed: true);
        CardOutcome lifted = town.Office.Lift(Town.Id, true, Town.Alone, wants);
        string.Join(", ", lifted.Tasks).ShouldBe(tasks, description);
        (lifted.Card!.HasSignature, lifted.Card.HasAuthentication).ShouldBe((signature && wants, authentication && wants), description);
    }

    [Theory]
    [InlineData("with all papers", true, true, true, CardRefusal.None)]
    [InlineData("without a signed answer", false, true, true, CardRefusal.AnswerNotSigned)]
    [InlineData("without delegation", true, false, true, CardRefusal.DelegationMissing)]
    [InlineData("with PINs that can be read", true, true, false, CardRefusal.PinsNotSealed)]
    public void A_delegate_ends_a_stop_with_papers_alone(string description, bool answer, bool delegation, bool isSealed, CardRefusal refusal) =>
        Town.WithStoppedCard().Office.Lift(Town.Id, true, new CardVisit { Visitor = CardVisitor.Delegate, AnswerSigned = answer, Delegation = delegation, PinsSealed = isSealed })
            .Refusal.ShouldBe(refusal, description);

    [Fact]
    public void A_stopped_card_takes_no_new_entries()
    {
        Town town = Town.WithStoppedCard();
        town.Office.ChangeEntries(Town.Id, Moved, true, Town.Alone).Refusal.ShouldBe(CardRefusal.Stopped);
        town.Office.ContinueAbroad(Town.Id, new DateOnly(2026, 5, 1), Town.Alone).Refusal.ShouldBe(CardRefusal.Stopped);
    }

    [Theory]
    [InlineData("with a new signature certificate", true, "WriteEntries, RevokeSignatureCertificate, IssueSignatureCertificate")]
    [InlineData("without one", false, "WriteEntries, RevokeSignatureCertificate")]
    public void New_entries_end_the_signature_certificate(string description, bool wants, string tasks)
    {
        Town town = Town.WithCardInUse();
        CardOutcome outcome = town.Office.ChangeEntries(Town.Id, Moved, wants, Town.Alone);
        outcome.ToString().ShouldBe($"done: {tasks}", description);
        outcome.Card!.HasSignature.ShouldBe(wants, description);
        outcome.Card.Attributes.Address.ShouldBe("大阪府大阪市見本町２－２");
    }

    [Fact]
    public void The_same_entries_are_no_change_and_a_change_needs_the_card()
    {
        Town town = Town.WithCardInUse();
        town.Office.ChangeEntries(Town.Id, Town.Person(), true, Town.Alone).Refusal.ShouldBe(CardRefusal.NothingChanged);
        town.Office.ChangeEntries(Town.Id, Moved, true, new CardVisit { Card = false }).Refusal.ShouldBe(CardRefusal.CardMissing);
        town.Office.Find(Town.Id)!.Attributes.Address.ShouldBe("東京都千代田区見本町１－１");
    }

    [Fact]
    public void The_last_day_is_a_day_of_use_in_japan_and_the_next_is_not()
    {
        Town town = Town.WithCardInUse();
        town.Clock.Set(new DateTimeOffset(2035, 6, 15, 14, 59, 59, TimeSpan.Zero));
        town.Office.Find(Town.Id)!.Stage.ShouldBe(CardStage.InUse);
        town.Clock.Advance(TimeSpan.FromSeconds(1));
        town.Office.Find(Town.Id)!.Stage.ShouldBe(CardStage.Expired);
        town.Office.Stop(Town.Id, true).Refusal.ShouldBe(CardRefusal.Expired);
        town.Office.ChangeEntries(Town.Id, Moved, true, Town.Alone).Refusal.ShouldBe(CardRefusal.Expired);
        town.Office.Reissue(Town.Id, ReissueReason.Damage, Town.Form(Town.OtherId)).Refusal.ShouldBe(CardRefusal.Expired);
        town.Office.Reissue(Town.Id, ReissueReason.Expiry, Town.Form(Town.OtherId)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_lost_card_is_void_at_once_and_the_next_has_another_serial_number()
    {
        Town town = Town.WithStoppedCard();
        CardApplicationForm form = Town.Form(Town.OtherId);
        town.Office.Reissue(Town.Id, ReissueReason.Loss, form).Refusal.ShouldBe(CardRefusal.LossNotReported);
        town.Office.Reissue(Town.Id, ReissueReason.Loss, form, lossReported: true).Tasks.ShouldBe([CardTask.RevokeCertificates, CardTask.MakeCard]);
        town.Office.Find(Town.Id)!.Stage.ShouldBe(CardStage.Void);
        town.Office.Lift(Town.Id, true, Town.Alone).Refusal.ShouldBe(CardRefusal.WrongStage);
        town.Office.Make(Town.OtherId, Town.FirstSerial).Refusal.ShouldBe(CardRefusal.SerialNumberUsed);
        town.Office.Make(Town.OtherId, "400000000000002").IsDone.ShouldBeTrue();
        town.Office.Notify(Town.OtherId);
        town.Office.Deliver(Town.OtherId, new CardVisit { Card = false }, Town.AllPins).Card!.SerialNumber.ShouldBe("400000000000002");
    }

    [Fact]
    public void A_card_that_is_not_there_is_neither_asked_for_nor_destroyed()
    {
        Town lost = Town.WithStoppedCard();
        lost.Office.Reissue(Town.Id, ReissueReason.Loss, Town.Form(Town.OtherId), lossReported: true);
        Town returned = Town.WithCardInUse();
        returned.Office.Reissue(Town.Id, ReissueReason.Damage, Town.Form(Town.OtherId));
        returned.Office.Return(Town.Id, ReturnReason.Wish);
        foreach (Town town in (Town[])[lost, returned])
        {
            town.Office.Make(Town.OtherId, "400000000000002");
            town.Office.Notify(Town.OtherId);
            CardStage before = town.Office.Find(Town.Id)!.Stage;
            town.Office.Deliver(Town.OtherId, new CardVisit { Card = false }, Town.AllPins).Tasks
                .ShouldBe([CardTask.SetPins, CardTask.IssueSignatureCertificate, CardTask.IssueAuthenticationCertificate]);
            town.Office.Find(Town.Id)!.Stage.ShouldBe(before);
        }
    }

    [Fact]
    public void A_damaged_card_is_used_until_it_is_changed_for_the_new_one()
    {
        Town town = Town.WithCardInUse();
        town.Office.Reissue(Town.Id, ReissueReason.Damage, Town.Form(Town.OtherId)).Tasks.ShouldBe([CardTask.MakeCard]);
        town.Office.Find(Town.Id)!.Stage.ShouldBe(CardStage.InUse);
        town.Office.Reissue(Town.Id, ReissueReason.Damage, Town.Form(Numbering.ApplicationId.Parse("12345678901234567890125"))).Refusal.ShouldBe(CardRefusal.WrongStage);
        town.Office.Make(Town.OtherId, "400000000000002");
        town.Office.Notify(Town.OtherId);
        town.Office.Deliver(Town.OtherId, new CardVisit { Card = false }, Town.AllPins).Refusal.ShouldBe(CardRefusal.CardMissing);
        town.Office.Find(Town.Id)!.Stage.ShouldBe(CardStage.InUse);
        town.Office.Deliver(Town.OtherId, Town.Alone, Town.AllPins).Tasks.ShouldBe(
            [CardTask.SetPins, CardTask.RevokeCertificates, CardTask.IssueSignatureCertificate, CardTask.IssueAuthenticationCertificate, CardTask.DestroyCard]);
        town.Office.Find(Town.Id)!.Stage.ShouldBe(CardStage.Void);
    }

    [Theory]
    [InlineData("damaged and stopped", ReissueReason.Damage, true, 2026, 4, 2, true)]
    [InlineData("renewed on its last day", ReissueReason.Expiry, false, 2035, 6, 15, true)]
    [InlineData("renewed when it had expired", ReissueReason.Expiry, false, 2035, 6, 16, false)]
    public void Certificates_of_the_old_card_are_revoked_at_delivery_unless_they_lapsed(
        string description, ReissueReason reason, bool stopped, int year, int month, int day, bool revoked)
    {
        Town town = stopped ? Town.WithStoppedCard() : Town.WithCardInUse();
        town.Clock.Set(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero));
        town.Office.Reissue(Town.Id, reason, Town.Form(Town.OtherId)).Tasks.ShouldBe([CardTask.MakeCard], description);
        town.Office.Make(Town.OtherId, "400000000000002");
        town.Office.Notify(Town.OtherId);
        town.Office.Deliver(Town.OtherId, Town.Alone, Town.AllPins).Tasks.Contains(CardTask.RevokeCertificates).ShouldBe(revoked, description);
    }

    [Fact]
    public void Certificates_that_lapsed_with_the_card_are_revoked_by_no_later_step()
    {
        Town lost = Town.WithCardInUse(), returned = Town.WithCardInUse(), before = Town.WithCardInUse();
        foreach (Town town in (Town[])[lost, returned])
        {
            town.Clock.Set(new DateTimeOffset(2035, 6, 16, 0, 0, 0, TimeSpan.Zero));
        }

        lost.Office.Reissue(Town.Id, ReissueReason.Loss, Town.Form(Town.OtherId), lossReported: true).Tasks.ShouldBe([CardTask.MakeCard]);
        returned.Office.Return(Town.Id, ReturnReason.Wish).Tasks.ShouldBe([CardTask.DestroyCard]);
        before.Office.Return(Town.Id, ReturnReason.Wish).Tasks.ShouldBe([CardTask.RevokeCertificates, CardTask.DestroyCard]);
    }

    [Fact]
    public void A_card_without_certificates_has_none_to_revoke_when_it_is_replaced()
    {
        CardApplicationForm form = new(Town.Id, Town.Person()) { DeclinesSignature = true, DeclinesAuthentication = true };
        Town town = Town.WithCardInUse(form, new CardPins(null, null, "1234", "1234"));
        town.Office.Reissue(Town.Id, ReissueReason.Damage, Town.Form(Town.OtherId));
        town.Office.Make(Town.OtherId, "400000000000002");
        town.Office.Notify(Town.OtherId);
        town.Office.Deliver(Town.OtherId, Town.Alone, Town.AllPins).Tasks.ShouldNotContain(CardTask.RevokeCertificates);
    }

    [Theory]
    [InlineData("a day before the three months", 2035, 3, 14, CardRefusal.TooEarly)]
    [InlineData("three months before the last day", 2035, 3, 15, CardRefusal.None)]
    public void A_card_is_renewed_in_its_last_three_months(string description, int year, int month, int day, CardRefusal refusal)
    {
        Town town = Town.WithCardInUse();
        town.Clock.Set(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero));
        town.Office.Reissue(Town.Id, ReissueReason.Expiry, Town.Form(Town.OtherId)).Refusal.ShouldBe(refusal, description);
    }

    [Fact]
    public void A_bad_new_application_leaves_the_lost_card_as_it_was()
    {
        Town town = Town.WithStoppedCard();
        town.Office.Reissue(Town.Id, ReissueReason.Loss, Town.Form(Town.Id), lossReported: true).Refusal.ShouldBe(CardRefusal.ApplicationIdUsed);
        town.Office.Find(Town.Id)!.Stage.ShouldBe(CardStage.Stopped);
        town.Office.Reissue(Town.OtherId, ReissueReason.Loss, Town.Form(Town.OtherId), lossReported: true).Refusal.ShouldBe(CardRefusal.UnknownApplication);
        Should.Throw<ArgumentOutOfRangeException>(() => town.Office.Reissue(Town.Id, (ReissueReason)3, Town.Form(Town.OtherId)));
    }

    [Theory]
    [InlineData("by wish", ReturnReason.Wish)]
    [InlineData("by death", ReturnReason.Death)]
    [InlineData("by departure", ReturnReason.Departure)]
    [InlineData("by order", ReturnReason.Order)]
    public void A_card_that_was_given_back_is_never_used_again(string description, ReturnReason reason)
    {
        Town town = Town.WithStoppedCard();
        town.Office.Return(Town.Id, reason).Tasks.ShouldBe([CardTask.RevokeCertificates, CardTask.DestroyCard], description);
        town.Office.Return(Town.Id, reason).Refusal.ShouldBe(CardRefusal.WrongStage, description);
        town.Office.Lift(Town.Id, true, Town.Alone).Refusal.ShouldBe(CardRefusal.WrongStage, description);
        town.Office.ChangeEntries(Town.Id, Moved, true, Town.Alone).Refusal.ShouldBe(CardRefusal.WrongStage, description);
        town.Office.Reissue(Town.Id, ReissueReason.Damage, Town.Form(Town.OtherId)).Refusal.ShouldBe(CardRefusal.WrongStage, description);
    }

    [Fact]
    public void An_unknown_reason_to_return_is_an_error_of_the_program() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Town.WithCardInUse().Office.Return(Town.Id, (ReturnReason)4));

    [Theory]
    [InlineData("departure before the law", 2024, 4, 1, 2024, 5, 26, CardRefusal.NoContinuedUseYet)]
    [InlineData("departure under the law, asked for before it", 2024, 4, 1, 2024, 6, 1, CardRefusal.NoContinuedUseYet)]
    [InlineData("asked for after departure", 2026, 4, 1, 2026, 3, 31, CardRefusal.AlreadyDeparted)]
    [InlineData("on the day of departure", 2026, 4, 1, 2026, 4, 1, CardRefusal.None)]
    [InlineData("the first day of the law", 2024, 5, 27, 2024, 5, 27, CardRefusal.None)]
    public void Use_abroad_depends_on_the_day(string description, int year, int month, int day, int toYear, int toMonth, int toDay, CardRefusal refusal)
    {
        Town town = Town.WithCardInUse(start: new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero));
        CardOutcome outcome = town.Office.ContinueAbroad(Town.Id, new DateOnly(toYear, toMonth, toDay), Town.Alone);
        outcome.Refusal.ShouldBe(refusal, description);
        outcome.Card!.IsAbroad.ShouldBe(refusal == CardRefusal.None, description);
    }

    [Fact]
    public void Use_abroad_is_granted_once_and_with_the_card()
    {
        Town town = Town.WithCardInUse();
        DateOnly departure = new(2026, 5, 1);
        town.Office.ContinueAbroad(Town.Id, departure, new CardVisit { Card = false }).Refusal.ShouldBe(CardRefusal.CardMissing);
        town.Office.ContinueAbroad(Town.Id, departure, Town.Alone).Tasks.ShouldBe([CardTask.WriteEntries]);
        town.Office.ContinueAbroad(Town.Id, departure, Town.Alone).Refusal.ShouldBe(CardRefusal.NothingChanged);
    }
}
