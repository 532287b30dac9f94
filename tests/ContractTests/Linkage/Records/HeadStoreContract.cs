using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Storage.Records;

namespace MyNumber.ContractTests.Linkage.Records;

/// <summary>What every store of heads promises. Each implementation runs all of it.</summary>
public abstract class HeadStoreContract : HomeContract<TestDatabase>
{
    private static readonly DateTimeOffset _now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private IHeadStore[] Stores { get; set; } = [];

    private IHeadStore Store => Stores[0];

    [SkippableFact]
    public async Task One_head_of_a_number_is_kept_and_another_signature_of_it_is_no_other()
    {
        LogHead head = Head(5, null);
        (await Store.AddAsync(head)).ShouldBeTrue();
        (await Store.AddAsync(head)).ShouldBeTrue();
        (await Stores[1].AddAsync(Head(5, null))).ShouldBeTrue();
        (await Stores[1].AddAsync(Head(6, null))).ShouldBeFalse();
        (await Store.LatestAsync("core"))!.Encode().ShouldBe(head.Encode());
        (await Store.ReadAsync("core", 0, 10)).ShouldHaveSingleItem().IsSignedBy(_key).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Heads_come_in_the_order_of_their_numbers()
    {
        List<LogHead> chain = [Head(1, null)];
        while (chain.Count < 30)
        {
            chain.Add(Head(chain.Count + 1, chain[^1]));
        }

        foreach (LogHead head in chain.AsEnumerable().Reverse())
        {
            (await Store.AddAsync(head)).ShouldBeTrue();
        }

        (await Store.ReadAsync("core", 0, 100)).Select(head => head.Hash).ShouldBe(chain.Select(head => head.Hash));
        (await Store.ReadAsync("core", 9, 3)).Select(head => head.Number).ShouldBe([9, 10, 11]);
        (await Store.ReadAsync("core", 30, 3)).ShouldBeEmpty();
        (await Store.ReadAsync("core", 0, 0)).ShouldBeEmpty();
        (await Store.LatestAsync("core"))!.Number.ShouldBe(29);
    }

    [SkippableTheory]
    [InlineData("another owner", "agency-1")]
    [InlineData("other case", "Core")]
    [InlineData("no name of a log", "")]
    [InlineData("a space behind", "core ")]
    [InlineData("what a statement must not take for its own", "core'--")]
    [InlineData("65 characters", "ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc")]
    public async Task Heads_of_one_log_are_under_no_other_name(string row, string origin)
    {
        await Store.AddAsync(Head(5, null));
        (await Store.LatestAsync(origin)).ShouldBeNull(row);
        (await Store.ReadAsync(origin, 0, 10)).ShouldBeEmpty(row);
        (await Store.LatestAsync(origin + "\0")).ShouldBeNull(row);
    }

    [SkippableFact]
    public async Task Longest_name_keeps_its_own_heads()
    {
        string origin = new('~', 64);
        LogHead head = LogHead.Sign(origin, long.MaxValue, default, DateTimeOffset.MaxValue, null, _key);
        (await Store.AddAsync(head)).ShouldBeTrue();
        (await Store.AddAsync(Head(5, null))).ShouldBeTrue();
        (await Store.LatestAsync(origin))!.Encode().ShouldBe(head.Encode());
    }

    [SkippableFact]
    public async Task Rivals_for_one_number_never_both_win()
    {
        (await AtOnceAsync(16, index => Stores[index % 2].AddAsync(Head(index + 1, null)))).Count(kept => kept).ShouldBe(1);
        (await Store.ReadAsync("core", 0, 10)).Count.ShouldBe(1);
    }

    [SkippableFact]
    public async Task Stopped_call_keeps_nothing_and_null_is_an_error()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.AddAsync(Head(5, null), Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.LatestAsync("core", Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.ReadAsync("core", 0, 1, Stopped));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.AddAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.LatestAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.ReadAsync(null!, 0, 1));
        (await Store.LatestAsync("core")).ShouldBeNull();
    }

    public override async Task DisposeAsync()
    {
        _key.Dispose();
        await base.DisposeAsync();
    }

    protected override void Open()
    {
        InMemoryHeadStore store = new();
        Stores = Home is null ? [store, store] : [new SqlHeadStore(Home.Source, Home.Dialect), new SqlHeadStore(Home.Another(), Home.Dialect)];
    }

    private LogHead Head(long size, LogHead? previous) => LogHead.Sign("core", size, Digest.FromBytes(Enumerable.Repeat((byte)size, 32).ToArray()), _now.AddMilliseconds(size), previous, _key);
}
