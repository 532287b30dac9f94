using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Services.Consents;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Tests.Signatures;

namespace MyNumber.Jpki.Tests.Evidence.Storage;

/// <summary>One contract over both vaults: in memory and in a folder.</summary>
public abstract class EvidenceStoreTests : IDisposable
{
    protected static readonly EvidenceAccess Clerk = new("clerk-1", "identity check");
    private static readonly DateOnly End = new(2027, 3, 31);

    private protected SigningDesk Desk { get; } = new();

    public virtual void Dispose()
    {
        Desk.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract IEvidenceVault Vault { get; }

    [Fact]
    public async Task An_entry_comes_back_whole()
    {
        EvidenceStore store = Open();
        EvidenceEntry entry = await EntryAsync();
        string id = store.Store(entry, Clerk);
        EvidenceReading reading = store.Read(id, Clerk);
        reading.State.ShouldBe(EvidenceReadState.Intact);
        reading.Entry!.Contract.ShouldBe("contract-1");
        reading.Entry.Document.ToArray().ShouldBe(entry.Document.ToArray());
        reading.Entry.DetachedContent.IsEmpty.ShouldBeTrue();
        EvidenceJson.Serialize(reading.Entry.Evidence).ShouldBe(EvidenceJson.Serialize(entry.Evidence));
        reading.Entry.Evidence.IssuerCertificate.ToArray().ShouldBe(Desk.SignatureAuthority.Der);
        reading.Entry.ToString().ShouldBe("EvidenceEntry(***)");
        store.Find("contract-1").ShouldBe([id]);
        store.Audit().IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task The_document_can_be_verified_again_from_the_archive()
    {
        EvidenceStore store = Open();
        EvidenceEntry again = store.Read(store.Store(await EntryAsync(), Clerk), Clerk).Entry!;
        (await Desk.VerifyAsync(again.Document.ToArray())).Outcome.ShouldBe(VerificationOutcome.Valid);
    }

    [Fact]
    public async Task The_same_entry_is_stored_once()
    {
        EvidenceStore store = Open();
        EvidenceEntry entry = await EntryAsync();
        store.Store(entry, Clerk).ShouldBe(store.Store(entry, Clerk));
        store.ReadJournal().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_reading_is_in_the_log_with_who_and_why()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        store.Read(id, new EvidenceAccess("auditor-2", "yearly audit"));
        EvidenceEvent line = store.ReadJournal()[^1];
        (line.Kind, line.Actor, line.Note, line.Id).ShouldBe((EvidenceEventKind.Read, "auditor-2", "yearly audit", id));
        line.ToString().ShouldBe("EvidenceEvent(1, Read)");
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("no name", "x")]
    [InlineData("a way out of the folder", "../journal.tsv")]
    [InlineData("never stored", "0000000000000000000000000000000000000000000000000000000000000000")]
    public void What_was_never_stored_is_not_found(string description, string id)
    {
        EvidenceStore store = Open();
        store.Read(id, Clerk).State.ShouldBe(EvidenceReadState.NotFound, description);
        store.ReadJournal().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_entry_is_damaged_and_shows_in_the_audit()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        byte[] bytes = Vault.ReadEntry(id)!;
        bytes[^1] ^= 1;
        Vault.RemoveEntry(id);
        Vault.WriteEntry(id, bytes);
        EvidenceReading reading = store.Read(id, Clerk);
        reading.State.ShouldBe(EvidenceReadState.Damaged);
        reading.Entry.ShouldBeNull();
        store.Audit().Damaged.ShouldBe([id]);
    }

    [Fact]
    public async Task An_entry_that_vanished_is_damaged()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        Vault.RemoveEntry(id);
        store.Read(id, Clerk).State.ShouldBe(EvidenceReadState.Damaged);
        store.Audit().IsIntact.ShouldBeFalse();
    }

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
    public async Task A_damaged_entry_is_repaired_by_storing_it_again()
    {
        EvidenceStore store = Open();
        EvidenceEntry entry = await EntryAsync();
        string id = store.Store(entry, Clerk);
        Vault.WriteEntry(id, [1, 2, 3]);
        store.Audit().Damaged.ShouldBe([id]);
        store.Store(entry, Clerk).ShouldBe(id);
        store.Audit().IsIntact.ShouldBeTrue();
        store.Read(id, Clerk).State.ShouldBe(EvidenceReadState.Intact);
        store.ReadJournal().Count(line => line.Kind == EvidenceEventKind.Stored).ShouldBe(2);
        store.Find("contract-1").ShouldBe([id]);
    }

    [Fact]
    public async Task A_head_kept_elsewhere_holds_while_the_journal_grows()
    {
        EvidenceStore store = Open();
        EvidenceHead empty = store.Head;
        empty.ShouldBe(new EvidenceHead(0, new string('0', 64)));
        string id = store.Store(await EntryAsync(), Clerk);
        EvidenceHead kept = store.Head;
        store.Audit().ToHead().ShouldBe(kept);
        store.Read(id, Clerk);
        store.ReadJournal()[0].Hash.ShouldBe(kept.Sha256);
        foreach (EvidenceHead head in new[] { empty, kept, store.Head })
        {
            store.Audit(head).KnownHeadHolds.ShouldBe(true);
            new EvidenceStore(Vault, Desk.Clock, known: head).Head.ShouldBe(store.Head);
        }

        store.Audit().KnownHeadHolds.ShouldBeNull();
    }

    [Fact]
    public async Task A_head_that_the_journal_does_not_come_by_closes_the_archive()
    {
        EvidenceStore store = Open();
        store.Store(await EntryAsync(), Clerk);
        foreach (EvidenceHead head in new[] { store.Head with { Lines = 2 }, store.Head with { Sha256 = new string('0', 64) }, store.Head with { Lines = 0 }, new EvidenceHead(-1, string.Empty) })
        {
            store.Audit(head).ShouldSatisfyAllConditions(audit => audit.KnownHeadHolds.ShouldBe(false), audit => audit.IsIntact.ShouldBeFalse());
            Should.Throw<InvalidDataException>(() => new EvidenceStore(Vault, Desk.Clock, known: head));
        }
    }

    [Fact]
    public async Task An_entry_in_no_line_is_told_and_taken_up_by_storing_it()
    {
        EvidenceStore store = Open();
        EvidenceEntry entry = await EntryAsync();
        byte[] bytes = EntryBytes.Write(entry);
        Vault.WriteEntry(EntryBytes.IdOf(bytes), bytes);
        store.Audit().ShouldSatisfyAllConditions(audit => audit.Orphans.ShouldBe([EntryBytes.IdOf(bytes)]), audit => audit.IsIntact.ShouldBeFalse());
        store.Store(entry, Clerk);
        store.Audit().IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task A_line_that_could_not_be_written_is_not_in_the_store_and_the_next_is()
    {
        FailingVault failing = new(Vault);
        EvidenceStore store = new(failing, Desk.Clock);
        EvidenceEntry entry = await EntryAsync();
        failing.Fails = true;
        Should.Throw<IOException>(() => store.Store(entry, Clerk));
        store.Head.Lines.ShouldBe(0);
        store.Find("contract-1").ShouldBeEmpty();
        failing.Fails = false;
        string id = store.Store(entry, Clerk);
        failing.Fails = true;
        Should.Throw<IOException>(() => store.Read(id, Clerk));
        failing.Fails = false;
        store.Hold("contract-1", holds: true, Clerk);
        Open().Audit(store.Head).ShouldSatisfyAllConditions(audit => audit.IsIntact.ShouldBeTrue(), audit => audit.Lines.ShouldBe(2));
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

    [Fact]
    public async Task An_archive_opened_again_is_as_it_was_left()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        store.EndContract("contract-1", End, Clerk);
        string head = store.Audit().Head;
        EvidenceStore again = Open();
        again.Audit().Head.ShouldBe(head);
        again.Read(id, Clerk).State.ShouldBe(EvidenceReadState.Intact);
        again.ReadJournal().Select(line => line.Kind).ShouldBe([EvidenceEventKind.Stored, EvidenceEventKind.ContractEnded, EvidenceEventKind.Read]);
    }

    [Theory]
    [InlineData("empty contract", "", "why")]
    [InlineData("line break in the contract", "a\nb", "why")]
    [InlineData("tab in the reason", "a", "w\thy")]
    [InlineData("no reason", "a", "")]
    public void Texts_that_would_break_the_journal_are_refused(string description, string contract, string purpose) =>
        Should.Throw<ArgumentException>(
            () => _ = (new EvidenceEntry(contract, new VerificationEvidence { Format = 2, VerifierVersion = "1", CheckedAt = default, Outcome = default, Reason = default }, default), new EvidenceAccess("a", purpose)),
            description);

    [Fact]
    public async Task The_archive_has_the_certificate_and_the_consents_share_nothing_with_it()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        Vault.ReadEntry(id)!.AsSpan().IndexOf(Desk.SignatureDer).ShouldBePositive();
        typeof(IConsentStore).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(IConsentStore).Namespace)
            .SelectMany(type => type.GetMethods().SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .ShouldNotContain(type => type.Namespace == typeof(IEvidenceStore).Namespace || type.Namespace == typeof(VerificationEvidence).Namespace);
        typeof(IEvidenceStore).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(IEvidenceStore).Namespace)
            .SelectMany(type => type.GetMethods().SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .ShouldNotContain(type => type.Namespace == typeof(IConsentStore).Namespace);
    }

    protected EvidenceStore Open() => new(Vault, Desk.Clock);

    protected async Task<EvidenceEntry> EntryAsync(string contract = "contract-1")
    {
        byte[] cms = Desk.Cms.Encode();
        DocumentVerificationResult result = await Desk.VerifyAsync(cms);
        return new EvidenceEntry(contract, VerificationEvidence.From(result), cms);
    }
}
