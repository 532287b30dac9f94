using MyNumber.Jpki.Evidence.Storage;

namespace MyNumber.Jpki.Tests.Evidence.Storage;

/// <summary>Ends, legal holds and purges, over both vaults.</summary>
public abstract class EvidenceRetentionTests : EvidenceVaultContract
{
    [Fact]
    public async Task Seven_years_count_from_the_day_after_the_end_of_the_contract()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        store.Purge(Clerk).InPeriod.ShouldBe(1);
        store.EndContract("contract-1", End, Clerk).ShouldBeTrue();
        Desk.Clock.Set(new DateTimeOffset(2034, 3, 31, 14, 59, 59, TimeSpan.Zero));
        store.Purge(Clerk).ShouldSatisfyAllConditions(report => report.Purged.ShouldBeEmpty(), report => report.InPeriod.ShouldBe(1));
        Desk.Clock.Set(new DateTimeOffset(2034, 3, 31, 15, 0, 0, TimeSpan.Zero));
        store.Purge(Clerk).Purged.ShouldBe([id]);
        store.Read(id, Clerk).State.ShouldBe(EvidenceReadState.Purged);
        store.Find("contract-1").ShouldBeEmpty();
        Vault.ReadEntry(id).ShouldBeNull();
        store.Audit().IsIntact.ShouldBeTrue();
        store.Purge(Clerk).ShouldSatisfyAllConditions(report => report.Purged.ShouldBeEmpty(), report => report.InPeriod.ShouldBe(0));
    }

    [Fact]
    public async Task A_contract_that_runs_is_never_purged()
    {
        EvidenceStore store = Open();
        store.Store(await EntryAsync(), Clerk);
        Desk.Clock.Advance(TimeSpan.FromDays(36500));
        store.Purge(Clerk).Purged.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_legal_hold_keeps_what_is_over_and_is_told()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        store.EndContract("contract-1", End, Clerk);
        store.Hold("contract-1", holds: true, new EvidenceAccess("legal", "case 5")).ShouldBeTrue();
        Desk.Clock.Advance(TimeSpan.FromDays(4000));
        store.Purge(Clerk).ShouldSatisfyAllConditions(report => report.Purged.ShouldBeEmpty(), report => report.OnHold.ShouldBe(1));
        store = Open();
        store.Purge(Clerk).OnHold.ShouldBe(1);
        store.Hold("contract-1", holds: false, Clerk);
        store.Purge(Clerk).Purged.ShouldBe([id]);
    }

    [Fact]
    public async Task A_recorded_end_cannot_be_moved_nearer()
    {
        EvidenceStore store = Open();
        store.Store(await EntryAsync(), Clerk);
        store.EndContract("contract-1", End, Clerk);
        store.EndContract("contract-1", new DateOnly(2026, 12, 31), Clerk);
        Desk.Clock.Set(new DateTimeOffset(2034, 1, 1, 0, 0, 0, TimeSpan.Zero));
        store.Purge(Clerk).Purged.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a wrong year", "0001-01-01")]
    [InlineData("the day before the identity check", "2026-11-20")]
    [InlineData("no end at all", "9999-12-31")]
    [InlineData("over a hundred years ahead", "2126-11-22")]
    public async Task A_day_on_which_no_contract_ends_is_refused(string description, string day)
    {
        EvidenceStore store = Open();
        store.Store(await EntryAsync(), Clerk);
        Should.Throw<ArgumentOutOfRangeException>(() => store.EndContract("contract-1", DateOnly.Parse(day), Clerk), description);
        store.ReadJournal().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("the day of the identity check", "2026-11-21")]
    [InlineData("a hundred years ahead", "2126-11-21")]
    public async Task A_day_at_the_edge_is_taken(string description, string day)
    {
        EvidenceStore store = Open();
        store.Store(await EntryAsync(), Clerk);
        store.EndContract("contract-1", DateOnly.Parse(day), Clerk).ShouldBeTrue(description);
        store.Purge(Clerk).InPeriod.ShouldBe(1, description);
    }

    [Fact]
    public async Task An_entry_that_was_stored_after_the_end_stays_until_an_end_is_recorded_after_it()
    {
        EvidenceStore store = Open();
        string first = store.Store(await EntryAsync(), Clerk);
        store.EndContract("contract-1", End, Clerk);
        Desk.Clock.Set(new DateTimeOffset(2034, 4, 1, 0, 0, 0, TimeSpan.Zero));
        string again = store.Store(new EvidenceEntry("contract-1", store.Read(first, Clerk).Entry!.Evidence, new byte[] { 1 }), Clerk);
        store.Purge(Clerk).Purged.ShouldBe([first]);
        Desk.Clock.Set(new DateTimeOffset(2060, 1, 1, 0, 0, 0, TimeSpan.Zero));
        store = Open();
        store.Purge(Clerk).ShouldSatisfyAllConditions(report => report.Purged.ShouldBeEmpty(), report => report.InPeriod.ShouldBe(1));
        store.EndContract("contract-1", new DateOnly(2060, 1, 1), Clerk).ShouldBeTrue();
        Desk.Clock.Set(new DateTimeOffset(2067, 1, 1, 14, 59, 59, TimeSpan.Zero));
        store.Purge(Clerk).Purged.ShouldBeEmpty();
        Desk.Clock.Set(new DateTimeOffset(2067, 1, 1, 15, 0, 0, TimeSpan.Zero));
        store.Purge(Clerk).Purged.ShouldBe([again]);
    }

    [Theory]
    [InlineData("the same day", "2027-03-31")]
    [InlineData("an earlier day", "2027-03-30")]
    public async Task An_end_recorded_anew_ends_what_was_stored_since_from_the_day_of_its_storing(string description, string day)
    {
        EvidenceStore store = Open();
        string first = store.Store(await EntryAsync(), Clerk);
        store.EndContract("contract-1", End, Clerk);
        Desk.Clock.Set(new DateTimeOffset(2027, 4, 1, 0, 0, 0, TimeSpan.Zero));
        string again = store.Store(new EvidenceEntry("contract-1", store.Read(first, Clerk).Entry!.Evidence, new byte[] { 1 }), Clerk);
        store.EndContract("contract-1", DateOnly.Parse(day), Clerk).ShouldBeTrue(description);
        Desk.Clock.Set(new DateTimeOffset(2034, 3, 31, 14, 59, 59, TimeSpan.Zero));
        store.Purge(Clerk).Purged.ShouldBeEmpty(description);
        Desk.Clock.Set(new DateTimeOffset(2034, 4, 1, 14, 59, 59, TimeSpan.Zero));
        store.Purge(Clerk).Purged.ShouldBe([first], description);
        Desk.Clock.Set(new DateTimeOffset(2034, 4, 1, 15, 0, 0, TimeSpan.Zero));
        store.Purge(Clerk).Purged.ShouldBe([again], description);
    }

    [Fact]
    public async Task What_was_purged_and_is_stored_again_needs_an_end_of_its_own()
    {
        EvidenceStore store = Open();
        EvidenceEntry entry = await EntryAsync();
        string id = store.Store(entry, Clerk);
        store.EndContract("contract-1", End, Clerk);
        Desk.Clock.Set(new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        store.Purge(Clerk).Purged.ShouldBe([id]);
        store.Store(entry, Clerk).ShouldBe(id);
        Desk.Clock.Set(new DateTimeOffset(2060, 1, 1, 0, 0, 0, TimeSpan.Zero));
        store.Purge(Clerk).InPeriod.ShouldBe(1);
    }

    [Fact]
    public async Task An_end_of_the_calendar_that_stands_in_the_journal_already_stops_no_purge()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        byte[] head = Convert.FromHexString(store.Head.Sha256);
        Vault.AppendLine(JournalLine.Write(new EvidenceEvent(1, EvidenceEventKind.ContractEnded, Desk.Clock.GetUtcNow(), "contract-1", string.Empty, "clerk-1", "9999-12-31"), head, out _));
        store = Open();
        store.Purge(Clerk).InPeriod.ShouldBe(1);
        store.Find("contract-1").ShouldBe([id]);
    }

    [Fact]
    public async Task Nothing_goes_without_a_line_and_a_purge_that_broke_off_is_finished()
    {
        FailingVault failing = new(Vault);
        EvidenceStore store = new(failing, Desk.Clock);
        string id = store.Store(await EntryAsync(), Clerk);
        store.EndContract("contract-1", End, Clerk);
        Desk.Clock.Advance(TimeSpan.FromDays(4000));
        failing.Fails = true;
        Should.Throw<IOException>(() => store.Purge(Clerk));
        Vault.ReadEntry(id).ShouldNotBeNull();
        failing.Fails = false;
        failing.FailsToRemove = true;
        foreach (int _ in (int[])[1, 2])
        {
            store.Purge(Clerk).ShouldSatisfyAllConditions(report => report.Purged.ShouldBeEmpty(), report => report.NotRemoved.ShouldBe([id]));
            store.Read(id, Clerk).State.ShouldBe(EvidenceReadState.Purged);
            store.Audit().Orphans.ShouldBe([id]);
        }

        store.ReadJournal().Count(line => line.Kind == EvidenceEventKind.Purged).ShouldBe(1);
        failing.FailsToRemove = false;
        store.Purge(Clerk).ShouldSatisfyAllConditions(report => report.Purged.ShouldBe([id]), report => report.NotRemoved.ShouldBeEmpty());
        Vault.ReadEntry(id).ShouldBeNull();
        Open().Audit().IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task An_entry_that_cannot_be_removed_keeps_no_other_and_a_hold_begun_since_keeps_it()
    {
        FailingVault failing = new(Vault) { FailsToRemove = true };
        EvidenceStore store = new(failing, Desk.Clock);
        string stuck = store.Store(await EntryAsync(), Clerk), later = store.Store(await EntryAsync("contract-2"), Clerk);
        store.EndContract("contract-1", End, Clerk);
        Desk.Clock.Advance(TimeSpan.FromDays(4000));
        store.Purge(Clerk).NotRemoved.ShouldBe([stuck]);
        failing.FailsToRemove = false;
        failing.Keeps = stuck;
        store.EndContract("contract-2", End, Clerk);
        store.Purge(Clerk).ShouldSatisfyAllConditions(report => report.Purged.ShouldBe([later]), report => report.NotRemoved.ShouldBe([stuck]));
        failing.Keeps = string.Empty;
        string other = store.Store(new EvidenceEntry("contract-1", (await EntryAsync()).Evidence, new byte[] { 1 }), Clerk);
        store.Hold("contract-1", holds: true, Clerk).ShouldBeTrue();
        store.Purge(Clerk).NotRemoved.ShouldBe([stuck]);
        Vault.ReadEntry(stuck).ShouldNotBeNull();
        store.Hold("contract-1", holds: false, Clerk);
        store.Purge(Clerk).Purged.ShouldBe([stuck]);
        store.Find("contract-1").ShouldBe([other]);
    }

    [Fact]
    public void A_contract_without_entries_has_no_end_and_no_hold()
    {
        EvidenceStore store = Open();
        store.EndContract("contract-9", End, Clerk).ShouldBeFalse();
        store.Hold("contract-9", holds: true, Clerk).ShouldBeFalse();
        store.ReadJournal().ShouldBeEmpty();
    }
}
