using System.Text;
using MyNumber.IssuingHost;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.People;

namespace MyNumber.ContractTests.Issuing;

/// <summary>What every register of identity information promises. Each implementation runs all of it.</summary>
public abstract class IdentityRegisterContract : StoreContract
{
    private IIdentityRegister Register { get; set; } = null!;

    [SkippableTheory]
    [InlineData("all known", "見本　太郎", "東京都千代田区一丁目1-1", "419900501", Sex.Male)]
    [InlineData("a character beyond the first plane and one with a selector", "𠮷田　邉󠄀子", "神奈川県", "320010909", Sex.Female)]
    [InlineData("unknown day", "見本　花子", "東京都", "419900500", Sex.Female)]
    [InlineData("wholly unknown date and sex", "見本", "", "000000000", Sex.Unknown)]
    [InlineData("an era that does not fit the date", "見本", "東京都", "519900501", Sex.NotApplicable)]
    [InlineData("what a statement must not take for its own", "'; drop table identity_record; --", "\"$1\" @p1 ?", "119101231", Sex.Male)]
    public async Task Record_comes_back_as_it_was_written(string row, string name, string address, string born, Sex sex)
    {
        BirthDate.TryParseCertificate(Encoding.ASCII.GetBytes(born), out BirthDate date).ShouldBeTrue(row);
        IdentityRecord first = Record(1, new FourAttributes(name, address, date, sex));
        IdentityRecord second = first.Next(Issues.Noon.AddDays(1), number: Issues.Number(12345));
        (await Register.TryAddAsync(first)).ShouldBeTrue(row);
        (await Register.TryAddAsync(second)).ShouldBeTrue(row);
        IReadOnlyList<IdentityRecord> history = await Register.HistoryAsync(first.Person);
        history.Count.ShouldBe(2, row);
        ShouldBeSame(history[0], first);
        ShouldBeSame(history[1], second);
        history[0].Number.IsEmpty.ShouldBeTrue(row);
    }

    [SkippableFact]
    public async Task Unknown_person_has_no_history()
    {
        await Register.TryAddAsync(Record(1));
        (await Register.HistoryAsync(Issues.Request(2))).ShouldBeEmpty();
        (await Register.HistoryAsync(Guid.Empty)).ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("the first version again", 1, 0)]
    [InlineData("the present version again", 1, 1)]
    [InlineData("a gap", 1, 3)]
    [InlineData("a later version of nobody", 2, 1)]
    public async Task Version_that_does_not_follow_is_refused(string row, int person, int version)
    {
        await Register.TryAddAsync(Record(1));
        await Register.TryAddAsync(Record(1).Next(Issues.Noon));
        (await Register.TryAddAsync(Record(person, version: version))).ShouldBeFalse(row);
        (await Register.HistoryAsync(Issues.Request(1))).Count.ShouldBe(2, row);
        (await Register.HistoryAsync(Issues.Request(2))).ShouldBeEmpty(row);
    }

    [SkippableFact]
    public async Task Rivals_for_one_version_never_both_win()
    {
        IdentityRecord first = Record(1);
        (await AtOnceAsync(16, _ => Register.TryAddAsync(first))).Count(won => won).ShouldBe(1);
        (await AtOnceAsync(16, index => Register.TryAddAsync(first.Next(Issues.Noon, code: SyntheticRoll.CodeAt(100 + index))))).Count(won => won).ShouldBe(1);
        (await Register.HistoryAsync(first.Person)).Count.ShouldBe(2);
    }

    [SkippableFact]
    public async Task Stopped_call_writes_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.TryAddAsync(Record(1), Stopped));
        (await Register.HistoryAsync(Issues.Request(1))).ShouldBeEmpty();
    }

    public static TheoryData<string, Func<IdentityRecord>> Incomplete => new()
    {
        { "no person", () => Copy(person: Guid.Empty) },
        { "no code", () => Copy(hasCode: false) },
        { "no municipality", () => Copy(hasMunicipality: false) },
        { "no attributes", () => Copy(hasAttributes: false) },
        { "a version below nought", () => Record(1, version: -1) },
        { "a null character in the name", () => Record(1, new FourAttributes("見\0本", "東京都", default, Sex.Male)) },
        { "half a character in the address", () => Record(1, new FourAttributes("見本", "東\ud842京都", default, Sex.Male)) },
    };

    [SkippableTheory]
    [MemberData(nameof(Incomplete))]
    public async Task Incomplete_record_is_an_error(string row, Func<IdentityRecord> record)
    {
        ArgumentException error = await Should.ThrowAsync<ArgumentException>(async () => await Register.TryAddAsync(record()), row);
        error.Message.ShouldNotContain("本", Case.Sensitive, row);
        (await Register.HistoryAsync(Issues.Request(1))).ShouldBeEmpty(row);
    }

    [SkippableFact]
    public async Task Null_is_an_error() => await Should.ThrowAsync<ArgumentNullException>(async () => await Register.TryAddAsync(null!));

    protected override void Open() => Register = Home is null ? new InMemoryIdentityRegister() : Home.Identity;

    private static IdentityRecord Record(int person, FourAttributes? attributes = null, int version = 0) => Copy(Issues.Request(person), attributes, version);

    private static IdentityRecord Copy(
        Guid? person = null, FourAttributes? attributes = null, int version = 0, bool hasCode = true, bool hasMunicipality = true, bool hasAttributes = true) => new()
        {
            Person = person ?? Issues.Request(1),
            Version = version,
            Attributes = hasAttributes ? attributes ?? new FourAttributes("見本　太郎", "東京都", new BirthDate(new DateOnly(1990, 5, 1)), Sex.Male) : null!,
            Code = hasCode ? SyntheticRoll.CodeAt(1) : default,
            Municipality = hasMunicipality ? SyntheticRoll.Chiyoda : default,
            Since = Issues.Noon,
        };

    private static void ShouldBeSame(IdentityRecord one, IdentityRecord other)
    {
        (one.Person, one.Version, one.Code, one.Number, one.Municipality, one.Since).ShouldBe(
            (other.Person, other.Version, other.Code, other.Number, other.Municipality, other.Since));
        (one.Attributes.Name, one.Attributes.Address, one.Attributes.BirthDate, one.Attributes.Sex).ShouldBe(
            (other.Attributes.Name, other.Attributes.Address, other.Attributes.BirthDate, other.Attributes.Sex));
    }
}
