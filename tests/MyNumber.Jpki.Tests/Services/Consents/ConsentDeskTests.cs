using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Services.Consents;
using MyNumber.Jpki.Tests.Signatures;

namespace MyNumber.Jpki.Tests.Services.Consents;

/// <summary>Taking a consent, and how long it stands.</summary>
public sealed class ConsentDeskTests : ConsentBench
{
    [Fact]
    public async Task A_signed_consent_is_recorded_and_waits_for_the_authority()
    {
        ConsentResult result = await GiveAsync(Ask());
        result.Outcome.ShouldBe(VerificationOutcome.Valid);
        Consent consent = result.Consent.ShouldNotBeNull();
        consent.StateAt(SigningDesk.Now).ShouldBe(ConsentState.AwaitingAuthority);
        consent.LastDay.ShouldBeNull();
        (await Store.FindAsync(consent.Id)).ShouldBe(consent);
        consent.ToString().ShouldBe("Consent(***)");
    }

    [Fact]
    public async Task No_certificate_is_in_the_store_of_consents()
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        JpkiCertificate.TryParse(Desk.SignatureDer, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        byte[] key = certificate!.SubjectPublicKeyInfo.ToArray();
        foreach (ReadOnlyMemory<byte> part in new[] { consent.Content, consent.SignedAttributes, consent.Signature })
        {
            part.Span.IndexOf(Desk.SignatureDer).ShouldBe(-1);
            part.Span.IndexOf(key).ShouldBe(-1);
            part.Length.ShouldBeLessThan(Desk.SignatureDer.Length);
        }

        consent.Holder.ShouldBe(certificate.Identity);
        typeof(Consent).GetProperties().Select(property => property.PropertyType).ShouldNotContain(typeof(JpkiCertificate));
    }

    [Fact]
    public async Task Another_text_than_the_one_asked_for_is_refused()
    {
        ConsentRequest first = Ask(), second = Ask();
        ConsentResult result = await Consents.TakeAsync("account", second, Sign(first.Content.ToArray()));
        result.Reason.ShouldBe(VerificationReason.ConsentForOtherRequest);
        result.Consent.ShouldBeNull();
        (await Store.FindAsync(second.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task One_signature_gives_one_consent()
    {
        ConsentRequest request = Ask();
        (await GiveAsync(request)).Outcome.ShouldBe(VerificationOutcome.Valid);
        (await GiveAsync(request)).Reason.ShouldBe(VerificationReason.ConsentAlreadyGiven);
    }

    [Fact]
    public async Task A_stranger_gives_no_consent_for_an_account()
    {
        Link("account", Holder, IdentityMaker.Signature(9));
        ConsentRequest request = Ask();
        ConsentResult result = await GiveAsync(request);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, VerificationReason.ConsentByOtherSigner));
        (await Store.FindAsync(request.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task An_account_without_a_certificate_cannot_say_whose_consent_it_is()
    {
        ConsentRequest request = Ask();
        ConsentResult result = await Consents.TakeAsync("another account", request, Sign(request.Content.ToArray()));
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ConsentAccountNotLinked));
        (await Store.FindAsync(request.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_that_ends_while_the_document_is_verified_gives_no_consent()
    {
        Desk.Status.Meanwhile = () => Accounts.ChangeAsync(
            new AccountLinkChange("account", CertificatePurpose.Signature, Holder, default, AccountLinkCause.BankDecided, SigningDesk.Now)).Result.ShouldBe(AccountLinkOutcome.Ended);
        ConsentRequest request = Ask();
        (await GiveAsync(request)).Reason.ShouldBe(VerificationReason.ConsentAccountNotLinked);
        (await Store.FindAsync(request.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_caller_without_links_names_the_holder_itself()
    {
        ConsentRequest request = Ask();
        byte[] signed = Sign(request.Content.ToArray());
        (await Consents.TakeAsync("b", IdentityMaker.Signature(9), request, signed)).Reason.ShouldBe(VerificationReason.ConsentByOtherSigner);
        await Should.ThrowAsync<ArgumentException>(async () => await Consents.TakeAsync("b", default(CertificateIdentity), request, signed));
        (await Consents.TakeAsync("b", Holder, request, signed)).Consent!.Account.ShouldBe("b");
    }

    [Theory]
    [InlineData("at the end of its lifetime", 60, VerificationReason.None)]
    [InlineData("a minute later", 61, VerificationReason.ConsentRequestExpired)]
    [InlineData("asked a little ahead of this clock", -5, VerificationReason.None)]
    [InlineData("asked in the future", -6, VerificationReason.ConsentRequestExpired)]
    public async Task A_request_has_a_lifetime(string description, int minutes, VerificationReason reason)
    {
        ConsentRequest request = Ask();
        Desk.Clock.Set(SigningDesk.Now.AddMinutes(minutes));
        (await GiveAsync(request)).Reason.ShouldBe(reason, description);
    }

    [Fact]
    public async Task What_was_revoked_and_wiped_is_not_given_anew_by_the_same_signature()
    {
        ConsentRequest request = Ask();
        await GiveAsync(request);
        await Consents.RevokeAsync(request.Id);
        (await Consents.WipeAsync(TimeSpan.Zero)).ShouldBe(0);
        (await GiveAsync(request)).Reason.ShouldBe(VerificationReason.ConsentAlreadyGiven);
        Desk.Clock.Advance(TimeSpan.FromMinutes(65));
        (await Consents.WipeAsync(TimeSpan.Zero)).ShouldBe(1);
        (await GiveAsync(request)).Reason.ShouldBe(VerificationReason.ConsentRequestExpired);
    }

    [Fact]
    public async Task A_revocation_that_loses_every_race_does_not_say_that_nothing_is_here()
    {
        ConsentDesk busy = new(Desk.Documents, Accounts, new LosingStore(Store), Provider, Desk.Clock);
        Consent consent = (await GiveAsync(Ask())).Consent!;
        await Should.ThrowAsync<InvalidOperationException>(async () => await busy.RevokeAsync(consent.Id));
        (await busy.RevokeAsync("unknown")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("no time", 0)]
    [InlineData("over a day", 1441)]
    public void A_lifetime_out_of_its_range_is_misuse(string description, int minutes) => Should.Throw<ArgumentOutOfRangeException>(
        () => new ConsentDesk(Desk.Documents, Accounts, Store, Provider, Desk.Clock, TimeSpan.FromMinutes(minutes)), description);

    [Theory]
    [InlineData("revoked", RevocationReason.AffiliationChanged, VerificationReason.Revoked)]
    [InlineData("held", RevocationReason.CertificateHold, VerificationReason.Held)]
    public async Task A_certificate_that_is_not_good_gives_no_consent(string description, RevocationReason reason, VerificationReason expected)
    {
        Desk.Status.Answer = FixedStatus.Ended(reason);
        ConsentRequest request = Ask();
        (await GiveAsync(request)).Reason.ShouldBe(expected, description);
        (await Store.FindAsync(request.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task Without_status_a_consent_is_undetermined_and_not_recorded()
    {
        Desk.Status.Answer = RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp);
        ConsentRequest request = Ask();
        (await GiveAsync(request)).Outcome.ShouldBe(VerificationOutcome.Undetermined);
        (await Store.FindAsync(request.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task Bytes_and_the_login_certificate_give_no_consent()
    {
        ConsentRequest request = Ask();
        (await Consents.TakeAsync("account", request, new byte[] { 1 })).Reason.ShouldBe(VerificationReason.DocumentMalformed);
        byte[] login = new HandMadeCms { Key = Desk.UserAuthenticationKey, Certificates = [Desk.UserAuthenticationDer], Content = request.Content.ToArray() }.Encode();
        (await Consents.TakeAsync("account", request, login)).Outcome.ShouldBe(VerificationOutcome.Invalid);
        (await Store.FindAsync(request.Id)).ShouldBeNull();
    }

    [Theory]
    [InlineData("the day it was reflected", "2026-11-21T14:59:59Z", ConsentState.AwaitingAuthority)]
    [InlineData("the day after, in Japan", "2026-11-21T15:00:00Z", ConsentState.InForce)]
    [InlineData("its last second", "2036-11-21T14:59:59Z", ConsentState.InForce)]
    [InlineData("ten years are over", "2036-11-21T15:00:00Z", ConsentState.Ended)]
    public async Task A_consent_stands_for_ten_years_from_the_day_after(string description, string at, ConsentState state)
    {
        Consent consent = (await GiveAsync(Ask())).Consent! with { ReflectedOn = new DateOnly(2026, 11, 21) };
        consent.StateAt(DateTimeOffset.Parse(at)).ShouldBe(state, description);
        consent.LastDay.ShouldBe(new DateOnly(2036, 11, 21));
    }

    [Theory]
    [InlineData("the day before a leap day", "2028-02-28", "2038-02-27")]
    [InlineData("a leap day", "2028-02-29", "2038-02-28")]
    public async Task Leap_days_do_not_shift_the_last_day(string description, string reflected, string last) =>
        ((await GiveAsync(Ask())).Consent! with { ReflectedOn = DateOnly.Parse(reflected) }).LastDay.ShouldBe(DateOnly.Parse(last), description);

    [Fact]
    public void An_answer_without_attributes_cannot_say_that_they_came() =>
        Should.Throw<ArgumentOutOfRangeException>(() => LatestAttributes.Without(LatestAttributesState.Provided));
}
