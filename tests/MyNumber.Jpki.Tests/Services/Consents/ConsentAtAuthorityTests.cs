using MyNumber.Jpki.Services.Consents;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Tests.Services.Consents;

/// <summary>What comes of a consent at the authority: reflected, revoked, forgotten, the latest attributes; and when it is wiped here.</summary>
public sealed class ConsentAtAuthorityTests : ConsentBench
{
    [Theory]
    [InlineData("the end of the calendar", "9999-12-31")]
    [InlineData("two days ahead", "2026-11-23")]
    [InlineData("before it was asked for", "2026-11-20")]
    public async Task A_day_on_which_nobody_can_have_reflected_it_is_no_answer(string description, string day)
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        Provider.Consent = new AuthorityConsent(AuthorityConsentState.Stands, DateOnly.Parse(day));
        (await Consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 1), description);
        (await Store.FindAsync(consent.Id))!.ReflectedOn.ShouldBeNull(description);
    }

    [Theory]
    [InlineData("asked for before midnight in Japan, recorded after it", "2026-11-21T14:59:50Z", "2026-11-21T15:00:01Z")]
    [InlineData("this service's clock ahead of the authority's", "2026-11-21T15:00:03Z", "2026-11-21T15:00:03Z")]
    [InlineData("the last second of the clocks' tolerance", "2026-11-21T15:04:59Z", "2026-11-21T15:04:59Z")]
    public async Task A_day_that_the_authority_may_have_had_before_this_service_is_taken(string description, string asked, string given)
    {
        Desk.Clock.Set(DateTimeOffset.Parse(asked));
        ConsentRequest request = Ask();
        Desk.Clock.Set(DateTimeOffset.Parse(given));
        (await GiveAsync(request)).Outcome.ShouldBe(VerificationOutcome.Valid, description);
        (await Consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 1, 0, 0), description);
        (await Store.FindAsync(request.Id))!.ReflectedOn.ShouldBe(new DateOnly(2026, 11, 21), description);
    }

    [Fact]
    public async Task A_day_before_the_clocks_tolerance_is_no_answer()
    {
        Desk.Clock.Set(new DateTimeOffset(2026, 11, 21, 15, 5, 0, TimeSpan.Zero));
        await GiveAsync(Ask());
        (await Consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 1));
    }

    [Theory]
    [InlineData("the end of the calendar", "9999-12-31")]
    [InlineData("before it was asked for", "2026-11-20")]
    public async Task A_revocation_counts_whatever_day_comes_with_it(string description, string day)
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        Provider.Consent = new AuthorityConsent(AuthorityConsentState.Revoked, DateOnly.Parse(day));
        (await Consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 1, 0), description);
        (await Store.FindAsync(consent.Id))!.RevokedAt.ShouldBe(SigningDesk.Now, description);
    }

    [Fact]
    public async Task A_day_at_the_end_of_the_calendar_that_is_stored_already_stops_nobody()
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        await Store.TryReplaceAsync(consent, consent with { ReflectedOn = DateOnly.MaxValue });
        await Consents.PollAsync();
        (await Consents.WipeAsync(TimeSpan.MaxValue)).ShouldBe(0);
        (await Store.FindAsync(consent.Id))!.LastDay.ShouldBe(DateOnly.MaxValue);
    }

    [Fact]
    public async Task The_latest_attributes_come_under_a_consent_in_force()
    {
        Consent consent = await InForceAsync();
        BirthDate.TryParseCertificate("419900401"u8, out BirthDate birth).ShouldBeTrue();
        FourAttributes moved = new("見本　花子", "見本県見本市１", birth, Sex.Female);
        Provider.Latest = LatestAttributes.Provide(moved, IdentityMaker.Signature(9));
        LatestAttributes answer = await Consents.FetchAsync(consent.Id, Service);
        answer.State.ShouldBe(LatestAttributesState.Provided);
        answer.Attributes.ShouldBe(moved);
        answer.ToString().ShouldBe("LatestAttributes(Provided)");
        Provider.Fetched.ShouldBe([consent.Holder]);
    }

    [Theory]
    [InlineData("no new certificate yet", LatestAttributesState.NoNewSignatureCertificate)]
    [InlineData("nothing new", LatestAttributesState.Unchanged)]
    [InlineData("no answer", LatestAttributesState.NoAnswer)]
    public async Task Without_attributes_the_consent_stays_as_it_is(string description, LatestAttributesState state)
    {
        Consent consent = await InForceAsync();
        Provider.Latest = LatestAttributes.Without(state);
        LatestAttributes answer = await Consents.FetchAsync(consent.Id, Service);
        answer.State.ShouldBe(state, description);
        answer.Attributes.ShouldBeNull();
        (await Store.FindAsync(consent.Id)).ShouldBe(consent);
    }

    [Theory]
    [InlineData("revoked there", AuthorityConsentState.Revoked, LatestAttributesState.ConsentRevoked)]
    [InlineData("not known there", AuthorityConsentState.NotReflected, LatestAttributesState.ConsentNotKnown)]
    [InlineData("no answer", AuthorityConsentState.NoAnswer, LatestAttributesState.NoAnswer)]
    public async Task A_consent_that_does_not_stand_at_the_authority_fetches_nothing(string description, AuthorityConsentState there, LatestAttributesState state)
    {
        Consent consent = await InForceAsync();
        Provider.Consent = new AuthorityConsent(there);
        (await Consents.FetchAsync(consent.Id, Service)).State.ShouldBe(state, description);
        Provider.Fetched.ShouldBeEmpty();
        ((await Store.FindAsync(consent.Id))!.RevokedAt is not null).ShouldBe(there != AuthorityConsentState.NoAnswer, description);
    }

    [Fact]
    public async Task A_consent_that_does_not_stand_here_asks_nobody()
    {
        Consent waiting = (await GiveAsync(Ask())).Consent!;
        (await Consents.FetchAsync(waiting.Id, Service)).State.ShouldBe(LatestAttributesState.ConsentNotInForce);
        (await Consents.FetchAsync("unknown", Service)).State.ShouldBe(LatestAttributesState.ConsentNotInForce);
        Consent consent = await InForceAsync();
        int polled = Provider.Polled;
        (await Consents.FetchAsync(consent.Id, "another service")).State.ShouldBe(LatestAttributesState.ConsentForOtherService);
        (await Consents.RevokeAsync(consent.Id)).ShouldBeTrue();
        (await Consents.FetchAsync(consent.Id, Service)).State.ShouldBe(LatestAttributesState.ConsentRevoked);
        Provider.Polled.ShouldBe(polled);
        Provider.Fetched.ShouldBeEmpty();
    }

    [Fact]
    public async Task Polling_learns_of_a_revocation_and_no_answer_changes_nothing()
    {
        Consent consent = await InForceAsync();
        Provider.Consent = new AuthorityConsent(AuthorityConsentState.NoAnswer);
        (await Consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 1));
        (await Store.FindAsync(consent.Id)).ShouldBe(consent);
        Provider.Consent = new AuthorityConsent(AuthorityConsentState.Revoked);
        (await Consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 1, 0));
        (await Consents.PollAsync()).ShouldBe(default);
    }

    [Fact]
    public async Task A_revocation_is_recorded_of_a_consent_that_was_reflected_since_its_page_was_read()
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        ConsentDesk paged = Over(async read => (await Store.TryReplaceAsync(read, read with { ReflectedOn = new DateOnly(2026, 11, 21) })).ShouldBeTrue());
        Provider.Consent = new AuthorityConsent(AuthorityConsentState.Revoked);
        (await paged.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 1, 0));
        Consent now = (await Store.FindAsync(consent.Id))!;
        (now.ReflectedOn, now.RevokedAt).ShouldBe((new DateOnly(2026, 11, 21), SigningDesk.Now));
    }

    [Theory]
    [InlineData("removed", true)]
    [InlineData("revoked here", false)]
    public async Task What_is_over_since_its_page_was_read_is_not_counted(string description, bool isRemoved)
    {
        await GiveAsync(Ask());
        ConsentDesk paged = Over(async read => (isRemoved ? await Store.RemoveAsync(read.Id) : await Consents.RevokeAsync(read.Id)).ShouldBeTrue());
        Provider.Consent = new AuthorityConsent(AuthorityConsentState.Revoked);
        (await paged.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 0), description);
    }

    [Fact]
    public async Task What_the_authority_had_reflected_and_no_longer_knows_is_over_and_wiped()
    {
        Consent consent = await InForceAsync();
        Provider.Consent = new AuthorityConsent(AuthorityConsentState.NotReflected);
        (await Consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 1, 0));
        (await Store.FindAsync(consent.Id))!.RevokedAt.ShouldBe(Desk.Clock.GetUtcNow());
        (await Consents.PollAsync()).ShouldBe(default);
        (await Consents.FetchAsync(consent.Id, Service)).State.ShouldBe(LatestAttributesState.ConsentRevoked);
        Desk.Clock.Advance(TimeSpan.FromDays(31));
        (await Consents.WipeAsync(TimeSpan.FromDays(30))).ShouldBe(1);
    }

    [Fact]
    public async Task What_the_authority_does_not_know_yet_goes_on_waiting()
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        Provider.Consent = new AuthorityConsent(AuthorityConsentState.NotReflected);
        (await Consents.PollAsync()).ShouldBe(new ConsentPollReport(1, 0, 0, 0));
        (await Store.FindAsync(consent.Id)).ShouldBe(consent);
    }

    [Fact]
    public async Task A_standing_consent_without_its_day_stays_waiting()
    {
        Consent consent = (await GiveAsync(Ask())).Consent!;
        Provider.Consent = new AuthorityConsent(AuthorityConsentState.Stands);
        (await Consents.PollAsync()).Reflected.ShouldBe(0);
        (await Store.FindAsync(consent.Id))!.ReflectedOn.ShouldBeNull();
    }

    [Fact]
    public async Task It_outlives_its_certificate()
    {
        Consent consent = await InForceAsync();
        Desk.Clock.Set(ShapedLeaf.LastSecond.AddYears(1));
        (await Consents.FetchAsync(consent.Id, Service)).State.ShouldBe(LatestAttributesState.Unchanged);
    }

    [Fact]
    public async Task What_is_over_is_wiped_after_its_time_and_nothing_else()
    {
        Consent standing = await InForceAsync(), revoked = await InForceAsync();
        await Consents.RevokeAsync(revoked.Id);
        (await Consents.WipeAsync(TimeSpan.FromDays(30))).ShouldBe(0);
        Desk.Clock.Advance(TimeSpan.FromDays(31));
        (await Consents.WipeAsync(TimeSpan.FromDays(30))).ShouldBe(1);
        (await Store.FindAsync(revoked.Id)).ShouldBeNull();
        (await Store.FindAsync(standing.Id)).ShouldNotBeNull();
        (await Consents.RevokeAsync(revoked.Id)).ShouldBeFalse();
        Desk.Clock.Advance(TimeSpan.FromDays(3660));
        (await Consents.WipeAsync(TimeSpan.Zero)).ShouldBe(1);
    }

    private ConsentDesk Over(Func<Consent, ValueTask> meanwhile) => new(Desk.Documents, Accounts, new PagedStore(Store, meanwhile), Provider, Desk.Clock);

    private async Task<Consent> InForceAsync()
    {
        string id = (await GiveAsync(Ask())).Consent!.Id;
        await Consents.PollAsync();
        if (Desk.Clock.GetUtcNow() == SigningDesk.Now)
        {
            Desk.Clock.Advance(TimeSpan.FromDays(1));
        }

        return (await Store.FindAsync(id)).ShouldNotBeNull();
    }
}
