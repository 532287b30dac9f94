using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Testing;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

public sealed class CrlScheduleTests
{
    // 2026-04-01 12:00:05 in Japan.
    private static readonly DateTimeOffset MidnightBefore = new(2026, 3, 31, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_generation_gets_a_full_list_and_one_for_each_municipality()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        TestLab.Issue(lab);
        lab.Issue(TestLab.Request(lab, municipality: TestLab.Naha));
        IReadOnlyList<PublishedCrl> lists = lab.Schedule.PublishDue();
        lists.Count.ShouldBe(2 * 3 * 3);
        lists.Select(list => list.Scope).Distinct().ShouldBe(["full", "13221", "47201"], ignoreOrder: true);
        lists.ShouldAllBe(list => list.ThisUpdate == MidnightBefore && list.NextUpdate == MidnightBefore.AddHours(48));
        lab.Schedule.PublishDue().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("before the hour", 13, "2026-03-31T04:00:00Z", "2026-04-01T04:00:00Z")]
    [InlineData("after the hour", 12, "2026-04-01T03:00:00Z", "2026-04-02T03:00:00Z")]
    [InlineData("midnight", 0, "2026-03-31T15:00:00Z", "2026-04-01T15:00:00Z")]
    public void List_is_taken_at_the_hour_in_japan(string description, int hour, string thisUpdate, string next)
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed, new LabAuthorityOptions { Lists = new CrlScheduleOptions { Hour = hour } });
        lab.Schedule.PublishDue()[0].ThisUpdate.ShouldBe(DateTimeOffset.Parse(thisUpdate, System.Globalization.CultureInfo.InvariantCulture), description);
        lab.Schedule.NextDue.ShouldBe(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Published_list_keeps_its_bytes_and_tag_until_the_next()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        PublishedCrl first = lab.Catalogue.Find("sign/current/full.crl").ShouldNotBeNull();
        lab.MoveHouse(card);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromHours(11));
        lab.Catalogue.Find("sign/current/full.crl").ShouldBeSameAs(first);
        first.EntityTag.ShouldBe($"\"{Convert.ToHexStringLower(SHA256.HashData(first.Encoded.Span))}\"");

        TestLab.ClockOf(lab).Advance(TimeSpan.FromHours(1));
        PublishedCrl second = lab.Catalogue.Find("sign/current/full.crl").ShouldNotBeNull();
        second.EntityTag.ShouldNotBe(first.EntityTag);
        (second.Number - first.Number).ShouldBe(86400);
        CertificateRevocationListBuilder.Load(second.Encoded.ToArray(), out BigInteger number).RemoveEntry(card.Signature!.Identity.SerialNumber.Span).ShouldBeTrue();
        number.ShouldBe(second.Number);
    }

    [Theory]
    [InlineData("latest alone", false, 31, 1)]
    [InlineData("each missed day", true, 31, 5)]
    [InlineData("no more than the ceiling", true, 2, 2)]
    public void Pause_is_caught_up_with_rising_numbers(string description, bool makesUp, int most, int expected)
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed, new LabAuthorityOptions { Lists = new CrlScheduleOptions { MakesUpMissedDays = makesUp, MostMissedDays = most } });
        lab.Schedule.PublishDue();
        TestLab.ClockOf(lab).Advance(TimeSpan.FromDays(5));
        PublishedCrl[] full = [.. lab.Schedule.PublishDue().Where(list => list is { Purpose: CertificatePurpose.Signature, Generation: 3 })];
        full.Length.ShouldBe(expected, description);
        full.Select(list => list.Number).ShouldBe(full.Select(list => list.Number).Order());
        full[^1].ThisUpdate.ShouldBe(MidnightBefore.AddDays(5));
        lab.Schedule.Find(lab.Of(CertificatePurpose.Signature).Current).ShouldBeSameAs(full[^1]);
    }

    [Fact]
    public async Task List_out_of_turn_has_a_higher_number_and_the_next_daily_one_a_higher_still()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        CardCertificates card = TestLab.Issue(lab);
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.UserAuthentication).Current;
        lab.Schedule.PublishDue();
        PublishedCrl daily = lab.Schedule.Find(issuer, "13221").ShouldNotBeNull();
        lab.Statuses.Revoke(card.UserAuthentication.Identity, RevocationReason.KeyCompromise);
        await lab.Schedule.PublishNowAsync();
        PublishedCrl early = lab.Schedule.Find(issuer, "13221").ShouldNotBeNull();
        lab.Schedule.PublishDue().ShouldBeEmpty();
        TestLab.ClockOf(lab).Advance(TimeSpan.FromDays(1));
        lab.Schedule.PublishDue();
        PublishedCrl next = lab.Schedule.Find(issuer, "13221").ShouldNotBeNull();
        early.ThisUpdate.ShouldBe(TestLab.Fixed);
        new[] { daily.Number, early.Number, next.Number }.ShouldBeInOrder(SortDirection.Ascending);
    }

    /// <summary>The state alone does not tell what the last process listed in this second.</summary>
    [Fact]
    public async Task Revocation_in_the_second_of_a_list_is_on_the_next_process_list()
    {
        InMemoryCertificateRegister register = new();
        ManualTimeProvider clock = new(TestLab.Fixed);
        LabAuthority first = await LabAuthority.OpenAsync(TestLab.Keys, clock, register);
        CardCertificates card = TestLab.Issue(first);
        await first.Schedule.PublishNowAsync();
        AuthorityGeneration issuer = first.Of(CertificatePurpose.UserAuthentication).Current;
        PublishedCrl before = first.Schedule.Find(issuer).ShouldNotBeNull();
        first.Statuses.Revoke(card.UserAuthentication.Identity, RevocationReason.KeyCompromise);
        LabAuthority second = await LabAuthority.OpenAsync(TestLab.Keys, clock, register);
        await second.Schedule.PublishNowAsync();
        PublishedCrl after = second.Schedule.Find(second.Of(CertificatePurpose.UserAuthentication).Current).ShouldNotBeNull();
        after.Number.ShouldBeGreaterThan(before.Number);
        CertificateRevocationListBuilder.Load(after.Encoded.ToArray(), out _).RemoveEntry(card.UserAuthentication.Identity.SerialNumber.Span).ShouldBeTrue();
    }

    /// <summary>Both processes are open; the one that publishes has made its lists when the other's hold, of before midnight, comes to the register.</summary>
    [Theory]
    [InlineData("before it publishes", false)]
    [InlineData("between making and writing the lists", true)]
    public async Task Hold_by_another_open_process_is_on_the_list(string row, bool between)
    {
        CutInRegister shared = new();
        ManualTimeProvider behind = new(TestLab.Fixed), clock = new(TestLab.Fixed);
        LabAuthority first = await LabAuthority.OpenAsync(TestLab.Keys, behind, shared), second = await LabAuthority.OpenAsync(TestLab.Keys, clock, shared);
        CardCertificates card = await first.IssueAsync(TestLab.Request(first));
        await second.Statuses.CatchUpAsync();
        behind.Set(MidnightBefore.AddDays(1).AddSeconds(-2));
        clock.Set(MidnightBefore.AddDays(1).AddSeconds(1));
        if (between)
        {
            shared.BeforeNext = HoldAsync;
        }
        else
        {
            await HoldAsync();
        }

        IReadOnlyList<PublishedCrl> lists = await second.Schedule.PublishDueAsync();
        foreach (string scope in new[] { "full", "13221" })
        {
            PublishedCrl list = lists.Single(one => one.Scope == scope && one.Purpose == CertificatePurpose.UserAuthentication && one.Generation == 3 && one.ThisUpdate == MidnightBefore.AddDays(1));
            CertificateRevocationListBuilder.Load(list.Encoded.ToArray(), out _).RemoveEntry(card.UserAuthentication.Identity.SerialNumber.Span).ShouldBeTrue($"{row}: {scope}");
        }

        async Task HoldAsync() => (await first.Statuses.HoldAsync(card.UserAuthentication.Identity)).ShouldBe(StatusChangeOutcome.Applied, row);
    }

    /// <summary>Somebody writes whenever lists were made, twenty times; then one more certificate is held, of before midnight.</summary>
    [Fact]
    public async Task Steady_writing_leaves_no_list_without_a_hold_of_before_it()
    {
        CutInRegister shared = new();
        ManualTimeProvider behind = new(TestLab.Fixed), clock = new(TestLab.Fixed);
        LabAuthority first = await LabAuthority.OpenAsync(TestLab.Keys, behind, shared), second = await LabAuthority.OpenAsync(TestLab.Keys, clock, shared);
        List<CardCertificates> cards = [];
        for (int i = 0; i < 21; i++)
        {
            cards.Add(await first.IssueAsync(TestLab.Request(first)));
        }

        await second.Statuses.CatchUpAsync();
        behind.Set(MidnightBefore.AddDays(1).AddSeconds(-2));
        clock.Set(MidnightBefore.AddDays(1).AddSeconds(1));
        int held = 0;
        shared.BeforeNext = HoldNextAsync;
        IReadOnlyList<PublishedCrl> lists = await second.Schedule.PublishDueAsync();
        held.ShouldBe(cards.Count);
        PublishedCrl full = lists.Single(list => list is { Scope: "full", Purpose: CertificatePurpose.UserAuthentication, Generation: 3 });
        CertificateRevocationListBuilder read = CertificateRevocationListBuilder.Load(full.Encoded.ToArray(), out _);
        cards.Count(card => read.RemoveEntry(card.UserAuthentication.Identity.SerialNumber.Span)).ShouldBe(cards.Count);
        lists.Select(list => (list.Purpose, list.Generation, list.Scope)).ShouldBeUnique();

        async Task HoldNextAsync()
        {
            (await first.Statuses.HoldAsync(cards[held++].UserAuthentication.Identity)).ShouldBe(StatusChangeOutcome.Applied);
            shared.BeforeNext = held < cards.Count ? HoldNextAsync : null;
        }
    }

    /// <summary>Lists that are made without a record take numbers too.</summary>
    [Fact]
    public void Regular_list_that_no_number_is_left_for_is_taken_now_instead()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        AuthorityGeneration issuer = lab.Of(CertificatePurpose.Signature).Current;
        for (int i = 0; i <= CrlNumbers.MostInstants; i++)
        {
            lab.Crls.Publish(issuer, snapshot: CrlSnapshot.Now);
            TestLab.ClockOf(lab).Advance(TimeSpan.FromSeconds(2));
        }

        Should.Throw<InvalidOperationException>(() => lab.Crls.Publish(issuer));
        IReadOnlyList<PublishedCrl> lists = lab.Schedule.PublishDue();
        lists.Count.ShouldBe(6);
        PublishedCrl late = lists.Single(list => list is { Purpose: CertificatePurpose.Signature, Generation: 3 });
        (late.ThisUpdate, late.Number).ShouldBe((TestLab.Fixed.AddSeconds(66), TestLab.Fixed.AddSeconds(66).ToUnixTimeSeconds()));
        lists.Except([late]).ShouldAllBe(list => list.ThisUpdate == MidnightBefore);
        TestLab.ClockOf(lab).Advance(TimeSpan.FromDays(1));
        lab.Schedule.PublishDue().Count.ShouldBe(6);
        lab.Schedule.Find(issuer)!.ThisUpdate.ShouldBe(MidnightBefore.AddDays(1));
    }

    [Fact]
    public async Task First_certificate_of_a_municipality_makes_its_list_due_at_once()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        lab.Schedule.PublishDue();
        await lab.IssueAsync(TestLab.Request(lab));
        (await lab.Schedule.PublishDueAsync()).Select(list => list.Scope).Distinct().ShouldBe(["13221"]);
    }

    [Fact]
    public void Generation_that_is_over_publishes_nothing_more()
    {
        LabAuthority lab = TestLab.At(TestLab.Fixed);
        TestLab.ClockOf(lab).Set(lab.Of(CertificatePurpose.Signature).Of(KeyGeneration.Older).NotAfter.AddSeconds(1));
        lab.Schedule.PublishDue().Select(list => list.Generation).Distinct().ShouldBe([2, 3], ignoreOrder: true);
    }

    [Theory]
    [InlineData("no such authority", "other/current/full.crl")]
    [InlineData("no such generation", "sign/next/full.crl")]
    [InlineData("number too high", "sign/4/full.crl")]
    [InlineData("number zero", "sign/0/full.crl")]
    [InlineData("signed number", "sign/+1/full.crl")]
    [InlineData("municipality without certificates", "sign/current/47201.crl")]
    [InlineData("another ending", "sign/current/full.pem")]
    [InlineData("nothing", "")]
    [InlineData("too deep", "sign/current/full.crl/x")]
    public void Path_without_a_list_finds_nothing(string description, string path) => TestLab.At(TestLab.Fixed).Catalogue.Find(path).ShouldBeNull(description);

    [Theory]
    [InlineData("by name", "auth/older/full.crl", 1)]
    [InlineData("by number", "auth/2/full.crl", 2)]
    [InlineData("current", "auth/current/full.crl", 3)]
    public void Path_finds_the_generation(string description, string path, int generation) =>
        TestLab.At(TestLab.Fixed).Catalogue.Find(path)!.Generation.ShouldBe(generation, description);

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        CrlScheduleOptions usual = new();
        CrlScheduleOptions[] wrong =
        [
            usual with { Hour = -1 }, usual with { Hour = 24 }, usual with { Lifetime = TimeSpan.FromHours(23) }, usual with { Lifetime = TimeSpan.FromDays(91) },
            usual with { Lifetime = TimeSpan.FromDays(2) + TimeSpan.FromMilliseconds(1) }, usual with { MostMissedDays = 0 }, usual with { MostMissedDays = 367 },
        ];
        Array.ForEach(wrong, options => Should.Throw<ArgumentOutOfRangeException>(() => TestLab.At(TestLab.Fixed, new LabAuthorityOptions { Lists = options })));
    }

    /// <summary>A register that lets another writer in before the next entry.</summary>
    private sealed class CutInRegister : ICertificateRegister
    {
        private readonly InMemoryCertificateRegister _inner = new();

        public Func<Task>? BeforeNext { get; set; }

        public async ValueTask<bool> TryAppendAsync(RegisterEntry entry, CancellationToken cancellationToken = default)
        {
            if (BeforeNext is { } cutIn)
            {
                BeforeNext = null;
                await cutIn();
            }

            return await _inner.TryAppendAsync(entry, cancellationToken);
        }

        public IAsyncEnumerable<RegisterEntry> ReadAsync(long after, CancellationToken cancellationToken = default) => _inner.ReadAsync(after, cancellationToken);
    }
}
