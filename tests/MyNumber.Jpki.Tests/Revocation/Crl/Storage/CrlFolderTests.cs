using System.IO.Pipelines;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Revocation.Crl.Storage;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Tests.Revocation.Crl.Storage;

public sealed class CrlFolderTests : IDisposable
{
    private static readonly DateTimeOffset Since = StatusLab.Now.AddDays(-3);
    private static readonly LabList Full = new() { Entries = [(StatusLab.Serial, Since, 6)] };

    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task List_is_there_after_a_restart()
    {
        (await AddAsync(Full)).ShouldBe((VerificationReason.None, true));
        CrlStore store = CrlStoreTests.Store();
        CrlFolderRow row = (await Folder(store).LoadAsync()).ShouldHaveSingleItem();
        row.Reason.ShouldBe(VerificationReason.None);
        row.FileName.ShouldEndWith(".crl");
        CrlStoreTests.Check(store).State.ShouldBe(RevocationState.Held);
    }

    [Fact]
    public async Task Saved_file_is_the_list_byte_for_byte()
    {
        await AddAsync(Full);
        File.ReadAllBytes(Directory.GetFiles(_temporary.Path).ShouldHaveSingleItem()).ShouldBe(Full.Encode());
    }

    [Fact]
    public async Task Scopes_have_a_file_each_and_a_newer_list_takes_the_place_of_its_own()
    {
        CrlStore store = CrlStoreTests.Store();
        CrlFolder folder = Folder(store);
        LabList partition = Full with { DistributionPoint = LabList.Scope(StatusLab.Partition) };
        foreach (LabList list in (LabList[])[Full, partition, Full with { Number = [0x08] }, Full with { Issuer = StatusLab.SecondAnchor }])
        {
            (await folder.AddAsync(new MemoryStream(list.Encode()))).IsSaved.ShouldBeTrue();
        }

        Directory.GetFiles(_temporary.Path).Length.ShouldBe(3);
        CrlStore again = CrlStoreTests.Store();
        (await Folder(again).LoadAsync()).Count.ShouldBe(3);
        again.Snapshot().Select(list => list.Number.Span[0]).Order().ShouldBe([(byte)7, (byte)7, (byte)8]);
    }

    [Theory]
    [InlineData("older", 0x06)]
    [InlineData("equal number, other content", 0x07)]
    public async Task List_that_is_not_newer_leaves_the_file_alone(string description, int number)
    {
        CrlFolder folder = Folder(CrlStoreTests.Store());
        await folder.AddAsync(new MemoryStream(Full.Encode()));
        CrlSaving saving = await folder.AddAsync(new MemoryStream((Full with { Number = [(byte)number], Entries = [] }).Encode()));
        saving.Reason.ShouldBe(VerificationReason.StatusStale, description);
        saving.IsSaved.ShouldBeFalse(description);
        File.ReadAllBytes(Directory.GetFiles(_temporary.Path).ShouldHaveSingleItem()).ShouldBe(Full.Encode(), description);
    }

    [Fact]
    public async Task Refused_list_leaves_nothing_behind()
    {
        (await AddAsync(Full with { SignerKey = 1 })).ShouldBe((VerificationReason.StatusSignatureInvalid, false));
        Directory.GetFiles(_temporary.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Failing_stream_leaves_nothing_behind()
    {
        CrlStore store = CrlStoreTests.Store();
        await Should.ThrowAsync<IOException>(async () => await Folder(store).AddAsync(new PieceStream(Full.Encode(), 50, failsAt: 100)));
        Directory.GetFiles(_temporary.Path).ShouldBeEmpty();
        store.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("cut off", VerificationReason.StatusMalformed)]
    [InlineData("a bit flipped in an entry", VerificationReason.StatusSignatureInvalid)]
    [InlineData("empty", VerificationReason.StatusMalformed)]
    [InlineData("another list of the attacker", VerificationReason.IssuerUnknown)]
    public async Task Damaged_file_is_passed_over_and_told(string description, VerificationReason reason)
    {
        await AddAsync(Full);
        string damaged = Directory.GetFiles(_temporary.Path)[0];
        await AddAsync(Full with { DistributionPoint = LabList.Scope(StatusLab.Partition), Entries = [] });
        byte[] bytes = File.ReadAllBytes(damaged);
        bytes[bytes.AsSpan().IndexOf(StatusLab.Serial) + 3] ^= description.StartsWith("a bit", StringComparison.Ordinal) ? (byte)1 : (byte)0;
        File.WriteAllBytes(damaged, description switch
        {
            "cut off" => bytes[..^5],
            "empty" => [],
            "another list of the attacker" => new LabList { Issuer = StatusLab.StrangeAnchor }.Encode(),
            _ => bytes,
        });
        CrlStore store = CrlStoreTests.Store();
        IReadOnlyList<CrlFolderRow> rows = await Folder(store).LoadAsync();
        rows.Single(row => row.FileName == Path.GetFileName(damaged)).Reason.ShouldBe(reason, description);
        rows.Count(row => row.Reason == VerificationReason.None).ShouldBe(1, description);
        store.Count.ShouldBe(1, description);
        File.Exists(damaged).ShouldBeTrue("it stays for whoever looks into it");
    }

    [Fact]
    public async Task What_an_interrupted_write_left_is_cleared_away_and_never_read()
    {
        _temporary.Write("0123.part", Full.Encode());
        CrlStore store = CrlStoreTests.Store();
        (await Folder(store).LoadAsync()).ShouldBeEmpty();
        store.Count.ShouldBe(0);
        Directory.GetFiles(_temporary.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Loading_leaves_a_list_alone_that_is_being_added()
    {
        CrlFolder folder = Folder(CrlStoreTests.Store());
        _temporary.Write("0123.part", [1]);
        byte[] list = Full.Encode();
        Pipe pipe = new();
        Task<CrlSaving> adding = folder.AddAsync(pipe.Reader.AsStream());
        await pipe.Writer.WriteAsync(list.AsMemory(0, 100));
        (await folder.LoadAsync()).ShouldBeEmpty();
        Directory.GetFiles(_temporary.Path, "*.part").Length.ShouldBe(1, "what an interrupted write left is gone, the one under way is not");
        await pipe.Writer.WriteAsync(list.AsMemory(100));
        await pipe.Writer.CompleteAsync();
        (await adding).ShouldSatisfyAllConditions(saving => saving.Reason.ShouldBe(VerificationReason.None), saving => saving.IsSaved.ShouldBeTrue());
        Directory.GetFiles(_temporary.Path).ShouldHaveSingleItem().ShouldEndWith(".crl");
    }

    [Fact]
    public async Task Outdated_file_is_held_and_never_answers()
    {
        await AddAsync(Full);
        ManualTimeProvider later = new(StatusLab.Now.AddDays(30));
        CrlStore store = CrlStoreTests.Store(later);
        await Folder(store).LoadAsync();
        CrlStoreTests.Check(store).Failure.ShouldBe(VerificationReason.StatusStale);
    }

    [Fact]
    public async Task List_is_held_though_the_folder_is_gone()
    {
        CrlStore store = CrlStoreTests.Store();
        string path = Path.Combine(_temporary.Path, "lists");
        CrlFolder folder = new(path, store, StatusLab.Anchors);
        Directory.Delete(path);
        CrlSaving saving = await folder.AddAsync(new MemoryStream(Full.Encode()));
        (saving.Reason, saving.IsSaved).ShouldBe((VerificationReason.None, false));
        CrlStoreTests.Check(store).State.ShouldBe(RevocationState.Held);
        (await folder.LoadAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lists_added_at_once_leave_the_newest_held_and_saved()
    {
        CrlStore store = CrlStoreTests.Store();
        CrlFolder folder = Folder(store);
        byte[][] lists = [.. Enumerable.Range(1, 20).Select(n => (Full with { Number = [(byte)n] }).Encode())];
        await Task.WhenAll(lists.Select(list => Task.Run(() => folder.AddAsync(new MemoryStream(list)))));
        CrlStoreTests.Check(store).CrlNumber.ToArray().ShouldBe([20]);
        File.ReadAllBytes(Directory.GetFiles(_temporary.Path).ShouldHaveSingleItem()).ShouldBe(lists[^1]);
    }

    private CrlFolder Folder(CrlStore store) => new(_temporary.Path, store, StatusLab.Anchors);

    private async Task<(VerificationReason Reason, bool IsSaved)> AddAsync(LabList list)
    {
        CrlSaving saving = await Folder(CrlStoreTests.Store()).AddAsync(new MemoryStream(list.Encode()));
        return (saving.Reason, saving.IsSaved);
    }
}
