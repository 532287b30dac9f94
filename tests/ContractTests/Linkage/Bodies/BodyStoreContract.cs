using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Storage.Bodies;

namespace MyNumber.ContractTests.Linkage.Bodies;

/// <summary>What every store of spaces promises. Each implementation runs all of it.</summary>
public abstract class BodyStoreContract : HomeContract<TestDatabase>
{
    private static readonly AgencyId _city = new(1);
    private static readonly AgencyId _town = new(2);

    /// <summary>The store, opened twice: as two processes have it, where it is kept outside of one.</summary>
    private IBodyStore[] Stores { get; set; } = [];

    private IBodyStore Store => Stores[0];

    public static TheoryData<string, Func<byte[]>> Contents => new()
    {
        { "nothing", () => [] },
        { "one zero byte", () => [0] },
        { "what a statement must not take for its own", () => "'; drop table body_row; --$1 @p1 ?"u8.ToArray() },
        { "digits that look like text in hexadecimal", () => "\\xDEADBEEF"u8.ToArray() },
        { "bytes that are no UTF-8", () => [0xFF, 0xFE, 0xC0, 0x80, 0x00, 0xED, 0xA0, 0x80] },
        { "every byte", () => [.. Enumerable.Range(0, 256).Select(value => (byte)value)] },
        { "four megabytes", () => [.. Enumerable.Range(0, 1 << 22).Select(place => (byte)((place >> 3) & 0xFF))] },
    };

    [SkippableTheory]
    [MemberData(nameof(Contents))]
    public async Task Bytes_come_back_as_they_were_written(string row, Func<byte[]> make)
    {
        byte[] content = make();
        BodyRow written = new(Key(1), 7, content);
        BodyRow exchanged = new(Key(2), 8, new byte[] { 9, 9 }.Concat(content).ToArray().AsMemory(2));
        (await Store.WriteAsync(_city, [written])).ShouldBe(1, row);
        (await Store.TryExchangeAsync(_city, [], [exchanged])).ShouldBeTrue(row);
        ShouldBeSame(await Stores[1].FindAsync(_city, Key(1)), written, row);
        ShouldBeSame(await Stores[1].FindAsync(_city, Key(2)), exchanged, row);
    }

    [SkippableTheory]
    [InlineData("smallest", 1, 0ul, 0ul, long.MinValue)]
    [InlineData("greatest", AgencyId.MaxValue, ulong.MaxValue, ulong.MaxValue, long.MaxValue)]
    [InlineData("upper half only", 77, ulong.MaxValue, 0ul, 0)]
    [InlineData("lower half only", 77, 0ul, ulong.MaxValue, -1)]
    public async Task Ends_of_every_range_come_back(string row, int body, ulong upper, ulong lower, long version)
    {
        BodyRow written = new(new BodyRowKey(BodyTable.Provision, new UInt128(upper, lower)), version, new byte[] { 1 });
        (await Store.WriteAsync(new AgencyId(body), [written])).ShouldBe(1, row);
        ShouldBeSame(await Store.FindAsync(new AgencyId(body), written.Key), written, row);
        ShouldBeSame((await Store.ListAsync(new AgencyId(body), BodyTable.Provision, null, 10)).ShouldHaveSingleItem(), written, row);
    }

    [SkippableTheory]
    [InlineData("higher", 5, 1)]
    [InlineData("equal", 4, 0)]
    [InlineData("lower", 3, 0)]
    [InlineData("far below nought", long.MinValue, 0)]
    public async Task Highest_version_stays_and_of_equal_ones_the_first(string row, long version, int written)
    {
        await Store.WriteAsync(_city, [Row(1, 4)]);
        (await Stores[1].WriteAsync(_city, [Row(1, version)])).ShouldBe(written, row);
        ShouldBeSame(await Store.FindAsync(_city, Key(1)), Row(1, written == 1 ? version : 4), row);
    }

    [SkippableFact]
    public async Task Only_what_was_written_is_counted()
    {
        (await Store.WriteAsync(_city, [])).ShouldBe(0);
        (await Store.WriteAsync(_city, [Row(9, 1), Row(3, 5), Row(6, 3)])).ShouldBe(3);
        (await Store.WriteAsync(_city, [Row(3, 4), Row(9, 2), Row(6, 3), Row(1, 0)])).ShouldBe(2);
        (await Store.ListAsync(_city, BodyTable.Replica, null, 10)).Select(row => row.Version).ShouldBe([0, 5, 3, 2]);
    }

    [SkippableFact]
    public async Task Exchange_puts_rows_in_the_place_of_others_whatever_their_versions()
    {
        await Store.WriteAsync(_city, [Row(1, 9), Row(2, 9)]);
        (await Store.TryExchangeAsync(_city, [Key(2), Key(1)], [Row(4, 0), Row(2, 1), Row(3, 0)])).ShouldBeTrue();
        (await Store.ListAsync(_city, BodyTable.Replica, null, 10)).Select(row => ((int)row.Key.Tag, row.Version)).ShouldBe([(2, 1), (3, 0), (4, 0)]);
        (await Store.TryExchangeAsync(_city, [], [])).ShouldBeTrue();
        (await Store.TryExchangeAsync(_city, [Key(3)], [])).ShouldBeTrue();
        (await Store.FindAsync(_city, Key(3))).ShouldBeNull();
    }

    public static TheoryData<string, int[], int[]> Misfits => new()
    {
        { "one that must go is not there", [3], [] },
        { "one of two that must go is not there", [1, 3], [] },
        { "the last of three that must go is not there", [1, 2, 5], [4] },
        { "one that comes is there", [], [1] },
        { "the first of those that come is there", [], [1, 3, 4] },
        { "the last of those that come is there", [], [0, 2] },
        { "one goes and another that comes is there", [1], [2, 3] },
        { "one is to be replaced and is not there", [3], [3] },
    };

    [SkippableTheory]
    [MemberData(nameof(Misfits))]
    public async Task Exchange_that_does_not_fit_changes_nothing(string row, int[] gone, int[] come)
    {
        await Store.WriteAsync(_city, [Row(1, 1), Row(2, 2)]);
        (await Store.TryExchangeAsync(_city, [.. gone.Select(tag => Key(tag))], [.. come.Select(tag => Row(tag, 9))])).ShouldBeFalse(row);
        (await Store.ListAsync(_city, BodyTable.Replica, null, 10)).Select(kept => ((int)kept.Key.Tag, kept.Version)).ShouldBe([(1, 1), (2, 2)], row);
    }

    [SkippableFact]
    public async Task Rows_of_one_body_and_table_are_under_no_other()
    {
        await Store.WriteAsync(_city, [Row(1, 1)]);
        BodyRowKey beside = new(BodyTable.Inquiry, 1);
        (await Store.FindAsync(_town, Key(1))).ShouldBeNull();
        (await Store.FindAsync(_city, beside)).ShouldBeNull();
        (await Store.ListAsync(_town, BodyTable.Replica, null, 10)).ShouldBeEmpty();
        (await Store.ListAsync(_city, BodyTable.Inquiry, null, 10)).ShouldBeEmpty();
        (await Store.TryExchangeAsync(_town, [Key(1)], [])).ShouldBeFalse();
        (await Store.TryExchangeAsync(_city, [beside], [])).ShouldBeFalse();
        (await Store.WriteAsync(_town, [Row(1, 0)])).ShouldBe(1);
        (await Store.WriteAsync(_city, [new BodyRow(beside, 0, new byte[] { 1 })])).ShouldBe(1);
        (await Store.FindAsync(_city, Key(1)))!.Value.Version.ShouldBe(1);
    }

    [SkippableFact]
    public async Task List_is_ascending_by_tag_as_an_unsigned_number()
    {
        UInt128[] tags = [0, 1, 0x7F, 0x80, 0xFF, 0x100, new(0x5C27, 0), new(0x7FFF_FFFF_FFFF_FFFF, ulong.MaxValue), new(0x8000_0000_0000_0000, 0), UInt128.MaxValue];
        await Store.WriteAsync(_city, [.. tags.Reverse().Select(tag => new BodyRow(new BodyRowKey(BodyTable.Owed, tag), 0, new byte[] { 1 }))]);
        (await Store.ListAsync(_city, BodyTable.Owed, null, 100)).Select(row => row.Key.Tag).ShouldBe(tags);
        for (int i = 0; i < tags.Length; i++)
        {
            (await Store.ListAsync(_city, BodyTable.Owed, tags[i], 3)).Select(row => row.Key.Tag).ShouldBe(tags.Skip(i + 1).Take(3));
        }

        (await Store.ListAsync(_city, BodyTable.Owed, 2, 1)).ShouldHaveSingleItem().Key.Tag.ShouldBe((UInt128)0x7F);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Store.ListAsync(_city, BodyTable.Owed, null, 0));
    }

    [SkippableFact]
    public async Task Ten_thousand_rows_are_read_page_by_page()
    {
        const int count = 10_000;
        BodyRow[] rows = [.. Enumerable.Range(0, count).Select(index => new BodyRow(new BodyRowKey(BodyTable.Replica, (UInt128)(((ulong)index * 7919) % 10_007) << 113 | (uint)index), index, new byte[] { 1 }))];
        (await Store.WriteAsync(_city, rows)).ShouldBe(count);
        (await Store.WriteAsync(_city, rows)).ShouldBe(0);
        List<BodyRow> read = [];
        IReadOnlyList<BodyRow> page;
        UInt128? after = null;
        do
        {
            page = await Store.ListAsync(_city, BodyTable.Replica, after, 768);
            read.AddRange(page);
            after = read[^1].Key.Tag;
        }
        while (page.Count == 768);
        read.Select(row => row.Key.Tag).ShouldBe(rows.Select(row => row.Key.Tag).Order());
        (await Store.TryExchangeAsync(_city, [.. rows.Take(2_000).Select(row => row.Key)], [])).ShouldBeTrue();
        (await Store.ListAsync(_city, BodyTable.Replica, null, count)).Count.ShouldBe(count - 2_000);
    }

    public static TheoryData<string, long, long, int?, int, int[]> Ranges => new()
    {
        { "one version", 3, 3, null, 9, [3, 6] },
        { "both ends are in it", 2, 4, null, 9, [2, 3, 4, 6] },
        { "every version", long.MinValue, long.MaxValue, null, 9, [1, 2, 3, 4, 5, 6] },
        { "below nought", long.MinValue, -1, null, 9, [5] },
        { "none", 10, 20, null, 9, [] },
        { "the wrong way round", 4, 2, null, 9, [] },
        { "the first page counts what fits only", 3, 4, null, 2, [3, 4] },
        { "the next page goes on behind its place", 3, 4, 4, 2, [6] },
        { "a place that does not fit itself", 3, 4, 5, 2, [6] },
    };

    [SkippableTheory]
    [MemberData(nameof(Ranges))]
    public async Task Listing_by_versions_leaves_out_the_others(string row, long lowest, long highest, int? after, int most, int[] tags)
    {
        await Store.WriteAsync(_city, [Row(1, 1), Row(2, 2), Row(3, 3), Row(4, 4), Row(5, -7), Row(6, 3)]);
        await Store.WriteAsync(_town, [Row(7, 3)]);
        IReadOnlyList<BodyRow> found = await Stores[1].ListAsync(_city, BodyTable.Replica, (lowest, highest), after is { } place ? (UInt128)place : null, most);
        found.Select(entry => (int)entry.Key.Tag).ShouldBe(tags, row);
        (await Store.ListAsync(_city, BodyTable.Owed, (long.MinValue, long.MaxValue), null, 9)).Select(entry => entry.Key.Table).ShouldAllBe(table => table == BodyTable.Owed, row);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Store.ListAsync(_city, BodyTable.Replica, (1, 2), null, 0), row);
    }

    [SkippableFact]
    public async Task Rivals_for_one_key_never_both_win()
    {
        for (int round = 0; round < 3; round++)
        {
            int place = 10 * round;
            bool[] won = await AtOnceAsync(16, index => Stores[index % 2].TryExchangeAsync(_city, [], [Row(place + 5, index), Row(place + (index % 5), index)]));
            won.Count(done => done).ShouldBe(1);
            (await Store.ListAsync(_city, BodyTable.Replica, null, 100)).Count.ShouldBe(2 * (round + 1));
        }
    }

    [SkippableFact]
    public async Task Exchanges_that_cross_never_wait_in_a_circle()
    {
        await Store.WriteAsync(_city, [Row(1, 0)]);
        bool[] moved = await AtOnceAsync(24, index => Stores[index % 2].TryExchangeAsync(_city, [Key(1 + (index % 2))], [Row(2 - (index % 2), index)]));
        moved.Any(done => done).ShouldBeTrue();
        (await Store.ListAsync(_city, BodyTable.Replica, null, 10)).ShouldHaveSingleItem().Key.Tag.ShouldBe((UInt128)(1 + (moved.Count(done => done) % 2)));
    }

    [SkippableFact]
    public async Task Highest_version_stays_whoever_comes_last()
    {
        int[] written = await AtOnceAsync(16, index => Stores[index % 2].WriteAsync(_city, index % 4 < 2 ? [Row(1, index), Row(2, 100 - index)] : [Row(2, 100 - index), Row(1, index)]));
        written.Sum().ShouldBeGreaterThanOrEqualTo(2);
        (await Store.ListAsync(_city, BodyTable.Replica, null, 10)).Select(row => row.Version).ShouldBe([15, 100]);
    }

    [SkippableFact]
    public async Task Exchange_and_write_of_one_key_leave_what_one_order_of_them_leaves()
    {
        for (int round = 1; round <= 8; round++)
        {
            await Store.WriteAsync(_city, [Row(round, 5)]);
            int place = round;
            int[] done = await AtOnceAsync(2, async index => index == 0
                ? await Stores[0].WriteAsync(_city, [Row(place, 9)])
                : await Stores[1].TryExchangeAsync(_city, [Key(place)], [Row(place, 7)]) ? 1 : 0);
            done.ShouldBe([1, 1]);
            (await Store.FindAsync(_city, Key(round)))!.Value.Version.ShouldBeOneOf(7, 9);
        }
    }

    [SkippableFact]
    public async Task Stopped_call_changes_nothing()
    {
        await Store.WriteAsync(_city, [Row(1, 1)]);
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.WriteAsync(_city, [Row(2, 1)], Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.TryExchangeAsync(_city, [Key(1)], [Row(3, 1)], Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.FindAsync(_city, Key(1), Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.ListAsync(_city, BodyTable.Replica, null, 1, Stopped));
        (await Store.ListAsync(_city, BodyTable.Replica, null, 10)).ShouldHaveSingleItem().Key.ShouldBe(Key(1));
    }

    [SkippableFact]
    public async Task Key_twice_and_null_are_errors()
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Store.WriteAsync(_city, [Row(1, 1), Row(1, 2)]));
        await Should.ThrowAsync<ArgumentException>(async () => await Store.TryExchangeAsync(_city, [Key(1), Key(1)], []));
        await Should.ThrowAsync<ArgumentException>(async () => await Store.TryExchangeAsync(_city, [], [Row(1, 1), Row(2, 1), Row(1, 1)]));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.WriteAsync(_city, null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.TryExchangeAsync(_city, null!, []));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.TryExchangeAsync(_city, [], null!));
        (await Store.ListAsync(_city, BodyTable.Replica, null, 10)).ShouldBeEmpty();
    }

    protected override void Open() => Stores = OpenStores();

    protected virtual IBodyStore[] OpenStores()
    {
        InMemoryBodyStore store = new();
        return Home is null ? [store, store] : [new SqlBodyStore(Home.Source, Home.Dialect), new SqlBodyStore(Home.Another(), Home.Dialect)];
    }

    private static BodyRowKey Key(int tag) => new(BodyTable.Replica, (UInt128)tag);

    private static BodyRow Row(int tag, long version) => new(Key(tag), version, new[] { (byte)(version & 0xFF) });

    private static void ShouldBeSame(BodyRow? actual, BodyRow expected, string row)
    {
        actual.ShouldNotBeNull(row);
        (actual.Value.Key, actual.Value.Version).ShouldBe((expected.Key, expected.Version), row);
        actual.Value.Sealed.Span.SequenceEqual(expected.Sealed.Span).ShouldBeTrue(row);
    }
}
