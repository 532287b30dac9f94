using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Corporate;

namespace MyNumber.ContractTests.Issuing;

/// <summary>What every register of corporate numbers promises. Each implementation runs all of it.</summary>
public abstract class CorporateRegisterContract : StoreContract
{
    private ICorporateRegister Register { get; set; } = null!;

    [SkippableFact]
    public async Task Entry_comes_back_as_it_was_written()
    {
        CorporateEntry entry = Entry(1, 0, "株式会社𠮷野「見本」 'or' \"x\"; --", string.Empty);
        (await Register.TryAddAsync(entry)).ShouldBeTrue();
        ShouldBeSame((await Register.HistoryAsync(entry.Number)).ShouldHaveSingleItem(), entry);
    }

    [SkippableFact]
    public async Task Unknown_number_has_no_history()
    {
        await Register.TryAddAsync(Entry(1, 0));
        (await Register.HistoryAsync(Number(2))).ShouldBeEmpty();
        (await Register.HistoryAsync(default)).ShouldBeEmpty();
    }

    [SkippableFact]
    public async Task Versions_follow_one_another_and_stay()
    {
        for (int version = 0; version < 12; version++)
        {
            (await Register.TryAddAsync(Entry(1, version, "名" + version))).ShouldBeTrue();
        }

        (await Register.HistoryAsync(Number(1))).Select(entry => (entry.Version, entry.Name)).ShouldBe(Enumerable.Range(0, 12).Select(version => (version, "名" + version)));
    }

    [SkippableTheory]
    [InlineData("designated already", 1, 0)]
    [InlineData("the present version again", 1, 1)]
    [InlineData("a gap", 1, 3)]
    [InlineData("a later version of a number that was never designated", 2, 1)]
    public async Task Version_that_does_not_follow_is_refused(string row, int number, int version)
    {
        await Register.TryAddAsync(Entry(1, 0));
        await Register.TryAddAsync(Entry(1, 1));
        (await Register.TryAddAsync(Entry(number, version, "別"))).ShouldBeFalse(row);
        (await Register.HistoryAsync(Number(1))).ShouldAllBe(entry => entry.Name == "見本");
        (await Register.HistoryAsync(Number(2))).ShouldBeEmpty(row);
    }

    [SkippableFact]
    public async Task Rivals_for_one_version_never_both_win()
    {
        (await AtOnceAsync(16, index => Register.TryAddAsync(Entry(1, 0, "名" + index)))).Count(won => won).ShouldBe(1);
        (await AtOnceAsync(16, index => Register.TryAddAsync(Entry(1, 1, "名" + index)))).Count(won => won).ShouldBe(1);
        (await Register.HistoryAsync(Number(1))).Count.ShouldBe(2);
    }

    [SkippableFact]
    public async Task Stopped_call_writes_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.TryAddAsync(Entry(1, 0), Stopped));
        (await Register.HistoryAsync(Number(1))).ShouldBeEmpty();
    }

    public static TheoryData<string, CorporateEntry> Incomplete => new()
    {
        { "no number", new CorporateEntry { Number = default, Version = 0, Name = "見本", Seat = "東京都", Since = Issues.Noon } },
        { "a version below nought", Entry(1, -1) },
        { "no name", Entry(1, 0, null!) },
        { "no seat", Entry(1, 0, "見本", null!) },
        { "a null character", Entry(1, 0, "見\0本") },
        { "half a character at the end", Entry(1, 0, "見本", "\ud842") },
        { "halves the wrong way round", Entry(1, 0, "\udfb7\ud842") },
    };

    [SkippableTheory]
    [MemberData(nameof(Incomplete))]
    public async Task Incomplete_entry_is_an_error(string row, CorporateEntry entry)
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Register.TryAddAsync(entry), row);
        (await Register.HistoryAsync(Number(1))).ShouldBeEmpty(row);
    }

    [SkippableFact]
    public async Task Null_is_an_error() => await Should.ThrowAsync<ArgumentNullException>(async () => await Register.TryAddAsync(null!));

    protected override void Open() => Register = Home is null ? new InMemoryCorporateRegister() : Home.Corporate;

    private static CorporateNumber Number(int number) => CorporateNumber.FromBase(700_110_000_000 + number);

    private static CorporateEntry Entry(int number, int version, string name = "見本", string seat = "東京都千代田区") => new()
    {
        Number = Number(number),
        Version = version,
        Name = name,
        Seat = seat,
        Since = Issues.Noon.AddMilliseconds(version),
    };

    private static void ShouldBeSame(CorporateEntry one, CorporateEntry other) =>
        (one.Number, one.Version, one.Name, one.Seat, one.Since).ShouldBe((other.Number, other.Version, other.Name, other.Seat, other.Since));
}
