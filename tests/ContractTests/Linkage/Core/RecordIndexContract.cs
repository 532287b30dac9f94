using MyNumber.Linkage.Core.Audit;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Storage.Core;

namespace MyNumber.ContractTests.Linkage.Core;

/// <summary>What every index of records promises. Each implementation runs all of it.</summary>
public abstract class RecordIndexContract : SqlContract
{
    private static readonly AuditTag _one = Tag(1);
    private static readonly AuditTag _other = Tag(2);

    private IRecordIndex Index { get; set; } = null!;

    [SkippableFact]
    public async Task Keys_come_by_time_and_in_pages()
    {
        RecordKey[] keys = [.. Enumerable.Range(0, 5).Select(Key)];
        (await Index.AddAsync([.. keys.Reverse().Select(key => new IndexedRecord(_one, key))])).ShouldBe(5);
        (await Index.ReadAsync(_one, null, 2)).ShouldBe([keys[0], keys[1]]);
        (await Index.ReadAsync(_one, keys[1], 2)).ShouldBe([keys[2], keys[3]]);
        (await Index.ReadAsync(_one, keys[3], 2)).ShouldBe([keys[4]]);
        (await Index.ReadAsync(_one, keys[4], 2)).ShouldBeEmpty();
        (await Index.ReadAsync(_one, keys[1] with { Correction = 1 }, 9)).ShouldBe([keys[2], keys[3], keys[4]]);
    }

    [SkippableFact]
    public async Task Entry_that_is_there_is_passed_over()
    {
        (await Index.AddAsync([new IndexedRecord(_one, Key(0))])).ShouldBe(1);
        (await Index.AddAsync([new IndexedRecord(_one, Key(0))])).ShouldBe(0);
        (await Index.AddAsync([new IndexedRecord(_one, Key(0)), new IndexedRecord(_one, Key(1)), new IndexedRecord(_one, Key(1))])).ShouldBe(1);
        (await Index.ReadAsync(_one, null, 9)).Count.ShouldBe(2);
        (await Index.AddAsync([])).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Another_tag_shows_nothing()
    {
        await Index.AddAsync([new IndexedRecord(_one, Key(0))]);
        (await Index.ReadAsync(_other, null, 9)).ShouldBeEmpty();
        (await Index.ReadAsync(default, null, 9)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Dropped_keys_are_gone_and_unknown_ones_do_no_harm()
    {
        await Index.AddAsync([new IndexedRecord(_one, Key(0)), new IndexedRecord(_one, Key(1)), new IndexedRecord(_other, Key(2))]);
        (await Index.DropAsync([Key(0), Key(2), Key(7), Key(0) with { Correction = 1 }])).ShouldBe(2);
        (await Index.ReadAsync(_one, null, 9)).ShouldBe([Key(1)]);
        (await Index.ReadAsync(_other, null, 9)).ShouldBeEmpty();
        (await Index.DropAsync([Key(0)])).ShouldBe(0);
        (await Index.DropAsync([])).ShouldBe(0);
        (await Index.AddAsync([new IndexedRecord(_one, Key(0))])).ShouldBe(1, "a dropped key may come again");
    }

    [SkippableFact]
    public async Task Key_under_two_tags_is_dropped_under_both()
    {
        await Index.AddAsync([new IndexedRecord(_one, Key(3)), new IndexedRecord(_other, Key(3))]);
        (await Index.DropAsync([Key(3)])).ShouldBe(2);
    }

    [SkippableFact]
    public async Task Entries_without_tag_or_key_are_refused_and_nothing_is_added()
    {
        await Should.ThrowAsync<ArgumentNullException>(async () => await Index.AddAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Index.DropAsync(null!));
        await Should.ThrowAsync<ArgumentException>(async () => await Index.AddAsync([new IndexedRecord(_one, Key(0)), new IndexedRecord(default, Key(1))]));
        await Should.ThrowAsync<ArgumentException>(async () => await Index.AddAsync([new IndexedRecord(_one, default)]));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Index.ReadAsync(_one, null, 0));
        (await Index.ReadAsync(_one, null, 9)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Who_gave_up_has_written_and_dropped_nothing()
    {
        await Index.AddAsync([new IndexedRecord(_one, Key(0))]);
        await Should.ThrowAsync<OperationCanceledException>(async () => await Index.AddAsync([new IndexedRecord(_one, Key(1)), new IndexedRecord(_one, Key(2))], Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Index.DropAsync([Key(0)], Stopped));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Index.ReadAsync(_one, null, 9, Stopped));
        (await Index.ReadAsync(_one, null, 9)).ShouldBe([Key(0)]);
    }

    [SkippableFact]
    public async Task One_entry_by_many_at_once_is_new_once()
    {
        int[] added = await AtOnceAsync(rival => Index.AddAsync(rival % 2 == 0 ? [new IndexedRecord(_one, Key(0)), new IndexedRecord(_one, Key(1))] : [new IndexedRecord(_one, Key(1)), new IndexedRecord(_one, Key(0))]));
        added.Sum().ShouldBe(2);
    }

    [SkippableFact]
    public async Task Many_entries_come_back_whole()
    {
        const int Many = 2_500;
        (await Index.AddAsync([.. Enumerable.Range(0, Many).Select(number => new IndexedRecord(_one, Key(number)))])).ShouldBe(Many);
        List<RecordKey> read = [];
        while (await Index.ReadAsync(_one, read.Count == 0 ? null : read[^1], 999) is { Count: > 0 } page)
        {
            read.AddRange(page);
        }

        read.ShouldBe(Enumerable.Range(0, Many).Select(Key));
    }

    protected override async Task OpenAsync()
    {
        if (Home is null)
        {
            Index = new InMemoryRecordIndex();
            return;
        }

        SqlRecordIndex index = new(Home.Source, Home.Dialect);
        await index.CreateTablesAsync();
        Index = index;
    }

    private static AuditTag Tag(byte value) => AuditTag.FromBytes([.. Enumerable.Repeat(value, AuditTag.Length)]);

    private static RecordKey Key(int number) => new(new InquiryId(new Guid(FormattableString.Invariant($"0190{number:x4}-0000-7000-8000-000000000000"))), 0);
}
