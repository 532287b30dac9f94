using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.People;

namespace MyNumber.Numbering.Tests.Issuing.Identity;

public sealed class IdentityTests
{
    private static readonly BirthDate _born = new(new DateOnly(1990, 5, 1));

    [Fact]
    public async Task Attributes_are_kept_current_with_history()
    {
        InMemoryIdentityRegister register = new();
        IdentityRecord first = Record(1, "見本　太郎", "東京都千代田区一");
        IdentityRecord moved = first.Next(Lab.Noon, new FourAttributes("見本　太郎", "東京都港区二", _born, Sex.Male));
        (await register.TryAddAsync(first)).ShouldBeTrue();
        (await register.TryAddAsync(moved)).ShouldBeTrue();
        (await register.TryAddAsync(first.Next(Lab.Noon, code: Lab.Code(99)))).ShouldBeFalse("somebody else wrote version 1 first");
        (await register.TryAddAsync(first)).ShouldBeFalse();
        IReadOnlyList<IdentityRecord> history = await register.HistoryAsync(first.Person);
        history.Select(record => record.Attributes.Address).ShouldBe(["東京都千代田区一", "東京都港区二"]);
        (history[1].Code, history[1].Municipality).ShouldBe((first.Code, first.Municipality));
        (await register.HistoryAsync(Lab.Request(9))).ShouldBeEmpty();
    }

    [Fact]
    public void Text_of_a_record_holds_no_attribute() => Record(1, "見本　太郎", "東京都").ToString().ShouldBe("IdentityRecord(***, version 0)");

    [Theory]
    [InlineData("all four, folded", "見本 太郎", "東京都千代田区１", "19900501", Sex.Male, DuplicateVerdict.AllFour)]
    [InlineData("moved", "見本　太郎", "東京都港区二", "19900501", Sex.Male, DuplicateVerdict.ThreeOfFour)]
    [InlineData("another name at the same address and day", "見本　花子", "東京都千代田区1", "19900501", Sex.Male, DuplicateVerdict.ThreeOfFour)]
    [InlineData("unknown sex", "見本　太郎", "東京都千代田区1", "19900501", Sex.Unknown, DuplicateVerdict.Incomplete)]
    [InlineData("unknown day of birth", "見本　太郎", "東京都千代田区1", "19900500", Sex.Male, DuplicateVerdict.Incomplete)]
    [InlineData("name and birth date, no address, unknown sex", "見本　太郎", "", "19900501", Sex.Unknown, DuplicateVerdict.None)]
    [InlineData("name and birth date, no address, another sex", "見本　太郎", "", "19900501", Sex.Female, DuplicateVerdict.None)]
    [InlineData("name and address, unknown day, unknown sex", "見本　太郎", "東京都千代田区1", "19900500", Sex.Unknown, DuplicateVerdict.None)]
    [InlineData("all but the spaces of the name", "見本太郎", "東京都千代田区1", "19900501", Sex.Male, DuplicateVerdict.Incomplete)]
    [InlineData("no address", "見本　太郎", "", "19900501", Sex.Male, DuplicateVerdict.Incomplete)]
    [InlineData("name and birth date alone", "見本　太郎", "大阪府", "19900501", Sex.Female, DuplicateVerdict.None)]
    [InlineData("birth date alone", "手本　花子", "大阪府", "19900501", Sex.Female, DuplicateVerdict.None)]
    [InlineData("nothing", "手本　花子", "大阪府", "19900502", Sex.Female, DuplicateVerdict.None)]
    public void Duplicate_is_reported_by_what_matches(string row, string name, string address, string born, Sex sex, DuplicateVerdict verdict)
    {
        BirthDate.TryParseCard(System.Text.Encoding.ASCII.GetBytes(born), out BirthDate date).ShouldBeTrue(row);
        IdentityRecord one = Record(1, "見本　太郎", "東京都千代田区1"), other = Record(2, new FourAttributes(name, address, date, sex));
        PossibleDuplicate[] found = [.. DuplicateDetector.Find([one, other])];
        found.Select(pair => pair.Verdict).ShouldBe(verdict == DuplicateVerdict.None ? [] : [verdict], row);
        found.ShouldAllBe(pair => pair.One == one.Person && pair.Other == other.Person && !pair.ToString().Contains("見本"));
    }

    [Fact]
    public void Two_records_that_say_next_to_nothing_are_no_duplicates()
    {
        FourAttributes bare = new("見本　太郎", "", _born, Sex.Unknown), unknown = new("見本　太郎", "東京都", default, Sex.Unknown), nothing = new("", "", default, Sex.Unknown);
        foreach (FourAttributes attributes in new[] { bare, unknown, nothing })
        {
            DuplicateDetector.Find([Record(1, attributes), Record(2, attributes)]).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Each_pair_is_reported_once_and_nobody_is_merged()
    {
        IdentityRecord[] people = [Record(1, "見本　太郎", "東京都"), Record(2, "見本　太郎", "東京都"), Record(3, "見本　太郎", "東京都")];
        DuplicateDetector.Find(people).Select(pair => (pair.One, pair.Other)).ShouldBe(
            [(people[0].Person, people[1].Person), (people[0].Person, people[2].Person), (people[1].Person, people[2].Person)], ignoreOrder: true);
    }

    private static IdentityRecord Record(int person, string name, string address) => Record(person, new FourAttributes(name, address, _born, Sex.Male));

    private static IdentityRecord Record(int person, FourAttributes attributes) => new()
    {
        Person = Lab.Request(person),
        Version = 0,
        Attributes = attributes,
        Code = Lab.Code(person),
        Municipality = Lab.Chiyoda,
        Since = Lab.Noon,
    };
}
