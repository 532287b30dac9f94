using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Storage.Core;
using MyNumber.Numbering.People;

namespace MyNumber.ContractTests.Linkage.Core;

/// <summary>What every store of acquisitions promises. Each implementation runs all of it.</summary>
public abstract class AcquisitionsContract : SqlContract
{
    private IAcquisitions Store { get; set; } = null!;

    public static TheoryData<string, Acquisition> Kinds => new()
    {
        { "a draft", Draft(1) },
        { "everything filled", Draft(1) with { Link = Rows.Link(1), Code = Rows.Code(1), Waited = true, Route = AcquisitionRoute.FamilyRegister, Fields = [PersonAttribute.Sex, PersonAttribute.Name] } },
        { "times finer than a millisecond", Draft(1) with { OpenedAt = Rows.Noon.AddTicks(3), ChangedAt = Rows.Noon.AddTicks(9_999) } },
        { "nobody's", new Acquisition { Key = Rows.Key(1), Version = 0, State = AcquisitionState.Erased, OpenedAt = Rows.Noon, ChangedAt = Rows.Noon } },
    };

    [SkippableTheory]
    [MemberData(nameof(Kinds))]
    public async Task Acquisition_comes_back_as_it_was_written(string row, Acquisition acquisition)
    {
        (await Store.AddAsync(acquisition)).ShouldBeTrue(row);
        Seen(await Store.FindAsync(acquisition.Key)).ShouldBe(Seen(acquisition), row);
        (await Store.FindAsync(acquisition.Key))!.OpenedAt.ShouldBe(Rows.Noon, row);
        (await Store.AddAsync(acquisition with { Agency = new AgencyId(7) })).ShouldBeFalse(row);
        Seen(await Store.FindAsync(acquisition.Key)).ShouldBe(Seen(acquisition), row);
        (await Store.FindAsync(Rows.Key(2))).ShouldBeNull(row);
        (await Store.FindAsync(default)).ShouldBeNull(row);
    }

    [SkippableFact]
    public async Task Step_takes_the_place_of_the_version_before()
    {
        await Store.AddAsync(Draft(1));
        await Store.AddAsync(Draft(2));
        Acquisition sent = Draft(1) with { Version = 1, State = AcquisitionState.Sent, ChangedAt = Rows.Noon.AddHours(1) };
        Acquisition forwarded = sent with { Version = 2, State = AcquisitionState.ResidentCodeForwarded, Link = Rows.Link(1) };
        (await Store.MoveAsync(sent)).ShouldBeTrue();
        (await Store.MoveAsync(forwarded)).ShouldBeTrue();
        (await Store.MoveAsync(forwarded)).ShouldBeFalse("done before");
        Seen(await Store.FindAsync(Rows.Key(1))).ShouldBe(Seen(forwarded));
        Seen(await Store.FindAsync(Rows.Key(2))).ShouldBe(Seen(Draft(2)));
        Acquisition erased = new() { Key = Rows.Key(2), Version = 1, State = AcquisitionState.Erased, OpenedAt = Rows.Noon, ChangedAt = Rows.Noon };
        (await Store.MoveAsync(erased)).ShouldBeTrue();
        Seen(await Store.FindAsync(Rows.Key(2))).ShouldBe(Seen(erased));
    }

    [SkippableFact]
    public async Task Only_listed_steps_are_written()
    {
        int number = 0;
        foreach (AcquisitionState from in Enum.GetValues<AcquisitionState>())
        {
            await Store.AddAsync(Draft(++number) with { State = from });
            foreach (AcquisitionState to in Enum.GetValues<AcquisitionState>().Where(to => !AcquisitionSteps.Allows(from, to)))
            {
                (await Store.MoveAsync(Draft(number) with { State = to, Version = 1 })).ShouldBeFalse($"{from} to {to}");
            }

            (await Store.FindAsync(Rows.Key(number)))!.State.ShouldBe(from);
        }
    }

    [SkippableTheory]
    [InlineData("a version is left out", 1, 2)]
    [InlineData("the same version", 1, 0)]
    [InlineData("a version below nought", 1, -1)]
    [InlineData("a key that is not there", 2, 1)]
    public async Task Version_that_does_not_follow_is_refused(string row, int key, int version)
    {
        await Store.AddAsync(Draft(1));
        (await Store.MoveAsync(Draft(key) with { State = AcquisitionState.Sent, Version = version })).ShouldBeFalse(row);
        Seen(await Store.FindAsync(Rows.Key(1))).ShouldBe(Seen(Draft(1)), row);
        (await Store.FindAsync(Rows.Key(2))).ShouldBeNull(row);
    }

    [SkippableFact]
    public async Task Rivals_for_a_key_or_a_step_never_both_win()
    {
        (await AtOnceAsync(index => Store.AddAsync(Draft(1) with { Agency = new AgencyId(index + 1) }))).Count(won => won).ShouldBe(1);
        Acquisition sent = (await Store.FindAsync(Rows.Key(1)))! with { Version = 1, State = AcquisitionState.Sent };
        AcquisitionState[] next = [AcquisitionState.NotFound, AcquisitionState.Mismatch, AcquisitionState.NonResident, AcquisitionState.Rejected];
        (await AtOnceAsync(_ => Store.MoveAsync(sent))).Count(won => won).ShouldBe(1);
        bool[] won = await AtOnceAsync(index => Store.MoveAsync(sent with { Version = 2, State = next[index % 4] }));
        won.Count(step => step).ShouldBe(1);
        (await Store.FindAsync(Rows.Key(1)))!.State.ShouldBe(next[Array.IndexOf(won, true) % 4]);
    }

    [SkippableFact]
    public async Task Only_what_is_over_long_enough_is_forgotten_and_once()
    {
        for (int number = 0; number < 40; number++)
        {
            await Store.AddAsync(Draft(number) with { State = number % 2 == 0 ? AcquisitionState.Erased : AcquisitionState.Delivered, ChangedAt = Rows.Noon.AddMilliseconds(number) });
        }

        (await Store.PurgeErasedAsync(Rows.Noon)).ShouldBe(0);
        (await Store.PurgeErasedAsync(Rows.Noon.AddTicks(5))).ShouldBe(0, "the same millisecond");
        (await Store.PurgeErasedAsync(Rows.Noon.AddMilliseconds(1))).ShouldBe(1);
        (await AtOnceAsync(_ => Store.PurgeErasedAsync(Rows.Noon.AddDays(1)))).Sum().ShouldBe(19);
        (await Store.FindAsync(Rows.Key(2))).ShouldBeNull();
        (await Store.FindAsync(Rows.Key(3))).ShouldNotBeNull();
        (await Store.AddAsync(Draft(2))).ShouldBeTrue("the key is free");
    }

    [SkippableFact]
    public async Task Call_that_broke_off_left_nothing_and_may_be_repeated()
    {
        Acquisition acquisition = Draft(1) with { Link = Rows.Link(1), Code = Rows.Code(1) };
        await BreakOffAsync("acquisition", async () => await Store.AddAsync(acquisition), Rows.Bytes(Rows.Code(1)), Rows.Bytes(Rows.Link(1)));
        (await Store.FindAsync(Rows.Key(1))).ShouldBeNull();
        (await Store.AddAsync(acquisition)).ShouldBeTrue();
        Acquisition sent = acquisition with { Version = 1, State = AcquisitionState.Sent };
        await BreakOffAsync("acquisition", async () => await Store.MoveAsync(sent), Rows.Bytes(Rows.Code(1)), Rows.Bytes(Rows.Link(1)));
        (await Store.MoveAsync(sent)).ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Stopped_call_and_what_is_none_write_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.AddAsync(Draft(1), Stopped));
        await Should.ThrowAsync<ArgumentException>(async () => await Store.AddAsync(Draft(1) with { Version = 1 }));
        await Should.ThrowAsync<ArgumentException>(async () => await Store.AddAsync(Draft(1) with { Key = default }));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.AddAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Store.MoveAsync(null!));
        (await Store.FindAsync(Rows.Key(1))).ShouldBeNull();
        await Store.AddAsync(Draft(1) with { State = AcquisitionState.Sent });
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.MoveAsync(Draft(1) with { Version = 1, State = AcquisitionState.NotFound }, Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.PurgeErasedAsync(Rows.Noon, Stopped));
        (await Store.FindAsync(Rows.Key(1)))!.State.ShouldBe(AcquisitionState.Sent);
    }

    protected override async Task OpenAsync() => Store = await OpenAsync(Home);

    internal static async Task<IAcquisitions> OpenAsync(TestDatabase? home)
    {
        if (home is null)
        {
            return new InMemoryAcquisitions();
        }

        SqlAcquisitions store = new(home.Source, home.Dialect);
        await store.CreateTablesAsync();
        await store.CreateTablesAsync();
        return store;
    }

    internal static Acquisition Draft(int number) => new()
    {
        Key = Rows.Key(number), Version = 0, State = AcquisitionState.Draft, OpenedAt = Rows.Noon, ChangedAt = Rows.Noon,
        Agency = new AgencyId(AgencyId.MaxValue), Holder = Rows.Holder(CodeHolderId.MaxValue), Level = VerificationLevel.Card,
    };

    internal static object? Seen(Acquisition? row) => row is null ? null
        : (row.Key, row.Version, row.State, row.OpenedAt, row.ChangedAt, row.Agency, row.Holder, (row.Route, row.Level, row.Link, row.Code, row.Waited, string.Join(',', row.Fields)));
}
