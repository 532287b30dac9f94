using MyNumber.IssuingHost;
using MyNumber.Numbering.Issuing.Entries;

namespace MyNumber.ContractTests.Issuing;

/// <summary>What every register of resident record codes promises. Each implementation runs all of it.</summary>
public abstract class ResidentCodeRegisterContract : StoreContract
{
    private IResidentCodeRegister Register { get; set; } = null!;

    [SkippableFact]
    public async Task Entry_comes_back_as_it_was_written()
    {
        CodeEntry sent = Entry(1) with { Occasion = CodeEntryOutcome.Kept, NoticeSentAt = Issues.Noon.AddDays(1) };
        (await Register.AddAsync(sent)).ShouldBe(CodeEntryConflict.None);
        (await Register.HistoryAsync(sent.Person)).ShouldHaveSingleItem().ShouldBe(sent);
        (await Register.FindByCodeAsync(sent.Code)).ShouldBe(sent);
        (await Register.AddAsync(Entry(2))).ShouldBe(CodeEntryConflict.None);
        (await Register.FindByCodeAsync(Entry(2).Code)).ShouldBe(Entry(2));
    }

    [SkippableFact]
    public async Task Empty_register_finds_nothing()
    {
        (await Register.HistoryAsync(Issues.Request(1))).ShouldBeEmpty();
        (await Register.HistoryAsync(Guid.Empty)).ShouldBeEmpty();
        (await Register.FindByCodeAsync(SyntheticRoll.CodeAt(1))).ShouldBeNull();
        (await Register.FindByCodeAsync(default)).ShouldBeNull();
        (await Register.FindOwedNoticesAsync(1)).ShouldBeEmpty();
        (await Register.MarkNoticesSentAsync([Entry(1)], Issues.Noon)).ShouldBe(0);
        (await Register.MarkNoticesSentAsync([], Issues.Noon)).ShouldBe(0);
    }

    [SkippableTheory]
    [InlineData("a version that is there", 1, 0, 50, CodeEntryConflict.Version)]
    [InlineData("a version that does not follow", 1, 3, 50, CodeEntryConflict.Version)]
    [InlineData("a later version of nobody", 9, 1, 50, CodeEntryConflict.Version)]
    [InlineData("another person's present code", 9, 0, 2, CodeEntryConflict.Code)]
    [InlineData("another person's former code", 9, 0, 1, CodeEntryConflict.Code)]
    [InlineData("the person's own former code", 1, 2, 1, CodeEntryConflict.Code)]
    [InlineData("both keys: the version counts", 1, 1, 2, CodeEntryConflict.Version)]
    public async Task Taken_key_refuses_the_entry(string row, int person, int version, int code, CodeEntryConflict conflict)
    {
        await Register.AddAsync(Entry(1));
        await Register.AddAsync(Entry(1, version: 1, code: 2));
        (await Register.AddAsync(Entry(person, version, code))).ShouldBe(conflict, row);
        (await Register.HistoryAsync(Issues.Request(1))).Count.ShouldBe(2, row);
        (await Register.HistoryAsync(Issues.Request(9))).ShouldBeEmpty(row);
        (await Register.FindByCodeAsync(SyntheticRoll.CodeAt(50))).ShouldBeNull(row);
        (await Register.FindOwedNoticesAsync(10)).Count.ShouldBe(2, row);
    }

    [SkippableFact]
    public async Task History_is_every_code_by_version()
    {
        for (int version = 0; version < 12; version++)
        {
            (await Register.AddAsync(Entry(1, version, 100 + version))).ShouldBe(CodeEntryConflict.None);
        }

        (await Register.HistoryAsync(Issues.Request(1))).Select(entry => entry.Code).ShouldBe(Enumerable.Range(100, 12).Select(place => SyntheticRoll.CodeAt(place)));
        (await Register.FindByCodeAsync(SyntheticRoll.CodeAt(104))).ShouldNotBeNull().Version.ShouldBe(4);
    }

    [SkippableFact]
    public async Task Owed_notices_come_oldest_first_until_they_are_sent()
    {
        for (int person = 5; person >= 1; person--)
        {
            await Register.AddAsync(Entry(person));
        }

        IReadOnlyList<CodeEntry> first = await Register.FindOwedNoticesAsync(3);
        first.ShouldBe([Entry(1), Entry(2), Entry(3)]);
        (await Register.FindOwedNoticesAsync(3)).ShouldBe(first);
        (await Register.MarkNoticesSentAsync([first[2], first[0], Entry(77)], Issues.Noon.AddDays(1))).ShouldBe(2);
        (await Register.MarkNoticesSentAsync(first, Issues.Noon.AddDays(2))).ShouldBe(1);
        (await Register.FindOwedNoticesAsync(9)).ShouldBe([Entry(4), Entry(5)]);
        (await Register.HistoryAsync(Issues.Request(1)))[0].NoticeSentAt.ShouldBe(Issues.Noon.AddDays(1));
        (await Register.HistoryAsync(Issues.Request(2)))[0].NoticeSentAt.ShouldBe(Issues.Noon.AddDays(2));
    }

    [SkippableFact]
    public async Task Rivals_for_one_code_never_both_win()
    {
        CodeEntryConflict[] results = await AtOnceAsync(16, index => Register.AddAsync(Entry(index, code: 500)));
        results.Count(result => result == CodeEntryConflict.None).ShouldBe(1);
        results.Count(result => result == CodeEntryConflict.Code).ShouldBe(15);
        (await Register.FindOwedNoticesAsync(99)).ShouldHaveSingleItem();
    }

    [SkippableFact]
    public async Task Rivals_for_one_person_never_both_win()
    {
        CodeEntryConflict[] results = await AtOnceAsync(16, index => Register.AddAsync(Entry(1, code: 500 + index)));
        results.Count(result => result == CodeEntryConflict.None).ShouldBe(1);
        results.Count(result => result == CodeEntryConflict.Version).ShouldBe(15);
        (await Register.HistoryAsync(Issues.Request(1))).ShouldHaveSingleItem();
    }

    [SkippableFact]
    public async Task Rivals_that_note_the_same_notices_note_each_once()
    {
        CodeEntry[] entries = [.. Enumerable.Range(0, 40).Select(person => Entry(person))];
        foreach (CodeEntry entry in entries)
        {
            await Register.AddAsync(entry);
        }

        int[] noted = await AtOnceAsync(8, index => Register.MarkNoticesSentAsync(index % 2 == 0 ? entries : [.. entries.Reverse()], Issues.Noon));
        noted.Sum().ShouldBe(40);
        (await Register.FindOwedNoticesAsync(99)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Stopped_call_writes_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.AddAsync(Entry(1), Stopped));
        await Register.AddAsync(Entry(2));
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.MarkNoticesSentAsync([Entry(2)], Issues.Noon, Stopped));
        (await Register.FindOwedNoticesAsync(9)).ShouldBe([Entry(2)]);
    }

    public static TheoryData<string, CodeEntry> Incomplete => new()
    {
        { "no person", Entry(1) with { Person = Guid.Empty } },
        { "no code", Entry(1) with { Code = default } },
        { "a version below nought", Entry(1) with { Version = -1 } },
        { "no occasion", Entry(1) with { Occasion = CodeEntryOutcome.None } },
        { "an occasion that writes nothing", Entry(1) with { Occasion = CodeEntryOutcome.PoolExhausted } },
        { "an occasion that is none", Entry(1) with { Occasion = (CodeEntryOutcome)99 } },
    };

    [SkippableTheory]
    [MemberData(nameof(Incomplete))]
    public async Task Incomplete_entry_is_an_error(string row, CodeEntry entry)
    {
        ArgumentException error = await Should.ThrowAsync<ArgumentException>(async () => await Register.AddAsync(entry));
        error.Message.Any(char.IsAsciiDigit).ShouldBeFalse(row);
        (await Register.FindOwedNoticesAsync(9)).ShouldBeEmpty(row);
    }

    [SkippableFact]
    public async Task Wrong_parameters_are_errors()
    {
        await Should.ThrowAsync<ArgumentNullException>(async () => await Register.AddAsync(null!));
        await Should.ThrowAsync<ArgumentNullException>(async () => await Register.MarkNoticesSentAsync(null!, Issues.Noon));
        await Should.ThrowAsync<ArgumentException>(async () => await Register.MarkNoticesSentAsync([null!], Issues.Noon));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Register.FindOwedNoticesAsync(0));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Register.FindOwedNoticesAsync(-1));
    }

    protected override void Open() => Register = Home is null ? new InMemoryResidentCodeRegister() : Home.Entries;

    private static CodeEntry Entry(int person, int version = 0, int? code = null) => new()
    {
        Person = Issues.Request(person),
        Version = version,
        Code = SyntheticRoll.CodeAt(code ?? person),
        Occasion = version == 0 ? CodeEntryOutcome.Drawn : CodeEntryOutcome.Changed,
        Since = Issues.Noon.AddMilliseconds(person),
    };
}
