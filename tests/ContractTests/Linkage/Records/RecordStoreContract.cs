using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Storage.Records;
using MyNumber.Linkage.Tests.Records;

namespace MyNumber.ContractTests.Linkage.Records;

/// <summary>What every store of records promises. Each implementation runs all of it.</summary>
public abstract class RecordStoreContract : HomeContract<TestDatabase>
{
    private static readonly DateTimeOffset _now = new(2026, 6, 1, 3, 0, 0, TimeSpan.Zero);

    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    /// <summary>One store for each of eight writers: as eight processes have it, where it is kept outside of one.</summary>
    private IRecordStore[] Stores { get; set; } = [];

    private IRecordStore Store => Stores[0];

    [SkippableFact]
    public async Task Batch_gets_the_next_positions_in_its_order()
    {
        SaltedRecord[] records = Records(5);
        (await Store.AppendAsync(records.AsMemory(0, 3))).ShouldBe([Written(0), Written(1), Written(2)]);
        (await Stores[1].AppendAsync(records.AsMemory(3))).ShouldBe([Written(3), Written(4)]);
        (await Store.AppendAsync(default)).ShouldBeEmpty();
        (await Store.ReadCommitmentsAsync(0, 10)).ShouldBe(records.Select(record => record.Commitment));
    }

    [SkippableFact]
    public async Task Record_that_comes_again_keeps_its_place_and_another_of_its_key_is_a_conflict()
    {
        SaltedRecord[] records = Records(3);
        await Store.AppendAsync(records.AsMemory(0, 2));
        SaltedRecord salted = Salted(records[0].Record);
        SaltedRecord other = new(records[1].Record with { Outcome = InquiryOutcome.NoRecord, ProvidedAt = null }, records[1].Salt);
        (await Store.AppendAsync((SaltedRecord[])[other, records[2], records[1], salted, records[2]])).ShouldBe(
        [
            new RecordPlace(RecordAppend.Conflict, 1), Written(2), new RecordPlace(RecordAppend.AlreadyThere, 1),
            new RecordPlace(RecordAppend.Conflict, 0), new RecordPlace(RecordAppend.AlreadyThere, 2),
        ]);
        (await Store.AppendAsync(Records(1))).ShouldBe([Written(3)]);
        (await Store.FindAsync(records[0].Record.Key))!.Record.Salt.ShouldBe(records[0].Salt);
        (await Store.ReadCommitmentsAsync(0, 10)).Count.ShouldBe(4);
    }

    [SkippableFact]
    public async Task Large_batch_with_known_records_in_between_leaves_no_hole()
    {
        SaltedRecord[] records = Records(2_600);
        SaltedRecord[] known = [.. records.Where((_, index) => index % 13 == 0)];
        await Store.AppendAsync(known);
        IReadOnlyList<RecordPlace> places = await Store.AppendAsync(records);
        places.Count(place => place.Outcome == RecordAppend.AlreadyThere).ShouldBe(200);
        places.Select(place => place.Position).Order().ShouldBe(Enumerable.Range(0, 2_600).Select(position => (long)position));
        IReadOnlyList<Digest> commitments = await Store.ReadCommitmentsAsync(0, 10_000);
        places.Select((place, index) => commitments[(int)place.Position] == records[index].Commitment).ShouldAllBe(fits => fits);
    }

    public static TheoryData<string, Func<AccessRecord>> Kinds => new()
    {
        { "provided", () => RecordVectors.Provided },
        { "refused by the core", () => RecordVectors.Provided with { Outcome = InquiryOutcome.RefusedByRule, ProvidedAt = null, Rule = default } },
        { "withheld", () => RecordVectors.Provided with { NonDisclosure = NonDisclosure.PersonalInformationActArticle78Paragraph1 } },
        { "a correction of the highest number", () => RecordVectors.Provided with { Correction = new RecordCorrection(AccessRecord.MaxCorrections, default) } },
        {
            "the longest", () => RecordVectors.Provided with
            {
                Inquirer = new AgencyId(AgencyId.MaxValue), Affair = new AffairId(new string('~', 64)), Procedure = new ProcedureId(new string('~', 64)),
                ItemSet = new ItemSetId(new string('\'', 64)), Rule = new RuleId(new string('~', 64)),
                Items = [.. Enumerable.Range(0, AccessRecord.MaxItems).Select(item => new ItemId(item.ToString("D64")))],
            }
        },
    };

    [SkippableTheory]
    [MemberData(nameof(Kinds))]
    public async Task Record_comes_back_as_it_was_written(string row, Func<AccessRecord> kind)
    {
        SaltedRecord record = new(kind(), RecordVectors.Salt);
        await Store.AppendAsync(Records(2));
        await Store.AppendAsync((SaltedRecord[])[record]);
        StoredRecord found = (await Stores[1].FindAsync(record.Record.Key)).ShouldNotBeNull(row);
        (found.Position, found.Record.Commitment, found.Record.Salt).ShouldBe((2, record.Commitment, record.Salt), row);
        found.Record.Record.ShouldBe(record.Record, row);
        (await Store.ReadDayAsync(RecordScope.Of(record.Record))).ShouldHaveSingleItem(row).ShouldBe(new DayCommitment(record.Record.Key, record.Commitment), row);
        (await Store.ReadScopesAsync(RecordScope.Of(record.Record).Day)).ShouldContain(RecordScope.Of(record.Record), row);
        (await Store.FindAsync(record.Record.Key with { Correction = 5 })).ShouldBeNull(row);
        (await Store.FindAsync(default)).ShouldBeNull(row);
    }

    [SkippableFact]
    public async Task Day_of_a_scope_is_ascending_and_of_this_scope_only()
    {
        SaltedRecord[] records = [.. Records(50).OrderByDescending(record => record.Record.Key)];
        SaltedRecord other = Salted(Record().Record with { Provider = new AgencyId(404) });
        SaltedRecord tomorrow = Salted(Record().Record with { RequestedAt = _now.AddDays(1), ProvidedAt = _now.AddDays(1) });
        await Store.AppendAsync((SaltedRecord[])[other, .. records, tomorrow]);
        (await Store.ReadDayAsync(RecordScope.Of(records[0].Record))).ShouldBe([.. records.Reverse().Select(record => new DayCommitment(record.Record.Key, record.Commitment))]);
        (await Store.ReadScopesAsync(RecordDay.Of(_now))).ShouldBe([RecordScope.Of(other.Record), RecordScope.Of(records[0].Record)], ignoreOrder: true);
        (await Store.ReadScopesAsync(RecordDay.Of(_now).AddDays(-1))).ShouldBeEmpty();
        (await Store.ReadDayAsync(RecordScope.Of(records[0].Record) with { Provider = default })).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Ten_thousand_commitments_are_read_page_by_page()
    {
        SaltedRecord[] records = Records(10_000);
        await Store.AppendAsync(records);
        List<Digest> read = [];
        IReadOnlyList<Digest> page;
        do
        {
            page = await Store.ReadCommitmentsAsync(read.Count, 768);
            read.AddRange(page);
        }
        while (page.Count == 768);
        read.ShouldBe(records.Select(record => record.Commitment));
        (await Store.ReadCommitmentsAsync(9_999, int.MaxValue)).ShouldHaveSingleItem().ShouldBe(records[^1].Commitment);
        (await Store.ReadCommitmentsAsync(10_000, 1)).ShouldBeEmpty();
        (await Store.ReadCommitmentsAsync(long.MaxValue, int.MaxValue)).ShouldBeEmpty();
        (await Store.ReadCommitmentsAsync(0, 0)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Oldest_days_are_dropped_first_and_leave_their_commitments()
    {
        SaltedRecord[] records = [.. Enumerable.Range(0, 12).Select(index => Record(_now.AddDays(-(index % 4))))];
        await Store.AppendAsync(records);
        DateOnly today = RecordDay.Of(_now);
        (await Store.ShredAsync(today.AddDays(-9), 100)).ShouldBeEmpty();
        (await Store.ShredAsync(today, 0)).ShouldBeEmpty();
        RecordKey[] oldest = [.. await Store.ShredAsync(today, 4)];
        oldest.Take(3).ShouldBe([records[3].Record.Key, records[7].Record.Key, records[11].Record.Key], ignoreOrder: true);
        records.Single(record => record.Record.Key == oldest[3]).Record.RequestedAt.ShouldBe(_now.AddDays(-2));
        (await Stores[1].ShredAsync(today.AddDays(-1), 100)).Count.ShouldBe(5);
        (await Store.FindAsync(records[3].Record.Key)).ShouldBeNull();
        (await Store.FindAsync(records[0].Record.Key)).ShouldNotBeNull();
        (await Store.ReadDayAsync(RecordScope.Of(records[1].Record))).ShouldBeEmpty();
        (await Store.ReadScopesAsync(today.AddDays(-1))).ShouldBeEmpty();
        (await Store.ReadScopesAsync(today)).Count.ShouldBe(1);
        (await Store.ReadCommitmentsAsync(0, 100)).ShouldBe(records.Select(record => record.Commitment));
        (await Store.AppendAsync(Records(1))).ShouldBe([Written(12)]);
    }

    [SkippableFact]
    public async Task Eight_writers_leave_no_hole_and_no_position_twice()
    {
        SaltedRecord[][] batches = [.. Enumerable.Range(0, 48).Select(index => Records(1 + (index % 5)))];
        IReadOnlyList<RecordPlace>[] places = await AtOnceAsync(8, async writer =>
        {
            List<RecordPlace> got = [];
            for (int i = writer; i < batches.Length; i += 8)
            {
                IReadOnlyList<RecordPlace> some = await Stores[writer].AppendAsync(batches[i]);
                some.Select(place => place.Position).ShouldBe(Enumerable.Range(0, some.Count).Select(place => some[0].Position + place));
                got.AddRange(some);
            }

            return (IReadOnlyList<RecordPlace>)got;
        });
        long total = batches.Sum(batch => batch.Length);
        places.SelectMany(place => place).Select(place => place.Position).Order().ShouldBe(Enumerable.Range(0, (int)total).Select(position => (long)position));
        (await Store.ReadCommitmentsAsync(0, 1000)).Order().ShouldBe(batches.SelectMany(batch => batch).Select(record => record.Commitment).Order());
    }

    [SkippableFact]
    public async Task Rivals_for_one_key_never_both_win()
    {
        AccessRecord record = Record().Record;
        IReadOnlyList<RecordPlace>[] places = await AtOnceAsync(16, index => Stores[index % 8].AppendAsync((SaltedRecord[])[Salted(record), Record()]));
        places.Select(pair => pair[0].Outcome).Order().ShouldBe([RecordAppend.Written, .. Enumerable.Repeat(RecordAppend.Conflict, 15)]);
        places.Select(pair => pair[0].Position).Distinct().Count().ShouldBe(1);
        (await Store.ReadCommitmentsAsync(0, 100)).Count.ShouldBe(17);
    }

    [SkippableFact]
    public async Task Same_record_from_many_is_written_once()
    {
        SaltedRecord[] records = Records(3);
        IReadOnlyList<RecordPlace>[] places = await AtOnceAsync(16, index => Stores[index % 8].AppendAsync(records));
        places.Count(batch => batch.All(place => place.Outcome == RecordAppend.Written)).ShouldBe(1);
        places.Count(batch => batch.All(place => place.Outcome == RecordAppend.AlreadyThere)).ShouldBe(15);
        places.ShouldAllBe(batch => batch.Select(place => place.Position).SequenceEqual(new long[] { 0, 1, 2 }));
    }

    [SkippableFact]
    public async Task Record_is_dropped_once_however_many_drop_while_others_append()
    {
        SaltedRecord[] old = [.. Enumerable.Range(0, 60).Select(_ => Record(_now.AddYears(-8)))];
        await Store.AppendAsync(old);
        IReadOnlyList<RecordKey>[] dropped = await AtOnceAsync(12, async index =>
        {
            await Stores[index % 8].AppendAsync(Records(1));
            return await Stores[index % 8].ShredAsync(RecordDay.Of(_now.AddYears(-7)), 7);
        });
        dropped.SelectMany(keys => keys).Order().ShouldBe(old.Select(record => record.Record.Key).Order());
        (await Store.ReadCommitmentsAsync(0, 100)).Count.ShouldBe(72);
    }

    [SkippableFact]
    public async Task Each_owner_counts_for_itself()
    {
        SaltedRecord[] records = Records(3);
        IRecordStore other = StoreOf(new LogOwner(new AgencyId(202)));
        await Store.AppendAsync(records);
        (await other.AppendAsync(records.AsMemory(1))).ShouldBe([Written(0), Written(1)]);
        (await other.FindAsync(records[0].Record.Key)).ShouldBeNull();
        (await other.ReadDayAsync(RecordScope.Of(records[0].Record))).Count.ShouldBe(2);
        (await other.ShredAsync(RecordDay.Of(_now), 10)).Count.ShouldBe(2);
        (await other.ReadScopesAsync(RecordDay.Of(_now))).ShouldBeEmpty();
        (await Store.ReadDayAsync(RecordScope.Of(records[0].Record))).Count.ShouldBe(3);
        (await Store.FindAsync(records[1].Record.Key))!.Position.ShouldBe(1);
    }

    [SkippableFact]
    public async Task Stopped_call_changes_nothing_and_negative_numbers_are_errors()
    {
        await Store.AppendAsync(Records(1));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.AppendAsync(Records(1), Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.FindAsync(Record().Record.Key, Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.ReadCommitmentsAsync(0, 1, Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.ReadDayAsync(default, Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.ReadScopesAsync(default, Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Store.ShredAsync(RecordDay.Of(_now), 10, Stopped));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Store.ReadCommitmentsAsync(-1, 1));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Store.ReadCommitmentsAsync(0, -1));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Store.ShredAsync(RecordDay.Of(_now), -1));
        (await Store.ReadScopesAsync(RecordDay.Of(_now))).Count.ShouldBe(1);
        (await Store.ReadCommitmentsAsync(0, 10)).Count.ShouldBe(1);
    }

    public override async Task DisposeAsync()
    {
        _random.Dispose();
        await base.DisposeAsync();
    }

    protected override void Open()
    {
        InMemoryRecordStore store = new();
        Stores = [.. Enumerable.Range(0, 8).Select(_ => Home is null ? (IRecordStore)store : new SqlRecordStore(Home.Another(), Home.Dialect, LogOwner.Core))];
    }

    private IRecordStore StoreOf(LogOwner owner) => Home is null ? new InMemoryRecordStore() : new SqlRecordStore(Home.Source, Home.Dialect, owner);

    private static RecordPlace Written(long position) => new(RecordAppend.Written, position);

    private SaltedRecord[] Records(int count) => [.. Enumerable.Range(0, count).Select(_ => Record())];

    private SaltedRecord Record() => Record(_now);

    private SaltedRecord Record(DateTimeOffset at) => Salted(RecordVectors.Provided with { Inquiry = InquiryId.Create(at), RequestedAt = at, ProvidedAt = at.AddSeconds(1) });

    private SaltedRecord Salted(AccessRecord record) => new(record, RecordSalt.Create(_random));
}
