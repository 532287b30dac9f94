using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Storage.Core;

namespace MyNumber.ContractTests.Linkage.Core;

/// <summary>What every register of link codes promises. Each implementation runs all of it.</summary>
public abstract class LinkRegisterContract : SqlContract
{
    private ILinkRegister Register { get; set; } = null!;

    [SkippableFact]
    public async Task Lines_come_back_as_they_were_written()
    {
        LinkEntry[] lines = [Line(1, 0, 1), new(Rows.Link(1), 1, Rows.Tag(2), Rows.Noon.AddTicks(9)), Line(2, 0, 3)];
        (await Register.AddAsync(lines)).ShouldBe(default);
        (await Register.HistoryAsync(Rows.Link(1))).Select(Seen).ShouldBe([Seen(Line(1, 0, 1)), Seen(Line(1, 1, 2))]);
        (await Register.FindAsync(Rows.Tag(1))).ShouldBe(Rows.Link(1));
        (await Register.FindAsync(Rows.Tag(2))).ShouldBe(Rows.Link(1));
        (await Register.FindAsync(Rows.Tag(3))).ShouldBe(Rows.Link(2));
        (await Register.FindTombstoneAsync(Rows.Link(1))).ShouldBeNull();
    }

    [SkippableFact]
    public async Task Empty_register_finds_nothing()
    {
        (await Register.FindAsync(Rows.Tag(1))).IsEmpty.ShouldBeTrue();
        (await Register.FindAsync(default)).IsEmpty.ShouldBeTrue();
        (await Register.HistoryAsync(Rows.Link(1))).ShouldBeEmpty();
        (await Register.HistoryAsync(default)).ShouldBeEmpty();
        (await Register.FindTombstoneAsync(default)).ShouldBeNull();
        (await Register.AddAsync([])).ShouldBe(default);
    }

    public static TheoryData<string, (int Link, int Version, int Tag)[], LinkConflict, int> Batches => new()
    {
        { "a version that is there", [(1, 0, 9)], LinkConflict.Link, 0 },
        { "a version that does not follow", [(1, 2, 9)], LinkConflict.Link, 0 },
        { "a later version of nobody", [(9, 1, 9)], LinkConflict.Link, 0 },
        { "a buried link", [(5, 1, 9)], LinkConflict.Link, 0 },
        { "a buried link from its beginning", [(5, 0, 9)], LinkConflict.Link, 0 },
        { "another person's tag", [(9, 0, 1)], LinkConflict.ResidentCode, 0 },
        { "the person's own tag", [(1, 1, 1)], LinkConflict.ResidentCode, 0 },
        { "the tag of a merged link", [(9, 0, 5)], LinkConflict.ResidentCode, 0 },
        { "both keys: the link counts", [(1, 0, 1)], LinkConflict.Link, 0 },
        { "a tag twice in the batch", [(9, 0, 9), (8, 0, 9)], LinkConflict.ResidentCode, 1 },
        { "a version twice in the batch", [(9, 0, 9), (9, 1, 8), (9, 1, 7)], LinkConflict.Link, 2 },
        { "versions in the wrong order", [(9, 1, 9), (9, 0, 8)], LinkConflict.Link, 0 },
        { "the last of three", [(9, 0, 9), (1, 1, 8), (8, 0, 1)], LinkConflict.ResidentCode, 2 },
        { "the link before the tag", [(9, 0, 9), (8, 3, 8), (7, 0, 1)], LinkConflict.Link, 1 },
    };

    [SkippableTheory]
    [MemberData(nameof(Batches))]
    public async Task First_line_that_runs_into_a_key_is_told_and_nothing_is_written(string row, (int Link, int Version, int Tag)[] batch, LinkConflict conflict, int index)
    {
        await Register.AddAsync([Line(1, 0, 1), Line(5, 0, 5)]);
        await Register.BuryAsync(new LinkTombstone(Rows.Link(5), Rows.Link(1), Rows.Noon));
        (await Register.AddAsync([.. batch.Select(line => Line(line.Link, line.Version, line.Tag))])).ShouldBe(new LinkResult(conflict, index), row);
        (await Register.HistoryAsync(Rows.Link(9))).ShouldBeEmpty(row);
        (await Register.HistoryAsync(Rows.Link(1))).Count.ShouldBe(1, row);
        (await Register.FindAsync(Rows.Tag(9))).IsEmpty.ShouldBeTrue(row);
        (await Register.AddAsync([Line(9, 0, 9), Line(1, 1, 8)])).ShouldBe(default, row);
    }

    [SkippableFact]
    public async Task Buried_link_hands_its_tags_on_and_keeps_its_lines()
    {
        await Register.AddAsync([Line(1, 0, 1), Line(1, 1, 2), Line(2, 0, 3), Line(3, 0, 4)]);
        (await Register.BuryAsync(new LinkTombstone(Rows.Link(1), Rows.Link(2), Rows.Noon))).ShouldBeTrue();
        (await Register.FindAsync(Rows.Tag(1))).ShouldBe(Rows.Link(2));
        (await Register.FindAsync(Rows.Tag(2))).ShouldBe(Rows.Link(2));
        (await Register.HistoryAsync(Rows.Link(1))).Count.ShouldBe(2);
        LinkTombstone tombstone = (await Register.FindTombstoneAsync(Rows.Link(1))).ShouldNotBeNull();
        (tombstone.Link, tombstone.Successor, tombstone.At).ShouldBe((Rows.Link(1), Rows.Link(2), Rows.Noon));
        (await Register.BuryAsync(new LinkTombstone(Rows.Link(2), Rows.Link(3), Rows.Noon))).ShouldBeTrue("what came from another goes on too");
        (await Register.FindAsync(Rows.Tag(1))).ShouldBe(Rows.Link(3));
        (await Register.BuryAsync(new LinkTombstone(Rows.Link(3), default, Rows.Noon))).ShouldBeTrue();
        (await Register.FindAsync(Rows.Tag(1))).IsEmpty.ShouldBeTrue();
        (await Register.AddAsync([Line(9, 0, 1)])).ShouldBe(default, "the tag is nobody's");
    }

    [SkippableTheory]
    [InlineData("an unknown link", 9, 1)]
    [InlineData("an unknown successor", 1, 9)]
    [InlineData("a buried link", 5, 1)]
    [InlineData("a buried link once more the same way", 5, 2)]
    [InlineData("a buried successor", 1, 5)]
    [InlineData("an unknown link without successor", 9, 0)]
    public async Task Link_that_is_unknown_or_buried_is_not_buried(string row, int link, int successor)
    {
        await Register.AddAsync([Line(1, 0, 1), Line(2, 0, 2), Line(5, 0, 5)]);
        await Register.BuryAsync(new LinkTombstone(Rows.Link(5), Rows.Link(2), Rows.Noon));
        (await Register.BuryAsync(new LinkTombstone(Rows.Link(link), successor == 0 ? default : Rows.Link(successor), Rows.Noon.AddDays(1)))).ShouldBeFalse(row);
        (await Register.FindAsync(Rows.Tag(1))).ShouldBe(Rows.Link(1), row);
        (await Register.FindTombstoneAsync(Rows.Link(5)))!.At.ShouldBe(Rows.Noon, row);
        (await Register.FindTombstoneAsync(Rows.Link(9))).ShouldBeNull(row);
    }

    [SkippableFact]
    public async Task Rivals_for_a_link_a_tag_or_a_version_never_both_win()
    {
        LinkResult[] link = await AtOnceAsync(index => Register.AddAsync([Line(1, 0, 100 + index)]));
        link.Count(result => result == default).ShouldBe(1);
        link.Count(result => result.Conflict == LinkConflict.Link).ShouldBe(Rivals - 1);
        LinkResult[] tag = await AtOnceAsync(index => Register.AddAsync([Line(100 + index, 0, 1)]));
        tag.Count(result => result == default).ShouldBe(1);
        tag.Count(result => result.Conflict == LinkConflict.ResidentCode).ShouldBe(Rivals - 1);
        LinkResult[] version = await AtOnceAsync(index => Register.AddAsync([Line(1, 1, 200 + index)]));
        version.Count(result => result == default).ShouldBe(1);
        version.Count(result => result.Conflict == LinkConflict.Link).ShouldBe(Rivals - 1);
        (await Register.HistoryAsync(Rows.Link(1))).Count.ShouldBe(2);
    }

    [SkippableFact]
    public async Task Rivals_that_bury_in_circles_leave_one_link_alive()
    {
        await Register.AddAsync([Line(1, 0, 1), Line(2, 0, 2), Line(3, 0, 3)]);
        bool[] buried = await AtOnceAsync(index => Register.BuryAsync(new LinkTombstone(Rows.Link(1 + (index % 3)), Rows.Link(1 + ((index + 1) % 3)), Rows.Noon)));
        buried.Count(done => done).ShouldBe(2);
        LinkTombstone?[] tombstones = [await Register.FindTombstoneAsync(Rows.Link(1)), await Register.FindTombstoneAsync(Rows.Link(2)), await Register.FindTombstoneAsync(Rows.Link(3))];
        int alive = Array.IndexOf(tombstones, null) + 1;
        foreach (int tag in new[] { 1, 2, 3 })
        {
            (await Register.FindAsync(Rows.Tag(tag))).ShouldBe(Rows.Link(alive));
        }
    }

    [SkippableFact]
    public async Task Line_that_comes_while_its_link_is_buried_is_handed_on_or_refused()
    {
        await Register.AddAsync([Line(1, 0, 1), Line(2, 0, 2)]);
        bool[] done = await AtOnceAsync(async index => index == 0
            ? await Register.BuryAsync(new LinkTombstone(Rows.Link(1), Rows.Link(2), Rows.Noon))
            : await Register.AddAsync([Line(1, index, 100 + index)]) == default);
        done[0].ShouldBeTrue();
        foreach (int index in Enumerable.Range(1, Rivals - 1))
        {
            (await Register.FindAsync(Rows.Tag(100 + index))).ShouldBe(done[index] ? Rows.Link(2) : default);
        }
    }

    [SkippableFact]
    public async Task Rivals_that_take_many_keys_in_any_order_end_and_one_wins()
    {
        LinkEntry[] batch = [.. Enumerable.Range(0, 50).Select(number => Line(number, 0, number))];
        LinkResult[] results = await AtOnceAsync(index =>
        {
            LinkEntry[] shuffled = [.. batch];
            new Random(index).Shuffle(shuffled);
            return Register.AddAsync(shuffled);
        });
        results.Count(result => result == default).ShouldBe(1);
        results.Count(result => result == new LinkResult(LinkConflict.Link, 0)).ShouldBe(Rivals - 1);
    }

    [SkippableFact]
    public async Task Many_lines_are_one_step()
    {
        LinkEntry[] batch = [.. Enumerable.Range(0, 10_000).Select(number => Line(number, 0, number))];
        (await Register.AddAsync([.. batch, Line(20_000, 0, 9_999)])).ShouldBe(new LinkResult(LinkConflict.ResidentCode, 10_000));
        (await Register.HistoryAsync(Rows.Link(0))).ShouldBeEmpty();
        (await Register.AddAsync(batch)).ShouldBe(default);
        (await Register.FindAsync(Rows.Tag(9_999))).ShouldBe(Rows.Link(9_999));
    }

    [SkippableFact]
    public async Task Call_that_broke_off_left_nothing_and_may_be_repeated()
    {
        await BreakOffAsync("link_tag", async () => await Register.AddAsync([Line(1, 0, 1)]), Rows.Bytes(Rows.Link(1)));
        (await Register.HistoryAsync(Rows.Link(1))).ShouldBeEmpty();
        (await Register.AddAsync([Line(1, 0, 1), Line(2, 0, 2)])).ShouldBe(default);
        LinkTombstone tombstone = new(Rows.Link(1), Rows.Link(2), Rows.Noon);
        await BreakOffAsync("link_tag", async () => await Register.BuryAsync(tombstone), Rows.Bytes(Rows.Link(1)), Rows.Bytes(Rows.Link(2)));
        (await Register.FindTombstoneAsync(Rows.Link(1))).ShouldBeNull();
        (await Register.BuryAsync(tombstone)).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Stopped_call_and_nothing_write_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.AddAsync([Line(1, 0, 1)], Stopped));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Register.AddAsync([Line(1, 0, 1), null!]));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Register.AddAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Register.BuryAsync(null!));
        (await Register.HistoryAsync(Rows.Link(1))).ShouldBeEmpty();
        await Register.AddAsync([Line(1, 0, 1)]);
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.BuryAsync(new LinkTombstone(Rows.Link(1), default, Rows.Noon), Stopped));
        (await Register.FindTombstoneAsync(Rows.Link(1))).ShouldBeNull();
    }

    protected override async Task OpenAsync() => Register = await OpenAsync(Home);

    internal static async Task<ILinkRegister> OpenAsync(TestDatabase? home)
    {
        if (home is null)
        {
            return new InMemoryLinkRegister();
        }

        SqlLinkRegister register = new(home.Source, home.Dialect);
        await register.CreateTablesAsync();
        await register.CreateTablesAsync();
        return register;
    }

    internal static LinkEntry Line(int link, int version, int tag) => new(Rows.Link(link), version, Rows.Tag(tag), Rows.Noon);

    internal static object Seen(LinkEntry entry) => (entry.Link, entry.Version, entry.Tag, entry.Since);
}
