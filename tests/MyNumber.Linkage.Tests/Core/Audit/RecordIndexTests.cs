using MyNumber.Linkage.Core.Audit;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Core.Audit;

public sealed class RecordIndexTests
{
    private static readonly AuditTag _one = Tag(1);
    private static readonly AuditTag _other = Tag(2);

    private readonly InMemoryRecordIndex _index = new();

    [Fact]
    public async Task Keys_come_by_time_and_in_pages()
    {
        RecordKey[] keys = [.. Enumerable.Range(0, 5).Select(Key)];
        (await _index.AddAsync([.. keys.Reverse().Select(key => new IndexedRecord(_one, key))])).ShouldBe(5);
        (await _index.ReadAsync(_one, null, 2)).ShouldBe([keys[0], keys[1]]);
        (await _index.ReadAsync(_one, keys[1], 2)).ShouldBe([keys[2], keys[3]]);
        (await _index.ReadAsync(_one, keys[4], 2)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Entry_that_is_there_is_passed_over()
    {
        await _index.AddAsync([new IndexedRecord(_one, Key(0))]);
        (await _index.AddAsync([new IndexedRecord(_one, Key(0)), new IndexedRecord(_one, Key(1))])).ShouldBe(1);
        (await _index.ReadAsync(_one, null, 9)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_tag_shows_nothing()
    {
        await _index.AddAsync([new IndexedRecord(_one, Key(0))]);
        (await _index.ReadAsync(_other, null, 9)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Dropped_keys_are_gone_and_unknown_ones_do_no_harm()
    {
        await _index.AddAsync([new IndexedRecord(_one, Key(0)), new IndexedRecord(_one, Key(1)), new IndexedRecord(_other, Key(2))]);
        (await _index.DropAsync([Key(0), Key(2), Key(7), Key(0) with { Correction = 1 }])).ShouldBe(2);
        (await _index.ReadAsync(_one, null, 9)).ShouldBe([Key(1)]);
        (await _index.ReadAsync(_other, null, 9)).ShouldBeEmpty();
        (await _index.DropAsync([Key(0)])).ShouldBe(0);
    }

    [Fact]
    public async Task Entries_without_tag_or_key_are_refused_and_nothing_is_added()
    {
        await Should.ThrowAsync<ArgumentException>(async () => await _index.AddAsync([new IndexedRecord(_one, Key(0)), new IndexedRecord(default, Key(1))]));
        await Should.ThrowAsync<ArgumentException>(async () => await _index.AddAsync([new IndexedRecord(_one, default)]));
        (await _index.ReadAsync(_one, null, 9)).ShouldBeEmpty();
    }

    private static AuditTag Tag(byte value) => AuditTag.FromBytes([.. Enumerable.Repeat(value, AuditTag.Length)]);

    private static RecordKey Key(int minute) => new(new InquiryId(new Guid($"0190000{minute}-0000-7000-8000-000000000000")), 0);
}
