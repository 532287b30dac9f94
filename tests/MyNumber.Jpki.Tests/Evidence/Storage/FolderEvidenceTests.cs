using MyNumber.Jpki.Evidence.Storage;

namespace MyNumber.Jpki.Tests.Evidence.Storage;

public sealed class FolderEvidenceTests : EvidenceStoreTests
{
    private readonly VaultFolder _folder = new();

    protected override IEvidenceVault Vault => _folder.Vault;

    private string Journal => Path.Combine(_folder.Path, "journal.tsv");

    public override void Dispose()
    {
        _folder.Dispose();
        base.Dispose();
    }

    [Theory]
    [InlineData("another actor", "clerk-1", "clerk-2")]
    [InlineData("another reason", "identity check", "identity chekc")]
    [InlineData("another number", "0\t", "1\t")]
    [InlineData("another contract", "contract-1", "contract-2")]
    public async Task A_changed_line_closes_the_archive_and_shows_in_the_audit(string description, string written, string changed)
    {
        await FillAsync();
        string text = File.ReadAllText(Journal);
        int place = text.IndexOf(written, StringComparison.Ordinal);
        File.WriteAllText(Journal, text[..place] + changed + text[(place + written.Length)..]);
        Should.Throw<InvalidDataException>(() => Open(), description);
        EvidenceStore.Audit(Vault).BrokenAt.ShouldBe(0);
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_journal_is_a_change()
    {
        await FillAsync();
        File.WriteAllBytes(Journal, [0xEF, 0xBB, 0xBF, .. File.ReadAllBytes(Journal)]);
        Should.Throw<InvalidDataException>(() => Open());
        EvidenceStore.Audit(Vault).BrokenAt.ShouldBe(0);
    }

    [Fact]
    public async Task A_line_left_out_or_moved_breaks_the_chain()
    {
        await FillAsync();
        string[] lines = File.ReadAllLines(Journal);
        File.WriteAllText(Journal, lines[0] + "\n" + lines[2] + "\n");
        Should.Throw<InvalidDataException>(() => Open());
        EvidenceStore.Audit(Vault).BrokenAt.ShouldBe(1);
        _folder.Close();
        File.WriteAllText(Journal, lines[1] + "\n" + lines[0] + "\n" + lines[2] + "\n");
        EvidenceStore.Audit(Vault).BrokenAt.ShouldBe(0);
    }

    [Fact]
    public async Task A_journal_cut_at_its_end_shows_by_its_head_only()
    {
        string head = await FillAsync();
        string[] lines = File.ReadAllLines(Journal);
        File.WriteAllText(Journal, lines[0] + "\n" + lines[1] + "\n");
        EvidenceAudit audit = Open().Audit();
        audit.BrokenAt.ShouldBeNull();
        audit.Head.ShouldNotBe(head);
    }

    [Fact]
    public async Task A_journal_that_lost_its_only_line_leaves_an_orphan()
    {
        await FillAsync();
        File.WriteAllText(Journal, string.Empty);
        Open().Audit().ShouldSatisfyAllConditions(audit => audit.Orphans.Count.ShouldBe(1), audit => audit.IsIntact.ShouldBeFalse());
    }

    [Fact]
    public async Task A_full_journal_refuses_the_line_and_opens_again()
    {
        _folder.Open(4096);
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        EvidenceHead head = default;
        string text = Should.Throw<IOException>(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                head = store.Head;
                store.Read(id, Clerk);
            }
        }).Message;
        text.ShouldBe("The journal is full.");
        store.Head.ShouldBe(head);
        _folder.Vault.JournalLength.ShouldBeInRange(4096 - 400, 4096);
        _folder.Close();
        _folder.Open(4096);
        Open().Audit(head).IsIntact.ShouldBeTrue();
        _folder.Close();
        Open().Read(id, Clerk).State.ShouldBe(EvidenceReadState.Intact);
    }

    [Fact]
    public async Task A_line_longer_than_any_that_is_written_breaks_the_chain_and_nothing_else()
    {
        await FillAsync();
        File.AppendAllText(Journal, new string('x', 100_000) + "\n");
        Should.Throw<InvalidDataException>(() => Open());
        EvidenceStore.Audit(Vault).BrokenAt.ShouldBe(3);
        Vault.ReadLines().Max(line => line.Length).ShouldBeLessThan(10_000);
    }

    [Theory]
    [InlineData("no room for a line", 4095)]
    [InlineData("over the ceiling", (1L << 30) + 1)]
    public void A_length_out_of_its_range_is_misuse(string description, long length) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new FolderEvidenceVault(_folder.Path, length), description);

    [Fact]
    public async Task A_line_that_a_crash_cut_off_is_dropped()
    {
        string head = await FillAsync();
        File.AppendAllText(Journal, "3\tRead\t6399");
        EvidenceStore store = Open();
        store.Audit().Head.ShouldBe(head);
        store.EndContract("contract-1", new DateOnly(2030, 1, 1), Clerk).ShouldBeTrue();
        store.Audit().Lines.ShouldBe(4);
    }

    [Fact]
    public async Task An_entry_that_a_crash_cut_off_is_dropped_when_the_folder_is_opened()
    {
        await FillAsync();
        string entries = Path.Combine(_folder.Path, "entries"), whole = Directory.GetFiles(entries).ShouldHaveSingleItem();
        File.WriteAllBytes(whole + ".part", [1, 2, 3]);
        File.WriteAllBytes(Path.Combine(entries, new string('0', 64) + ".evidence.part"), [1, 2, 3]);
        Open().Audit().IsIntact.ShouldBeTrue();
        Directory.GetFiles(entries).ShouldBe([whole]);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_written_leaves_nothing_beside_its_place()
    {
        EvidenceStore store = Open();
        EvidenceEntry entry = await EntryAsync();
        string entries = Path.Combine(_folder.Path, "entries");
        Directory.CreateDirectory(Path.Combine(entries, EntryBytes.IdOf(EntryBytes.Write(entry)) + ".evidence"));
        Exception failure = Should.Throw<Exception>(() => store.Store(entry, Clerk));
        (failure is IOException or UnauthorizedAccessException).ShouldBeTrue();
        Directory.GetFiles(entries).ShouldBeEmpty();
        store.Head.Lines.ShouldBe(0);
    }

    [Fact]
    public async Task Every_byte_of_an_entry_counts()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        string file = Directory.GetFiles(Path.Combine(_folder.Path, "entries")).ShouldHaveSingleItem();
        byte[] bytes = File.ReadAllBytes(file);
        for (int i = 0; i < bytes.Length; i += 97)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 0x10;
            File.WriteAllBytes(file, changed);
            store.Audit().Damaged.ShouldBe([id]);
        }
    }

    [Fact]
    public void A_second_vault_over_one_folder_is_refused()
    {
        Vault.ReadLines().ShouldBeEmpty();
        Should.Throw<IOException>(() => new FolderEvidenceVault(_folder.Path));
    }

    [Theory]
    [InlineData("a way out", "../x")]
    [InlineData("too short", "00")]
    [InlineData("capitals", "ABCDEF0000000000000000000000000000000000000000000000000000000000")]
    public void A_name_of_another_shape_is_refused(string description, string id) =>
        Should.Throw<ArgumentException>(() => Vault.ReadEntry(id), description);

    private async Task<string> FillAsync()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        store.Read(id, Clerk);
        store.Hold("contract-1", holds: true, Clerk);
        string head = store.Audit().Head;
        _folder.Close();
        return head;
    }
}
