using System.Security.Cryptography;
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
    public async Task Version_is_found_by_its_request()
    {
        await Register.TryAddAsync(Entry(1, 0));
        await Register.TryAddAsync(Entry(1, 1, "新"));
        ShouldBeSame((await Register.FindByRequestAsync(Entry(1, 0).Request)).ShouldNotBeNull(), Entry(1, 0));
        (await Register.FindByRequestAsync(Entry(1, 1).Request)).ShouldNotBeNull().Name.ShouldBe("新");
        (await Register.FindByRequestAsync(Issues.Request(99))).ShouldBeNull();
        (await Register.FindByRequestAsync(Guid.Empty)).ShouldBeNull();
    }

    [SkippableTheory]
    [InlineData("another number", 2, 0)]
    [InlineData("the next version", 1, 1)]
    public async Task Request_that_was_answered_writes_nothing_more(string row, int number, int version)
    {
        await Register.TryAddAsync(Entry(1, 0));
        (await Register.TryAddAsync(Entry(number, version, "別", request: Entry(1, 0).Request))).ShouldBeFalse(row);
        (await Register.HistoryAsync(Number(1))).ShouldHaveSingleItem().Name.ShouldBe("見本", row);
        (await Register.HistoryAsync(Number(2))).ShouldBeEmpty(row);
        (await Register.TryAddAsync(Entry(number, version))).ShouldBeTrue(row);
    }

    [SkippableFact]
    public async Task Same_request_many_times_at_once_designates_one_number()
    {
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        CorporateNumberIssuer issuer = new(Register, random, TimeProvider.System);
        CorporateEntry?[] entries = await AtOnceAsync(16, _ => issuer.DesignateUnregisteredAsync(Issues.Request(1), "栞町自治会", "見本市"));
        entries.Select(entry => entry.ShouldNotBeNull().Number).Distinct().ShouldHaveSingleItem();
        (await Register.HistoryAsync(entries[0]!.Number)).ShouldHaveSingleItem().Request.ShouldBe(Issues.Request(1));
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
        (await Register.TryAddAsync(Entry(number, version, "別", request: Issues.Request(900)))).ShouldBeFalse(row);
        (await Register.FindByRequestAsync(Issues.Request(900))).ShouldBeNull(row);
        (await Register.HistoryAsync(Number(1))).ShouldAllBe(entry => entry.Name == "見本");
        (await Register.HistoryAsync(Number(2))).ShouldBeEmpty(row);
    }

    [SkippableFact]
    public async Task Rivals_for_one_version_never_both_win()
    {
        (await AtOnceAsync(16, index => Register.TryAddAsync(Entry(1, 0, "名" + index, request: Issues.Request(500 + index))))).Count(won => won).ShouldBe(1);
        (await AtOnceAsync(16, index => Register.TryAddAsync(Entry(1, 1, "名" + index, request: Issues.Request(600 + index))))).Count(won => won).ShouldBe(1);
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
        { "no number", new CorporateEntry { Number = default, Version = 0, Request = Issues.Request(1), Name = "見本", Seat = "東京都", Since = Issues.Noon } },
        { "a version below nought", Entry(1, -1) },
        { "no request", Entry(1, 0, request: Guid.Empty) },
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

    private static CorporateEntry Entry(int number, int version, string name = "見本", string seat = "東京都千代田区", Guid? request = null) => new()
    {
        Number = Number(number),
        Version = version,
        Request = request ?? Issues.Request((number * 100) + version),
        Name = name,
        Seat = seat,
        Since = Issues.Noon.AddMilliseconds(version),
    };

    private static void ShouldBeSame(CorporateEntry one, CorporateEntry other) =>
        (one.Number, one.Version, one.Request, one.Name, one.Seat, one.Since).ShouldBe((other.Number, other.Version, other.Request, other.Name, other.Seat, other.Since));
}
