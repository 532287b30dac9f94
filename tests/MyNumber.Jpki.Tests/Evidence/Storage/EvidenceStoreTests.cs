using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Evidence.Storage;
using MyNumber.Jpki.Services.Consents;

namespace MyNumber.Jpki.Tests.Evidence.Storage;

/// <summary>Storing, reading, the journal and its audit, over both vaults.</summary>
public abstract class EvidenceStoreTests : EvidenceVaultContract
{
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
}
