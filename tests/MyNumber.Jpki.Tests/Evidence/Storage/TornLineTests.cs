using MyNumber.Jpki.Evidence.Storage;

namespace MyNumber.Jpki.Tests.Evidence.Storage;

/// <summary>A medium that fails while a line of the journal is written: the file goes on where the store does.</summary>
public sealed class TornLineTests : EvidenceVaultContract
{
    private readonly TestKit.TemporaryFolder _folder = new();
    private readonly FolderEvidenceVault _vault;
    private TearingStream? _journal;

    public TornLineTests() => _vault = new FolderEvidenceVault(_folder.Path, FolderEvidenceVault.HighestJournalLength, (path, options) => _journal = new TearingStream(path, options));

    protected override IEvidenceVault Vault => _vault;

    private TearingStream Journal => _journal!;

    public override void Dispose()
    {
        _vault.Dispose();
        _folder.Dispose();
        base.Dispose();
    }

    [Theory]
    [InlineData("nothing of it fitted", 0, false)]
    [InlineData("the first octet fitted", 1, false)]
    [InlineData("half of it fitted", 100, false)]
    [InlineData("all of it, but not to the disk", null, true)]
    public async Task A_line_that_was_torn_is_taken_back_and_the_next_one_stands_in_its_place(string description, int? room, bool failsToFlush)
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        (EvidenceHead head, long length) = (store.Head, Journal.Length);
        (Journal.Room, Journal.FailsToFlush) = (room, failsToFlush);
        Should.Throw<IOException>(() => store.Read(id, Clerk), description);
        (store.Head, Journal.Length).ShouldBe((head, length), description);
        (Journal.Room, Journal.FailsToFlush) = (null, false);
        store.Read(id, Clerk).State.ShouldBe(EvidenceReadState.Intact, description);
        _vault.Dispose();
        using FolderEvidenceVault again = new(_folder.Path);
        EvidenceStore.Audit(again, head).ShouldSatisfyAllConditions(audit => audit.Lines.ShouldBe(2), audit => audit.IsIntact.ShouldBeTrue(description));
    }

    [Fact]
    public async Task What_is_written_is_in_the_file_and_in_no_buffer()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        long length = Journal.Length;
        (Journal.Room, Journal.FailsToCut) = (100, true);
        Should.Throw<IOException>(() => store.Read(id, Clerk));
        new FileInfo(Path.Combine(_folder.Path, "journal.tsv")).Length.ShouldBe(length + 100);
    }

    [Fact]
    public async Task A_line_that_cannot_be_taken_back_closes_the_journal_until_the_folder_is_opened_again()
    {
        EvidenceStore store = Open();
        string id = store.Store(await EntryAsync(), Clerk);
        EvidenceHead head = store.Head;
        (Journal.Room, Journal.FailsToCut) = (100, true);
        Should.Throw<IOException>(() => store.Read(id, Clerk));
        (Journal.Room, Journal.FailsToCut) = (null, false);
        Should.Throw<IOException>(() => store.Read(id, Clerk)).Message.ShouldBe("The journal ends in a torn line; open the folder again.");
        Should.Throw<IOException>(() => store.Hold("contract-1", holds: true, Clerk));
        store.Head.ShouldBe(head);
        _vault.Dispose();
        using FolderEvidenceVault again = new(_folder.Path);
        EvidenceStore reopened = new(again, Desk.Clock, known: head);
        reopened.Read(id, Clerk).State.ShouldBe(EvidenceReadState.Intact);
        reopened.Audit(head).ShouldSatisfyAllConditions(audit => audit.Lines.ShouldBe(2), audit => audit.IsIntact.ShouldBeTrue());
    }
}
