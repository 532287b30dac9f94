using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Services.Consents;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Tests.Services.Consents;

public sealed class ConsentDeskTests : IDisposable
{
    private const string Service = "見本銀行 口座";

    private readonly SigningDesk _desk = new();
    private readonly SeededRandom _random = new();
    private readonly InMemoryConsentStore _store = new();
    private readonly FixedProvider _provider = new();
    private readonly InMemoryAccountLinkStore _accounts = new();
    private readonly CertificateIdentity _holder;
    private readonly ConsentDesk _consents;

    public ConsentDeskTests()
    {
        _consents = new ConsentDesk(_desk.Documents, _accounts, _store, _provider, _desk.Clock);
        JpkiCertificate.TryParse(_desk.SignatureDer, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        _holder = certificate!.Identity;
        Link("account", default, _holder);
    }

    public void Dispose()
    {
        _desk.Dispose();
        _random.Dispose();
    }

    [Fact]
    public async Task A_signed_consent_is_recorded_and_waits_for_the_authority()
    {
        ConsentResult result = await GiveAsync(Ask());
        result.Outcome.ShouldBe(VerificationOutcome.Valid);
        Consent consent = result.Consent.ShouldNotBeNull();
        consent.StateAt(SigningDesk.Now).ShouldBe(ConsentState.AwaitingAuthority);
        consent.LastDay.ShouldBeNull();
        (await _store.FindAsync(consent.Id)).ShouldBe(consent);
        consent.ToString().ShouldBe("Consent(***)");
    }

    [Fact]
    public async Task No_certificate_is_in_the_store_of_consents()
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        JpkiCertificate.TryParse(_desk.SignatureDer, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        byte[] key = certificate!.SubjectPublicKeyInfo.ToArray();
        foreach (ReadOnlyMemory<byte> part in new[] { consent.Content, consent.SignedAttributes, consent.Signature })
        {
            part.Span.IndexOf(_desk.SignatureDer).ShouldBe(-1);
            part.Span.IndexOf(key).ShouldBe(-1);
            part.Length.ShouldBeLessThan(_desk.SignatureDer.Length);
        }

        consent.Holder.ShouldBe(certificate.Identity);
        typeof(Consent).GetProperties().Select(property => property.PropertyType).ShouldNotContain(typeof(JpkiCertificate));
    }

    [Fact]
    public async Task Another_text_than_the_one_asked_for_is_refused()
    {
        ConsentRequest first = Ask(), second = Ask();
        ConsentResult result = await _consents.TakeAsync("account", second, Sign(first.Content.ToArray()));
        result.Reason.ShouldBe(VerificationReason.ConsentForOtherRequest);
        result.Consent.ShouldBeNull();
        (await _store.FindAsync(second.Id)).ShouldBeNull();
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
        Link("account", _holder, IdentityMaker.Signature(9));
        ConsentRequest request = Ask();
        ConsentResult result = await GiveAsync(request);
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Invalid, VerificationReason.ConsentByOtherSigner));
        (await _store.FindAsync(request.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task An_account_without_a_certificate_cannot_say_whose_consent_it_is()
    {
        ConsentRequest request = Ask();
        ConsentResult result = await _consents.TakeAsync("another account", request, Sign(request.Content.ToArray()));
        (result.Outcome, result.Reason).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ConsentAccountNotLinked));
        (await _store.FindAsync(request.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_link_that_ends_while_the_document_is_verified_gives_no_consent()
    {
        _desk.Status.Meanwhile = () => _accounts.ChangeAsync(
            new AccountLinkChange("account", CertificatePurpose.Signature, _holder, default, AccountLinkCause.BankDecided, SigningDesk.Now)).Result.ShouldBe(AccountLinkOutcome.Ended);
        ConsentRequest request = Ask();
        (await GiveAsync(request)).Reason.ShouldBe(VerificationReason.ConsentAccountNotLinked);
        (await _store.FindAsync(request.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_caller_without_links_names_the_holder_itself()
    {
        ConsentRequest request = Ask();
        byte[] signed = Sign(request.Content.ToArray());
        (await _consents.TakeAsync("b", IdentityMaker.Signature(9), request, signed)).Reason.ShouldBe(VerificationReason.ConsentByOtherSigner);
        await Should.ThrowAsync<ArgumentException>(async () => await _consents.TakeAsync("b", default(CertificateIdentity), request, signed));
        (await _consents.TakeAsync("b", _holder, request, signed)).Consent!.Account.ShouldBe("b");
    }

    [Theory]
    [InlineData("at the end of its lifetime", 60, VerificationReason.None)]
    [InlineData("a minute later", 61, VerificationReason.ConsentRequestExpired)]
    [InlineData("asked a little ahead of this clock", -5, VerificationReason.None)]
    [InlineData("asked in the future", -6, VerificationReason.ConsentRequestExpired)]
    public async Task A_request_has_a_lifetime(string description, int minutes, VerificationReason reason)
    {
        ConsentRequest request = Ask();
        _desk.Clock.Set(SigningDesk.Now.AddMinutes(minutes));
        (await GiveAsync(request)).Reason.ShouldBe(reason, description);
    }

    [Fact]
    public async Task What_was_revoked_and_wiped_is_not_given_anew_by_the_same_signature()
    {
        ConsentRequest request = Ask();
        await GiveAsync(request);
        await _consents.RevokeAsync(request.Id);
        (await _consents.WipeAsync(TimeSpan.Zero)).ShouldBe(0);
        (await GiveAsync(request)).Reason.ShouldBe(VerificationReason.ConsentAlreadyGiven);
        _desk.Clock.Advance(TimeSpan.FromMinutes(65));
        (await _consents.WipeAsync(TimeSpan.Zero)).ShouldBe(1);
        (await GiveAsync(request)).Reason.ShouldBe(VerificationReason.ConsentRequestExpired);
    }

    [Theory]
    [InlineData("the end of the calendar", "9999-12-31")]
    [InlineData("two days ahead", "2026-11-23")]
    [InlineData("before it was asked for", "2026-11-20")]
    public async Task A_day_on_which_nobody_can_have_reflected_it_is_no_answer(string description, string day)
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        _provider.Consent = new AuthorityConsent(AuthorityConsentState.Stands, DateOnly.Parse(day));
        (await _consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 1), description);
        (await _store.FindAsync(consent.Id))!.ReflectedOn.ShouldBeNull(description);
    }

    [Theory]
    [InlineData("asked for before midnight in Japan, recorded after it", "2026-11-21T14:59:50Z", "2026-11-21T15:00:01Z")]
    [InlineData("this service's clock ahead of the authority's", "2026-11-21T15:00:03Z", "2026-11-21T15:00:03Z")]
    [InlineData("the last second of the clocks' tolerance", "2026-11-21T15:04:59Z", "2026-11-21T15:04:59Z")]
    public async Task A_day_that_the_authority_may_have_had_before_this_service_is_taken(string description, string asked, string given)
    {
        _desk.Clock.Set(DateTimeOffset.Parse(asked));
        ConsentRequest request = Ask();
        _desk.Clock.Set(DateTimeOffset.Parse(given));
        (await GiveAsync(request)).Outcome.ShouldBe(VerificationOutcome.Valid, description);
        (await _consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 1, 0, 0), description);
        (await _store.FindAsync(request.Id))!.ReflectedOn.ShouldBe(new DateOnly(2026, 11, 21), description);
    }

    [Fact]
    public async Task A_day_before_the_clocks_tolerance_is_no_answer()
    {
        _desk.Clock.Set(new DateTimeOffset(2026, 11, 21, 15, 5, 0, TimeSpan.Zero));
        await GiveAsync(Ask());
        (await _consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 1));
    }

    [Theory]
    [InlineData("the end of the calendar", "9999-12-31")]
    [InlineData("before it was asked for", "2026-11-20")]
    public async Task A_revocation_counts_whatever_day_comes_with_it(string description, string day)
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        _provider.Consent = new AuthorityConsent(AuthorityConsentState.Revoked, DateOnly.Parse(day));
        (await _consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 1, 0), description);
        (await _store.FindAsync(consent.Id))!.RevokedAt.ShouldBe(SigningDesk.Now, description);
    }

    [Fact]
    public async Task A_day_at_the_end_of_the_calendar_that_is_stored_already_stops_nobody()
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        await _store.TryReplaceAsync(consent, consent with { ReflectedOn = DateOnly.MaxValue });
        await _consents.PollAsync();
        (await _consents.WipeAsync(TimeSpan.MaxValue)).ShouldBe(0);
        (await _store.FindAsync(consent.Id))!.LastDay.ShouldBe(DateOnly.MaxValue);
    }

    [Fact]
    public async Task A_revocation_that_loses_every_race_does_not_say_that_nothing_is_here()
    {
        ConsentDesk busy = new(_desk.Documents, _accounts, new LosingStore(_store), _provider, _desk.Clock);
        Consent consent = (await GiveAsync(Ask())).Consent!;
        await Should.ThrowAsync<InvalidOperationException>(async () => await busy.RevokeAsync(consent.Id));
        (await busy.RevokeAsync("unknown")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("no time", 0)]
    [InlineData("over a day", 1441)]
    public void A_lifetime_out_of_its_range_is_misuse(string description, int minutes) => Should.Throw<ArgumentOutOfRangeException>(
        () => new ConsentDesk(_desk.Documents, _accounts, _store, _provider, _desk.Clock, TimeSpan.FromMinutes(minutes)), description);

    [Theory]
    [InlineData("revoked", RevocationReason.AffiliationChanged, VerificationReason.Revoked)]
    [InlineData("held", RevocationReason.CertificateHold, VerificationReason.Held)]
    public async Task A_certificate_that_is_not_good_gives_no_consent(string description, RevocationReason reason, VerificationReason expected)
    {
        _desk.Status.Answer = FixedStatus.Ended(reason);
        ConsentRequest request = Ask();
        (await GiveAsync(request)).Reason.ShouldBe(expected, description);
        (await _store.FindAsync(request.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task Without_status_a_consent_is_undetermined_and_not_recorded()
    {
        _desk.Status.Answer = RevocationEvidence.Unreachable(VerificationReason.StatusUnreachable, RevocationMethod.Ocsp);
        ConsentRequest request = Ask();
        (await GiveAsync(request)).Outcome.ShouldBe(VerificationOutcome.Undetermined);
        (await _store.FindAsync(request.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task Bytes_and_the_login_certificate_give_no_consent()
    {
        ConsentRequest request = Ask();
        (await _consents.TakeAsync("account", request, new byte[] { 1 })).Reason.ShouldBe(VerificationReason.DocumentMalformed);
        byte[] login = new HandMadeCms { Key = _desk.UserAuthenticationKey, Certificates = [_desk.UserAuthenticationDer], Content = request.Content.ToArray() }.Encode();
        (await _consents.TakeAsync("account", request, login)).Outcome.ShouldBe(VerificationOutcome.Invalid);
        (await _store.FindAsync(request.Id)).ShouldBeNull();
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
    public async Task The_latest_attributes_come_under_a_consent_in_force()
    {
        Consent consent = await InForceAsync();
        BirthDate.TryParseCertificate("419900401"u8, out BirthDate birth).ShouldBeTrue();
        FourAttributes moved = new("見本　花子", "見本県見本市１", birth, Sex.Female);
        _provider.Latest = LatestAttributes.Provide(moved, IdentityMaker.Signature(9));
        LatestAttributes answer = await _consents.FetchAsync(consent.Id, Service);
        answer.State.ShouldBe(LatestAttributesState.Provided);
        answer.Attributes.ShouldBe(moved);
        answer.ToString().ShouldBe("LatestAttributes(Provided)");
        _provider.Fetched.ShouldBe([consent.Holder]);
    }

    [Theory]
    [InlineData("no new certificate yet", LatestAttributesState.NoNewSignatureCertificate)]
    [InlineData("nothing new", LatestAttributesState.Unchanged)]
    [InlineData("no answer", LatestAttributesState.NoAnswer)]
    public async Task Without_attributes_the_consent_stays_as_it_is(string description, LatestAttributesState state)
    {
        Consent consent = await InForceAsync();
        _provider.Latest = LatestAttributes.Without(state);
        LatestAttributes answer = await _consents.FetchAsync(consent.Id, Service);
        answer.State.ShouldBe(state, description);
        answer.Attributes.ShouldBeNull();
        (await _store.FindAsync(consent.Id)).ShouldBe(consent);
    }

    [Theory]
    [InlineData("revoked there", AuthorityConsentState.Revoked, LatestAttributesState.ConsentRevoked)]
    [InlineData("not known there", AuthorityConsentState.NotReflected, LatestAttributesState.ConsentNotKnown)]
    [InlineData("no answer", AuthorityConsentState.NoAnswer, LatestAttributesState.NoAnswer)]
    public async Task A_consent_that_does_not_stand_at_the_authority_fetches_nothing(string description, AuthorityConsentState there, LatestAttributesState state)
    {
        Consent consent = await InForceAsync();
        _provider.Consent = new AuthorityConsent(there);
        (await _consents.FetchAsync(consent.Id, Service)).State.ShouldBe(state, description);
        _provider.Fetched.ShouldBeEmpty();
        ((await _store.FindAsync(consent.Id))!.RevokedAt is not null).ShouldBe(there != AuthorityConsentState.NoAnswer, description);
    }

    [Fact]
    public async Task A_consent_that_does_not_stand_here_asks_nobody()
    {
        Consent waiting = (await GiveAsync(Ask())).Consent!;
        (await _consents.FetchAsync(waiting.Id, Service)).State.ShouldBe(LatestAttributesState.ConsentNotInForce);
        (await _consents.FetchAsync("unknown", Service)).State.ShouldBe(LatestAttributesState.ConsentNotInForce);
        Consent consent = await InForceAsync();
        int polled = _provider.Polled;
        (await _consents.FetchAsync(consent.Id, "another service")).State.ShouldBe(LatestAttributesState.ConsentForOtherService);
        (await _consents.RevokeAsync(consent.Id)).ShouldBeTrue();
        (await _consents.FetchAsync(consent.Id, Service)).State.ShouldBe(LatestAttributesState.ConsentRevoked);
        _provider.Polled.ShouldBe(polled);
        _provider.Fetched.ShouldBeEmpty();
    }

    [Fact]
    public async Task Polling_learns_of_a_revocation_and_no_answer_changes_nothing()
    {
        Consent consent = await InForceAsync();
        _provider.Consent = new AuthorityConsent(AuthorityConsentState.NoAnswer);
        (await _consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 1));
        (await _store.FindAsync(consent.Id)).ShouldBe(consent);
        _provider.Consent = new AuthorityConsent(AuthorityConsentState.Revoked);
        (await _consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 1, 0));
        (await _consents.PollAsync()).ShouldBe(default);
    }

    [Fact]
    public async Task A_revocation_is_recorded_of_a_consent_that_was_reflected_since_its_page_was_read()
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        ConsentDesk paged = Over(async read => (await _store.TryReplaceAsync(read, read with { ReflectedOn = new DateOnly(2026, 11, 21) })).ShouldBeTrue());
        _provider.Consent = new AuthorityConsent(AuthorityConsentState.Revoked);
        (await paged.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 1, 0));
        Consent now = (await _store.FindAsync(consent.Id))!;
        (now.ReflectedOn, now.RevokedAt).ShouldBe((new DateOnly(2026, 11, 21), SigningDesk.Now));
    }

    [Theory]
    [InlineData("removed", true)]
    [InlineData("revoked here", false)]
    public async Task What_is_over_since_its_page_was_read_is_not_counted(string description, bool isRemoved)
    {
        await GiveAsync(Ask());
        ConsentDesk paged = Over(async read => (isRemoved ? await _store.RemoveAsync(read.Id) : await _consents.RevokeAsync(read.Id)).ShouldBeTrue());
        _provider.Consent = new AuthorityConsent(AuthorityConsentState.Revoked);
        (await paged.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 0), description);
    }

    [Fact]
    public async Task What_the_authority_had_reflected_and_no_longer_knows_is_over_and_wiped()
    {
        Consent consent = await InForceAsync();
        _provider.Consent = new AuthorityConsent(AuthorityConsentState.NotReflected);
        (await _consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 1, 0));
        (await _store.FindAsync(consent.Id))!.RevokedAt.ShouldBe(_desk.Clock.GetUtcNow());
        (await _consents.PollAsync()).ShouldBe(default);
        (await _consents.FetchAsync(consent.Id, Service)).State.ShouldBe(LatestAttributesState.ConsentRevoked);
        _desk.Clock.Advance(TimeSpan.FromDays(31));
        (await _consents.WipeAsync(TimeSpan.FromDays(30))).ShouldBe(1);
    }

    [Fact]
    public async Task What_the_authority_does_not_know_yet_goes_on_waiting()
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        _provider.Consent = new AuthorityConsent(AuthorityConsentState.NotReflected);
        (await _consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 0));
        (await _store.FindAsync(consent.Id)).ShouldBe(consent);
    }

    [Fact]
    public async Task A_standing_consent_without_its_day_stays_waiting()
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        _provider.Consent = new AuthorityConsent(AuthorityConsentState.Stands);
        (await _consents.PollAsync()).Reflected.ShouldBe(0);
        (await _store.FindAsync(consent.Id))!.ReflectedOn.ShouldBeNull();
    }

    [Fact]
    public async Task It_outlives_its_certificate()
    {
        Consent consent = await InForceAsync();
        _desk.Clock.Set(ShapedLeaf.LastSecond.AddYears(1));
        (await _consents.FetchAsync(consent.Id, Service)).State.ShouldBe(LatestAttributesState.Unchanged);
    }

    [Fact]
    public async Task What_is_over_is_wiped_after_its_time_and_nothing_else()
    {
        Consent standing = await InForceAsync(), revoked = await InForceAsync();
        await _consents.RevokeAsync(revoked.Id);
        (await _consents.WipeAsync(TimeSpan.FromDays(30))).ShouldBe(0);
        _desk.Clock.Advance(TimeSpan.FromDays(31));
        (await _consents.WipeAsync(TimeSpan.FromDays(30))).ShouldBe(1);
        (await _store.FindAsync(revoked.Id)).ShouldBeNull();
        (await _store.FindAsync(standing.Id)).ShouldNotBeNull();
        (await _consents.RevokeAsync(revoked.Id)).ShouldBeFalse();
        _desk.Clock.Advance(TimeSpan.FromDays(3660));
        (await _consents.WipeAsync(TimeSpan.Zero)).ShouldBe(1);
    }

    [Fact]
    public void An_answer_without_attributes_cannot_say_that_they_came() =>
        Should.Throw<ArgumentOutOfRangeException>(() => LatestAttributes.Without(LatestAttributesState.Provided));

    private void Link(string account, CertificateIdentity from, CertificateIdentity to) => _accounts.ChangeAsync(
        new AccountLinkChange(account, CertificatePurpose.Signature, from, to, AccountLinkCause.Opening, SigningDesk.Now)).Result.ShouldBe(AccountLinkOutcome.Linked);

    private ConsentDesk Over(Func<Consent, ValueTask> meanwhile) => new(_desk.Documents, _accounts, new PagedStore(_store, meanwhile), _provider, _desk.Clock);

    private ConsentRequest Ask() => ConsentRequest.Create(Service, "2026-04", _random, _desk.Clock);

    private byte[] Sign(byte[] content) => (_desk.Cms with { Content = content }).Encode();

    private async Task<ConsentResult> GiveAsync(ConsentRequest request) => await _consents.TakeAsync("account", request, Sign(request.Content.ToArray()));

    private async Task<Consent> InForceAsync()
    {
        string id = (await GiveAsync(Ask())).Consent!.Id;
        await _consents.PollAsync();
        if (_desk.Clock.GetUtcNow() == SigningDesk.Now)
        {
            _desk.Clock.Advance(TimeSpan.FromDays(1));
        }

        return (await _store.FindAsync(id)).ShouldNotBeNull();
    }
}
