using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Storage.Core;

namespace MyNumber.ContractTests.Linkage.Core;

/// <summary>What every store of notices promises. Each implementation runs all of it.</summary>
public abstract class CoreNoticesContract : SqlContract
{
    private ICoreNotices Store { get; set; } = null!;

    [SkippableFact]
    public async Task Notices_come_back_as_they_were_written_and_in_that_order()
    {
        CoreNotice[] notices =
        [
            new(Rows.Holder(11), NoticeKind.WrongPerson, Rows.Code(9), Rows.Code(2), default, default, Rows.Noon),
            new(Rows.Holder(11), NoticeKind.Acquirable, default, default, Rows.Key(1), default, Rows.Noon.AddTicks(7)),
            new(Rows.Holder(11), NoticeKind.ProviderReady, Rows.Code(1), default, default, Rows.Holder(12), Rows.Noon.AddDays(-1)),
        ];
        (await Store.AddAsync([notices[0], Notice(1, holder: 12), notices[1]])).ShouldBe(3);
        (await Store.AddAsync([notices[2]])).ShouldBe(1);
        (await Store.FindOwedAsync(Rows.Holder(11), 9)).ShouldBe(notices);
        (await Store.FindOwedAsync(Rows.Holder(11), 2)).ShouldBe(notices[..2]);
        (await Store.FindOwedAsync(Rows.Holder(12), 9)).ShouldBe([Notice(1, holder: 12)]);
        (await Store.FindOwedAsync(Rows.Holder(13), 9)).ShouldBeEmpty();
        (await Store.FindOwedAsync(default, 9)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Notice_that_is_owed_is_not_written_twice()
    {
        (await Store.AddAsync([Notice(1), Notice(2), Notice(1)])).ShouldBe(2);
        (await Store.AddAsync([Notice(3), Notice(2) with { At = Rows.Noon.AddDays(1) }, Notice(1)])).ShouldBe(1);
        (await Store.FindOwedAsync(Rows.Holder(11), 9)).ShouldBe([Notice(1), Notice(2), Notice(3)]);
        (await Store.AddAsync([])).ShouldBe(0);
    }

    public static TheoryData<string, CoreNotice> Others => new()
    {
        { "holder", Notice(1, holder: 12) },
        { "kind", Notice(1) with { Kind = NoticeKind.Withdrawn } },
        { "code", Notice(2) },
        { "no code", Notice(1) with { Code = default } },
        { "replacement", Notice(1) with { Replacement = Rows.Code(5) } },
        { "code and replacement exchanged", Notice(1) with { Code = default, Replacement = Rows.Code(1) } },
        { "acquisition", Notice(1) with { Acquisition = Rows.Key(1) } },
        { "other holder", Notice(1) with { Other = Rows.Holder(5) } },
    };

    [SkippableTheory]
    [MemberData(nameof(Others))]
    public async Task Notices_that_differ_in_anything_but_the_time_are_two(string row, CoreNotice other)
    {
        (await Store.AddAsync([Notice(1)])).ShouldBe(1, row);
        (await Store.MarkTakenAsync([other])).ShouldBe(0, row);
        (await Store.AddAsync([other])).ShouldBe(1, row);
        (await Store.MarkTakenAsync([other with { At = Rows.Noon.AddDays(3) }])).ShouldBe(1, row);
        (await Store.FindOwedAsync(Rows.Holder(11), 9)).ShouldBe([Notice(1)], row);
    }

    [SkippableFact]
    public async Task Taken_notice_is_owed_again_at_the_end_when_it_is_written_again()
    {
        await Store.AddAsync([Notice(1), Notice(2), Notice(3)]);
        (await Store.MarkTakenAsync([Notice(3), Notice(1), Notice(1), Notice(8)])).ShouldBe(2);
        (await Store.MarkTakenAsync([Notice(1)])).ShouldBe(0);
        (await Store.AddAsync([Notice(1), Notice(2), Notice(4)])).ShouldBe(2);
        (await Store.FindOwedAsync(Rows.Holder(11), 9)).ShouldBe([Notice(2), Notice(1), Notice(4)]);
    }

    [SkippableFact]
    public async Task Waits_become_notices_once_and_only_for_their_code()
    {
        CodeWait[] waits = [Wait(13, 3), Wait(11, 1), Wait(11, 2), Wait(11, 1) with { Provider = Rows.Holder(22) }, Wait(11, 1) with { Link = Rows.Link(2) }];
        foreach (CodeWait wait in waits)
        {
            (await Store.WaitAsync(wait)).ShouldBeTrue();
            (await Store.WaitAsync(wait)).ShouldBeFalse("waits already");
        }

        (await Store.FindOwedAsync(Rows.Holder(11), 9)).ShouldBeEmpty();
        (await Store.ReleaseAsync(Rows.Holder(21), Rows.Link(1), Rows.Noon)).ShouldBe(3);
        (await Store.ReleaseAsync(Rows.Holder(21), Rows.Link(1), Rows.Noon)).ShouldBe(0);
        (await Store.ReleaseAsync(Rows.Holder(29), Rows.Link(1), Rows.Noon)).ShouldBe(0);
        CoreNotice[] expected = [.. new[] { Rows.Code(1), Rows.Code(2) }.Order().Select(code => new CoreNotice(Rows.Holder(11), NoticeKind.ProviderReady, code, default, default, Rows.Holder(21), Rows.Noon))];
        (await Store.FindOwedAsync(Rows.Holder(11), 9)).ShouldBe(expected);
        (await Store.FindOwedAsync(Rows.Holder(13), 9)).ShouldHaveSingleItem().Code.ShouldBe(Rows.Code(3));
        (await Store.WaitAsync(Wait(11, 1))).ShouldBeTrue("who waits again waits anew");
        (await Store.ReleaseAsync(Rows.Holder(21), Rows.Link(1), Rows.Noon)).ShouldBe(1);
        (await Store.FindOwedAsync(Rows.Holder(11), 9)).ShouldBe(expected, "it is owed already");
    }

    [SkippableFact]
    public async Task Rivals_write_take_and_release_each_thing_once()
    {
        CoreNotice[] notices = [.. Enumerable.Range(0, 30).Select(number => Notice(number, holder: 11 + (number % 3)))];
        (await AtOnceAsync(index => Store.AddAsync([.. index % 2 == 0 ? notices : notices.Reverse()]))).Sum().ShouldBe(30);
        (await Store.FindOwedAsync(Rows.Holder(11), 99)).Count.ShouldBe(10);
        (await AtOnceAsync(index => Store.MarkTakenAsync([.. index % 2 == 0 ? notices : notices.Reverse()]))).Sum().ShouldBe(30);
        (await Store.FindOwedAsync(Rows.Holder(11), 99)).ShouldBeEmpty();
        (await AtOnceAsync(_ => Store.WaitAsync(Wait(11, 1)))).Count(won => won).ShouldBe(1);
        await Store.WaitAsync(Wait(12, 2));
        (await AtOnceAsync(_ => Store.ReleaseAsync(Rows.Holder(21), Rows.Link(1), Rows.Noon))).Sum().ShouldBe(2);
        (await Store.FindOwedAsync(Rows.Holder(11), 99)).ShouldHaveSingleItem();
    }

    [SkippableFact]
    public async Task Each_writer_finds_its_notices_in_its_order_among_those_of_rivals()
    {
        await AtOnceAsync(async index =>
        {
            foreach (int step in Enumerable.Range(0, 5))
            {
                await Store.AddAsync([Notice((index * 10) + step)]);
            }

            return 0;
        });
        List<int> owed = [.. (await Store.FindOwedAsync(Rows.Holder(11), 999)).Select(notice => Enumerable.Range(0, 1_000).First(number => Rows.Code(number) == notice.Code))];
        owed.Count.ShouldBe(Rivals * 5);
        foreach (int index in Enumerable.Range(0, Rivals))
        {
            owed.Where(number => number / 10 == index).ShouldBe(Enumerable.Range(index * 10, 5));
        }
    }

    [SkippableFact]
    public async Task Many_notices_are_one_step()
    {
        CoreNotice[] notices = [.. Enumerable.Range(0, 4_000).Select(number => Notice(number))];
        (await Store.AddAsync(notices)).ShouldBe(4_000);
        (await Store.AddAsync(notices)).ShouldBe(0);
        (await Store.FindOwedAsync(Rows.Holder(11), 4_000)).ShouldBe(notices);
        (await Store.MarkTakenAsync(notices)).ShouldBe(4_000);
        (await Store.FindOwedAsync(Rows.Holder(11), 1)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Call_that_broke_off_left_nothing_and_may_be_repeated()
    {
        await BreakOffAsync("core_notice", async () => await Store.AddAsync([Notice(1)]), Rows.Bytes(Rows.Code(1)));
        (await Store.FindOwedAsync(Rows.Holder(11), 9)).ShouldBeEmpty();
        (await Store.AddAsync([Notice(1)])).ShouldBe(1);
        await BreakOffAsync("core_notice", async () => await Store.MarkTakenAsync([Notice(1)]), Rows.Bytes(Rows.Code(1)));
        (await Store.MarkTakenAsync([Notice(1)])).ShouldBe(1);
        await Store.WaitAsync(Wait(11, 1));
        await BreakOffAsync("core_notice", async () => await Store.ReleaseAsync(Rows.Holder(21), Rows.Link(1), Rows.Noon), Rows.Bytes(Rows.Link(1)), Rows.Bytes(Rows.Code(1)));
        (await Store.ReleaseAsync(Rows.Holder(21), Rows.Link(1), Rows.Noon)).ShouldBe(1);
    }

    [SkippableFact]
    public async Task Stopped_call_and_what_is_none_write_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.AddAsync([Notice(1)], Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.WaitAsync(Wait(11, 1), Stopped));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.AddAsync([Notice(1), null!]));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.AddAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.MarkTakenAsync([null!]));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.WaitAsync(null!));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Store.FindOwedAsync(Rows.Holder(11), 0));
        (await Store.FindOwedAsync(Rows.Holder(11), 9)).ShouldBeEmpty();
        await Store.WaitAsync(Wait(11, 1));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.ReleaseAsync(Rows.Holder(21), Rows.Link(1), Rows.Noon, Stopped));
        await Store.AddAsync([Notice(1)]);
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.MarkTakenAsync([Notice(1)], Stopped));
        (await Store.FindOwedAsync(Rows.Holder(11), 9)).ShouldBe([Notice(1)]);
    }

    protected override async Task OpenAsync() => Store = await OpenAsync(Home);

    internal static async Task<ICoreNotices> OpenAsync(TestDatabase? home)
    {
        if (home is null)
        {
            return new InMemoryCoreNotices();
        }

        SqlCoreNotices store = new(home.Source, home.Dialect);
        await store.CreateTablesAsync();
        await store.CreateTablesAsync();
        return store;
    }

    internal static CoreNotice Notice(int code, int holder = 11) => new(Rows.Holder(holder), NoticeKind.Replaced, Rows.Code(code), Rows.Code(code + 1_000), default, default, Rows.Noon);

    internal static CodeWait Wait(int inquirer, int code) => new(Rows.Holder(21), Rows.Link(1), Rows.Holder(inquirer), Rows.Code(code));
}
