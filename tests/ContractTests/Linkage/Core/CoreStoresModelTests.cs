using MyNumber.ContractTests.Issuing;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Core.Notices;

namespace MyNumber.ContractTests.Linkage.Core;

/// <summary>Links, acquisitions and notices in a database answer random sequences of calls as those in memory; few keys, so that most are taken.</summary>
[Collection(PostgresTests.Name)]
public sealed class CoreStoresModelTests(PostgresFixture postgres)
{
    [SkippableTheory]
    [MemberData(nameof(Model.Databases), MemberType = typeof(Model))]
    public async Task Links_are_answered_as_in_memory(string row, bool isServer, int seed)
    {
        await using TestDatabase home = await OpenAsync(isServer);
        Random random = new(seed);
        await Model.ShouldAnswerAlikeAsync(await LinkRegisterContract.OpenAsync(null), await LinkRegisterContract.OpenAsync(home), 200, () => NextLinkCall(random));
        (await home.AskAsync("select count(*) from link_entry")).ShouldBe(await home.AskAsync("select sum(versions) from link_code"), row);
    }

    [SkippableTheory]
    [MemberData(nameof(Model.Databases), MemberType = typeof(Model))]
    public async Task Acquisitions_are_answered_as_in_memory(string row, bool isServer, int seed)
    {
        await using TestDatabase home = await OpenAsync(isServer);
        Random random = new(seed);
        row.ShouldNotBeEmpty();
        await Model.ShouldAnswerAlikeAsync(await AcquisitionsContract.OpenAsync(null), await AcquisitionsContract.OpenAsync(home), 200, () => NextAcquisitionCall(random));
    }

    [SkippableTheory]
    [MemberData(nameof(Model.Databases), MemberType = typeof(Model))]
    public async Task Notices_are_answered_as_in_memory(string row, bool isServer, int seed)
    {
        await using TestDatabase home = await OpenAsync(isServer);
        Random random = new(seed);
        await Model.ShouldAnswerAlikeAsync(await CoreNoticesContract.OpenAsync(null), await CoreNoticesContract.OpenAsync(home), 200, () => NextNoticeCall(random));
        (await home.AskAsync("select count(*) from core_notice")).ShouldBe(await home.AskAsync("select count(*) from core_notice_owed"), row);
    }

    private static Func<ILinkRegister, Task<object?>> NextLinkCall(Random random)
    {
        LinkEntry[] lines = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => LinkRegisterContract.Line(random.Next(5), random.Next(3), random.Next(8)))];
        (int link, int tag) = (random.Next(5), random.Next(8));
        LinkTombstone tombstone = new(Rows.Link(link), random.Next(3) == 0 ? default : Rows.Link((link + 1 + random.Next(4)) % 5), Rows.Noon);
        return random.Next(10) switch
        {
            < 5 => async register => await register.AddAsync(lines),
            5 => async register => await register.BuryAsync(tombstone),
            6 => async register => string.Join('|', (await register.HistoryAsync(Rows.Link(link))).Select(LinkRegisterContract.Seen)),
            7 => async register => (await register.FindTombstoneAsync(Rows.Link(link)))?.Successor,
            _ => async register => await register.FindAsync(Rows.Tag(tag)),
        };
    }

    private static Func<IAcquisitions, Task<object?>> NextAcquisitionCall(Random random)
    {
        Acquisition row = AcquisitionsContract.Draft(random.Next(4)) with { State = (AcquisitionState)random.Next(1, 11), ChangedAt = Rows.Noon.AddMinutes(random.Next(9)), Link = Rows.Link(random.Next(3)) };
        int version = random.Next(4);
        DateTimeOffset before = Rows.Noon.AddMinutes(random.Next(9));
        return random.Next(10) switch
        {
            < 2 => async store => await store.AddAsync(row),
            < 7 => async store => await store.MoveAsync(row with { Version = version }),
            7 => async store => await store.PurgeErasedAsync(before),
            _ => async store => AcquisitionsContract.Seen(await store.FindAsync(row.Key)),
        };
    }

    private static Func<ICoreNotices, Task<object?>> NextNoticeCall(Random random)
    {
        CoreNotice[] notices = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => CoreNoticesContract.Notice(random.Next(6), 11 + random.Next(2)))];
        CodeWait wait = CoreNoticesContract.Wait(11 + random.Next(2), random.Next(4));
        int most = random.Next(1, 6);
        return random.Next(5) switch
        {
            0 => async store => await store.AddAsync(notices),
            1 => async store => await store.MarkTakenAsync(notices),
            2 => async store => await store.WaitAsync(wait),
            3 => async store => await store.ReleaseAsync(wait.Provider, wait.Link, Rows.Noon),
            _ => async store => string.Join('|', (await store.FindOwedAsync(notices[0].Holder, most)).Select(notice => (notice.Kind, Convert.ToHexString(notice.Code.IsEmpty ? [] : Rows.Bytes(notice.Code)), notice.At))),
        };
    }

    private async Task<TestDatabase> OpenAsync(bool isServer) => isServer ? await TestDatabase.PostgreSqlAsync(postgres.Server) : TestDatabase.Sqlite();
}
