using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Office;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Tests.Office;

public sealed class PhoneTests
{
    private static readonly (IssuedState, RevocationReason) Good = (IssuedState.Good, RevocationReason.Unspecified);

    private readonly Counter _counter = new();

    private CertificateOffice Office => _counter.Office;

    [Theory]
    [InlineData("detached", true)]
    [InlineData("attached", false)]
    public async Task Application_signed_with_the_card_enrols_a_phone(string row, bool detached)
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        PhoneApplication form = _counter.PhoneForm();
        OfficeOutcome phone = await Office.EnrolPhoneAsync(form, _counter.Sign(form.Content, card.Signature!, detached));
        phone.Refusal.ShouldBe(OfficeRefusal.None, row);
        JpkiCertificate.TryParse(phone.Signature!.Encoded.Span, out JpkiCertificate? signature, out _).ShouldBeTrue();
        JpkiCertificate.TryParse(phone.UserAuthentication!.Encoded.Span, out JpkiCertificate? authentication, out _).ShouldBeTrue();
        signature!.Policies.ShouldBe(["2.25.122616376366132785320021255224901279248.3"]);
        authentication!.Policies.ShouldBe(["2.25.122616376366132785320021255224901279248.4"]);
        signature.Holder!.Attributes.Name.ShouldBe("架空　花子");
        phone.Signature.NotAfter.ShouldBe(card.Signature!.NotAfter);
        (phone.Application!.Card, phone.Application.Stage, phone.Application.IsPhone).ShouldBe((Counter.First, ApplicationStage.InUse, true));
        (await _counter.Lab.Links.FindUserAuthenticationAsync(phone.Signature.Identity)).ShouldBe(phone.UserAuthentication.Identity);
    }

    [Fact]
    public async Task Signed_application_that_is_wrong_issues_nothing()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        PhoneApplication form = _counter.PhoneForm(), other = form with { UserAuthenticationKey = Counter.Key(9) };
        byte[] signed = _counter.Sign(form.Content, card.Signature!);
        byte[] damaged = [.. signed];
        damaged[^1] ^= 1;
        await RefusedAsync(form, damaged, VerificationReason.SignatureInvalid);
        await RefusedAsync(form, new byte[] { 0x30, 0x00 }, VerificationReason.DocumentMalformed);
        await RefusedAsync(form, ReadOnlyMemory<byte>.Empty, VerificationReason.DocumentMalformed);
        await RefusedAsync(other, signed, VerificationReason.ContentDigestMismatch);
        await RefusedAsync(other, _counter.Sign(form.Content, card.Signature!, detached: false), VerificationReason.ContentDigestMismatch);
        await RefusedAsync(form, _counter.Sign(form.Content, card.UserAuthentication!, key: 6), VerificationReason.WrongPurpose);
        Office.Find(form.Id).ShouldBeNull();
        Office.History(form.Id).ShouldBeEmpty();
    }

    /// <summary>Whoever sends garbage may name any application: it must neither grow a stranger's history nor show how the application stands.</summary>
    [Fact]
    public async Task Application_that_nobody_signed_writes_nothing_and_learns_nothing()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        PhoneApplication form = _counter.PhoneForm(Counter.First);
        long before = _counter.Lab.Statuses.Position;
        (await Office.EnrolPhoneAsync(form, new byte[] { 0x30, 0x00 })).Application.ShouldBeNull();
        (await Office.EnrolPhoneAsync(form, _counter.Sign(_counter.PhoneForm().Content, card.Signature!))).Application.ShouldBeNull();
        _counter.Lab.Statuses.Position.ShouldBe(before);
    }

    [Fact]
    public async Task Id_of_another_holders_application_is_refused_without_a_line_in_its_history()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        await Office.ApplyAsync(_counter.Form(Counter.Second));
        OfficeOutcome refused = await EnrolAsync(card, _counter.PhoneForm(Counter.Second), OfficeRefusal.ApplicationIdUsed);
        refused.Application.ShouldBeNull();
        Office.History(Counter.Second).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Hold_stamped_by_a_clock_that_is_ahead_counts_already()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        DateTimeOffset now = _counter.Clock.GetUtcNow();
        _counter.Clock.Advance(TimeSpan.FromMinutes(2));
        _counter.Lab.Statuses.Hold(card.Signature!.Identity);
        _counter.Clock.Set(now);
        PhoneApplication form = _counter.PhoneForm();
        await RefusedAsync(form, _counter.Sign(form.Content, card.Signature!), VerificationReason.Held);
    }

    [Theory]
    [InlineData("revoked", VerificationReason.Revoked)]
    [InlineData("held", VerificationReason.Held)]
    [InlineData("expired", VerificationReason.Expired)]
    public async Task Card_that_is_not_good_enrols_no_phone(string row, VerificationReason expected)
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        PhoneApplication form = _counter.PhoneForm();
        byte[] signed = _counter.Sign(form.Content, card.Signature!);
        switch (row)
        {
            case "revoked":
                await Office.ChangeRecordAsync(Counter.First);
                break;
            case "held":
                await Office.ReportLossAsync(Counter.First, true);
                break;
            default:
                _counter.Clock.Set(card.Signature!.NotAfter.AddSeconds(1));
                break;
        }

        await RefusedAsync(form, signed, expected);
    }

    [Fact]
    public async Task Certificate_of_another_lab_or_of_no_application_enrols_no_phone()
    {
        PhoneApplication form = _counter.PhoneForm();
        IssuedCertificate loose = _counter.Lab.IssueOne(CertificateTemplate.CardSignature(PolicyEnvironment.Lab), TestLab.Request(_counter.Lab));
        (await Office.EnrolPhoneAsync(form, _counter.Sign(form.Content, loose))).Refusal.ShouldBe(OfficeRefusal.SignerIsNoCard);
        OfficeOutcome notDelivered = await Office.ApplyAsync(_counter.Form(Counter.First));
        (await Office.EnrolPhoneAsync(form, _counter.Sign(form.Content, notDelivered.Signature!))).Refusal.ShouldBe(OfficeRefusal.SignerIsNoCard);
        await _counter.DeliveredAsync(Counter.Second);
        Counter other = new();
        IssuedCertificate unregistered = (await other.Office.ApplyAsync(other.Form(Counter.Id(7)) with { Municipality = TestLab.Naha })).Signature!;
        (await new Counter().Office.EnrolPhoneAsync(form, _counter.Sign(form.Content, unregistered))).Verification.ShouldBe(VerificationReason.StatusUnknown);
    }

    [Fact]
    public async Task Phone_enrols_no_phone_and_unfit_forms_are_refused()
    {
        OfficeOutcome card = await _counter.DeliveredAsync();
        await EnrolAsync(card, _counter.PhoneForm() with { SignatureKey = default, UserAuthenticationKey = default }, OfficeRefusal.NothingToIssue);
        await EnrolAsync(card, _counter.PhoneForm() with { SignatureKey = new byte[] { 1 } }, OfficeRefusal.KeyUnfit);
        await EnrolAsync(card, _counter.PhoneForm() with { Id = Counter.First }, OfficeRefusal.ApplicationIdUsed);
        await EnrolAsync(card, _counter.PhoneForm() with { Replaces = Counter.Id(99), UserAuthenticationKey = default }, OfficeRefusal.ApplicationUnknown);
        await EnrolAsync(card, _counter.PhoneForm() with { Replaces = Counter.First, UserAuthenticationKey = default }, OfficeRefusal.WrongStage);
        Office.History(Counter.Phone).ShouldBeEmpty();
        OfficeOutcome phone = await _counter.EnrolledAsync(card);
        Office.History(Counter.Phone).Count.ShouldBe(1);
        PhoneApplication next = _counter.PhoneForm(Counter.OtherPhone);
        (await Office.EnrolPhoneAsync(next, _counter.Sign(next.Content, phone.Signature!, key: 7))).Verification.ShouldBe(VerificationReason.PolicyNotAccepted);
    }

    [Fact]
    public async Task Policies_that_are_not_public_are_not_guessed()
    {
        Counter counter = new(environment: PolicyEnvironment.ProductionShape);
        OfficeOutcome card = await counter.DeliveredAsync();
        PhoneApplication form = counter.PhoneForm();
        (await counter.Office.EnrolPhoneAsync(form, counter.Sign(form.Content, card.Signature!))).Refusal.ShouldBe(OfficeRefusal.PhonePolicyUnknown);
    }

    /// <summary>A register from before partitions had one name may have the card's certificates under a second one.</summary>
    [Fact]
    public async Task Card_under_a_later_spelling_enrols_a_phone()
    {
        await Office.ApplyAsync(_counter.Form(Counter.Second));
        OfficeOutcome card = await Office.ApplyAsync(_counter.Form(Counter.First) with { Municipality = new Municipality("13221", "Tokyo-to", "Kiyose") });
        await Office.DeliverAsync(Counter.First);
        OfficeOutcome phone = await _counter.EnrolledAsync(card);
        phone.Signature!.Municipality.Name.ShouldBe("Kiyose");
    }

    /// <summary>The card may end at any reading of the clock, also between judgement and making.</summary>
    [Fact]
    public async Task Card_that_ends_while_a_phone_is_enrolled_is_a_refusal()
    {
        EndingClock clock = new() { Now = TestLab.Fixed };
        LabAuthority lab = new(TestLab.Keys, clock, new LabAuthorityOptions { Environment = PolicyEnvironment.Lab });
        CertificateOffice office = new(lab);
        OfficeOutcome card = await office.ApplyAsync(_counter.Form(Counter.First) with { CardExpiry = new DateOnly(2026, 4, 2) });
        await office.DeliverAsync(Counter.First);
        List<bool> done = [];
        for (int readings = 0; readings < 24; readings++)
        {
            clock.Now = card.Signature!.NotAfter;
            clock.Left = readings;
            PhoneApplication form = _counter.PhoneForm(Counter.Id(20 + readings));
            OfficeOutcome outcome = await office.EnrolPhoneAsync(form, _counter.Sign(form.Content, card.Signature));
            done.Add(outcome.IsDone);
            (outcome.Signature is null).ShouldBe(!outcome.IsDone);
        }

        (done[0], done[^1]).ShouldBe((false, true));
    }

    [Fact]
    public async Task Found_phone_resumes_authentication_and_signs_with_a_new_certificate()
    {
        OfficeOutcome card = await _counter.DeliveredAsync(), phone = await _counter.EnrolledAsync(card);
        (await Office.ReportLossAsync(Counter.Phone, true)).IsDone.ShouldBeTrue();
        _counter.StatusOf(phone.UserAuthentication).ShouldBe((IssuedState.Held, RevocationReason.CertificateHold));
        _counter.StatusOf(card.UserAuthentication).ShouldBe(Good);
        (await Office.ResumePhoneAsync(Counter.Phone, false)).Refusal.ShouldBe(OfficeRefusal.IdentityNotShown);
        (await Office.ResumePhoneAsync(Counter.Phone, true)).IsDone.ShouldBeTrue();
        _counter.StatusOf(phone.UserAuthentication).ShouldBe(Good);
        _counter.StatusOf(phone.Signature).ShouldBe((IssuedState.Revoked, RevocationReason.CessationOfOperation));

        OfficeOutcome anew = await EnrolAsync(
            card, _counter.PhoneForm(Counter.OtherPhone) with { Replaces = Counter.Phone, UserAuthenticationKey = default, SignatureKey = Counter.Key(9) }, OfficeRefusal.None);
        _counter.StatusOf(anew.Signature).ShouldBe(Good);
        anew.Application!.UserAuthentication.ShouldBe(phone.UserAuthentication!.Identity);
        (await _counter.Lab.Links.FindSuccessorAsync(phone.Signature!.Identity)).ShouldBe(anew.Signature!.Identity);
        _counter.StatusOf(phone.UserAuthentication).ShouldBe(Good);
    }

    [Fact]
    public async Task Phone_ends_with_the_cards_certificate_of_the_same_purpose()
    {
        OfficeOutcome card = await _counter.DeliveredAsync(), phone = await _counter.EnrolledAsync(card);
        (await Office.ChangeRecordAsync(Counter.First)).Changes.Count.ShouldBe(2);
        _counter.StatusOf(phone.Signature).ShouldBe((IssuedState.Revoked, RevocationReason.AffiliationChanged));
        _counter.StatusOf(phone.UserAuthentication).ShouldBe(Good);
        Office.Find(Counter.Phone)!.Stage.ShouldBe(ApplicationStage.InUse);

        (await Office.ReportDeathAsync(Counter.First)).Changes.Count.ShouldBe(2);
        _counter.StatusOf(phone.UserAuthentication).ShouldBe((IssuedState.Revoked, RevocationReason.CessationOfOperation));
        Office.Find(Counter.Phone)!.Stage.ShouldBe(ApplicationStage.Ended);
        Office.History(Counter.Phone).Select(line => line.Step).ShouldBe([OfficeStep.Apply, OfficeStep.EndWithCard, OfficeStep.EndWithCard]);
        _counter.StatusOf(card.UserAuthentication).Item1.ShouldBe(IssuedState.Revoked);
    }

    private async Task<OfficeOutcome> EnrolAsync(OfficeOutcome card, PhoneApplication form, OfficeRefusal expected)
    {
        OfficeOutcome outcome = await Office.EnrolPhoneAsync(form, _counter.Sign(form.Content, card.Signature!));
        outcome.Refusal.ShouldBe(expected, outcome.Verification.ToString());
        return outcome;
    }

    private async Task RefusedAsync(PhoneApplication form, ReadOnlyMemory<byte> signed, VerificationReason expected)
    {
        OfficeOutcome outcome = await Office.EnrolPhoneAsync(form, signed);
        (outcome.Refusal, outcome.Verification).ShouldBe((OfficeRefusal.SignedApplicationInvalid, expected));
        (outcome.Signature, outcome.UserAuthentication).ShouldBe((null, null));
    }

    /// <summary>Stands still for so many readings, and goes on by two seconds then.</summary>
    private sealed class EndingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public int Left { get; set; } = int.MaxValue;

        public override DateTimeOffset GetUtcNow() => Left-- > 0 ? Now : Now.AddSeconds(2);
    }
}
