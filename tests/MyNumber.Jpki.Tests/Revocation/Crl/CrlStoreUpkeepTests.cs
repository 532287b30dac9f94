using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;
using MyNumber.Jpki.Tests.Revocation.Lab;
using MyNumber.Testing;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

public sealed class CrlStoreUpkeepTests
{
    private static readonly DateTimeOffset Since = StatusLab.Now.AddDays(-3);
    private static readonly LabList Full = new() { Entries = [(StatusLab.Serial, Since, 6)] };

    [Fact]
    public void Snapshot_tells_what_is_held()
    {
        LabList partition = new() { DistributionPoint = LabList.Scope(StatusLab.Partition), Number = [0x00, 0x80], NextUpdate = StatusLab.Now.AddHours(1) };
        CrlStore store = CrlStoreTests.Store(null, Full, partition);
        CrlHolding full = store.Snapshot().Single(list => list.IsFull), part = store.Snapshot().Single(list => !list.IsFull);
        (full.EntryCount, part.EntryCount).ShouldBe((1, 0));
        full.IndexBytes.ShouldBeInRange(8, 64);
        part.Partition.ToArray().ShouldBe(StatusLab.Partition.ToArray());
        part.Number.ToArray().ShouldBe([0x80]);
        (part.ThisUpdate, part.NextUpdate).ShouldBe((partition.ThisUpdate, partition.NextUpdate!.Value));
        full.IssuerName.ToArray().ShouldBe(StatusLab.AuthorityName.RawData);
        full.Sha256.ToArray().ShouldBe(System.Security.Cryptography.SHA256.HashData(Full.Encode()));
        full.IssuerKeySha256.Length.ShouldBe(32);
    }

    [Theory]
    [InlineData("at the end of the grace", 0, 1)]
    [InlineData("a second later", 1, 0)]
    public void Outdated_list_is_forgotten_after_its_grace(string description, int seconds, int left)
    {
        ManualTimeProvider clock = new(StatusLab.Now);
        CrlStore store = CrlStoreTests.Store(clock, Full, Full with { Issuer = StatusLab.SecondAnchor, NextUpdate = StatusLab.Now.AddDays(90) });
        clock.Set(Full.NextUpdate!.Value.AddDays(7).AddSeconds(seconds));
        store.RemoveOutdated(TimeSpan.FromDays(7)).ShouldBe(1 - left, description);
        store.Count.ShouldBe(1 + left, description);
        CrlStoreTests.Check(store).Failure.ShouldBe(left == 1 ? VerificationReason.StatusStale : VerificationReason.StatusOutOfScope, description);
    }

    [Fact]
    public void Fresh_list_is_never_forgotten()
    {
        CrlStore store = CrlStoreTests.Store(null, Full);
        store.RemoveOutdated(TimeSpan.Zero).ShouldBe(0);
        CrlStoreTests.Check(store).State.ShouldBe(RevocationState.Held);
    }

    [Fact]
    public void Negative_grace_is_misuse() =>
        Should.Throw<ArgumentOutOfRangeException>(() => CrlStoreTests.Store().RemoveOutdated(TimeSpan.FromTicks(-1)));

    [Fact]
    public void Twice_listed_serial_has_the_same_answer_in_either_order()
    {
        (byte[], DateTimeOffset, int?)[] rows = [(StatusLab.Serial, Since, 1), (StatusLab.Serial, Since.AddDays(-9), 3), (StatusLab.Serial, Since.AddDays(-99), 6)];
        foreach ((byte[], DateTimeOffset, int?)[] entries in ((byte[], DateTimeOffset, int?)[][])[rows, [.. rows.Reverse()], [rows[1], rows[2], rows[0]]])
        {
            RevocationEvidence evidence = CrlStoreTests.Check(CrlStoreTests.Store(null, new LabList { Entries = entries }));
            (evidence.State, evidence.Reason, evidence.Since).ShouldBe((RevocationState.Revoked, RevocationReason.AffiliationChanged, Since.AddDays(-9)));
        }
    }

    [Fact]
    public void Twice_listed_serial_is_found_though_one_entry_is_in_the_side_table()
    {
        LabList list = new() { Entries = [(StatusLab.Serial, Since, 6), (StatusLab.Serial, StatusLab.Now.AddYears(-12), 1)] };
        CrlStoreTests.Check(CrlStoreTests.Store(null, list)).Reason.ShouldBe(RevocationReason.KeyCompromise);
    }

    [Fact]
    public async Task Readers_never_see_a_gap_while_lists_are_streamed_in_and_forgotten()
    {
        ManualTimeProvider clock = new(StatusLab.Now);
        CrlStore store = CrlStoreTests.Store(clock, Full with { Number = [0x01] });
        byte[][] lists = [.. Enumerable.Range(2, 30).Select(n => (CrlStreamTests.Mixed(500) with { Number = [(byte)n] }).Encode())];
        VerifiedPath path = StatusLab.Path();
        using CancellationTokenSource done = new();
        Task<long>[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntil(store, path, done.Token)))];
        foreach (byte[] list in lists)
        {
            (await store.AddAsync(new PieceStream(list, 1000), StatusLab.Anchors)).ShouldBe(VerificationReason.None);
            store.RemoveOutdated(TimeSpan.Zero).ShouldBe(0);
        }

        await done.CancelAsync();
        (await Task.WhenAll(readers)).ShouldAllBe(read => read > 0);
        CrlStoreTests.Check(store, path).CrlNumber.ToArray().ShouldBe([31]);
    }

    private static long ReadUntil(CrlStore store, VerifiedPath path, CancellationToken done)
    {
        long read = 0;
        byte last = 0;
        do
        {
            RevocationEvidence evidence = CrlStoreTests.Check(store, path);
            evidence.State.ShouldBe(RevocationState.Held);
            byte number = evidence.CrlNumber.Span[0];
            number.ShouldBeGreaterThanOrEqualTo(last, "numbers never go back");
            last = number;
            read++;
        }
        while (!done.IsCancellationRequested);

        return read;
    }
}
