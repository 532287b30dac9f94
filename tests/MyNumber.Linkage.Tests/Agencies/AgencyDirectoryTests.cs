using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Agencies;

public sealed class AgencyDirectoryTests
{
    private static readonly DateTimeOffset _change = Bodies.Start.AddYears(2);

    public static TheoryData<string, DirectoryFault> Faults => new()
    {
        { "no name", DirectoryFault.IncompleteAgency },
        { "no kind", DirectoryFault.IncompleteAgency },
        { "its own parent", DirectoryFault.IncompleteAgency },
        { "twice at a time", DirectoryFault.AgencyTwice },
        { "parent unknown", DirectoryFault.UnknownParent },
        { "organ of an organ", DirectoryFault.UnknownParent },
        { "holder twice", DirectoryFault.HolderTwice },
        { "member unknown", DirectoryFault.UnknownMember },
        { "member of two", DirectoryFault.MemberOfTwo },
        { "member twice", DirectoryFault.MemberOfTwo },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Entries_that_do_not_fit_make_no_directory(string description, DirectoryFault expected)
    {
        Agency city = Bodies.Body(Bodies.City, AgencyKind.Municipality);
        Agency board = Bodies.Body(Bodies.SchoolBoard, AgencyKind.Municipality);
        CodeHolder holder = Bodies.Holder(Bodies.CityHolder, Bodies.City);
        (Agency[] agencies, CodeHolder[] holders) = description switch
        {
            "no name" => (new[] { city with { Name = " " } }, new[] { holder }),
            "no kind" => ([city with { Kind = AgencyKind.Unspecified }], [holder]),
            "its own parent" => ([city with { Parent = Bodies.City }], [holder]),
            "twice at a time" => ([city, city with { Period = new ValidPeriod(_change) }], [holder]),
            "parent unknown" => ([city with { Parent = Bodies.OtherCity }], [holder]),
            "organ of an organ" => ([city, board with { Parent = Bodies.City }, Bodies.Body(Bodies.OtherCity, AgencyKind.Municipality) with { Parent = Bodies.SchoolBoard }], [holder]),
            "holder twice" => ([city], [holder, holder]),
            "member unknown" => ([board], [holder]),
            "member of two" => ([city], [holder, Bodies.Holder(Bodies.OtherCityHolder, Bodies.City)]),
            _ => ([city], [Bodies.Holder(Bodies.CityHolder, Bodies.City, Bodies.City)]),
        };
        AgencyDirectory.TryCreate(agencies, holders, out AgencyDirectory? directory).ShouldBe(expected, description);
        directory.ShouldBeNull(description);
        Should.Throw<ArgumentException>(() => AgencyDirectory.Create(agencies, holders)).Message.ShouldContain(expected.ToString());
    }

    [Fact]
    public void Agency_is_found_as_it_was_at_the_time()
    {
        Agency before = Bodies.Body(Bodies.City, AgencyKind.Municipality) with { Name = "旧市", Period = new ValidPeriod(Bodies.Start, _change) };
        AgencyDirectory directory = AgencyDirectory.Create([before, before with { Name = "新市", Period = new ValidPeriod(_change) }], []);
        NameAt(directory, Bodies.Start.AddMilliseconds(-1)).ShouldBeNull();
        NameAt(directory, Bodies.Start).ShouldBe("旧市");
        NameAt(directory, _change.AddMilliseconds(-1)).ShouldBe("旧市");
        NameAt(directory, _change).ShouldBe("新市");
    }

    [Fact]
    public void Agency_that_moves_to_another_holder_has_one_at_each_time()
    {
        CodeHolder first = new(Bodies.CityHolder, 0, CodeHolderStatus.Active, [new HolderMember(Bodies.City, new ValidPeriod(Bodies.Start, _change))]);
        CodeHolder second = new(Bodies.OtherCityHolder, 0, CodeHolderStatus.Active, [new HolderMember(Bodies.City, new ValidPeriod(_change))]);
        AgencyDirectory directory = AgencyDirectory.Create([Bodies.Body(Bodies.City, AgencyKind.Municipality)], [first, second]);
        HolderAt(directory, Bodies.Start.AddMilliseconds(-1)).ShouldBe(default);
        HolderAt(directory, _change.AddMilliseconds(-1)).ShouldBe(Bodies.CityHolder);
        HolderAt(directory, _change).ShouldBe(Bodies.OtherCityHolder);
    }

    [Fact]
    public void Insurers_share_the_codes_of_one_holder()
    {
        Bodies.Directory.TryFindHolderOf(Bodies.InsurerA, Bodies.Now, out CodeHolder? first).ShouldBeTrue();
        Bodies.Directory.TryFindHolderOf(Bodies.InsurerB, Bodies.Now, out CodeHolder? second).ShouldBeTrue();
        first.ShouldBeSameAs(second);
    }

    [Fact]
    public void Unknown_agency_and_holder_are_not_found()
    {
        Bodies.Directory.TryFind(new AgencyId(9), Bodies.Now, out _).ShouldBeFalse();
        Bodies.Directory.TryFindHolderOf(new AgencyId(9), Bodies.Now, out _).ShouldBeFalse();
        Bodies.Directory.TryFindHolder(new CodeHolderId(9), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("no holder id", 0, 1, true)]
    [InlineData("no member", 1, 0, true)]
    [InlineData("member without period", 1, 1, false)]
    public void Holder_that_is_none_is_refused(string description, int id, int members, bool hasPeriod)
    {
        HolderMember member = new(Bodies.City, hasPeriod ? Bodies.Open : default);
        Should.Throw<ArgumentException>(
            () => new CodeHolder(id == 0 ? default : new CodeHolderId(id), 0, CodeHolderStatus.Active, Enumerable.Repeat(member, members)), description);
    }

    [Fact]
    public void Period_that_ends_before_it_begins_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ValidPeriod(Bodies.Start, Bodies.Start));
        Should.Throw<ArgumentOutOfRangeException>(() => new ValidPeriod(Bodies.Start, Bodies.Start.AddTicks(1)));
        default(ValidPeriod).Contains(Bodies.Start).ShouldBeFalse();
        new ValidPeriod(Bodies.Start, _change).Overlaps(new ValidPeriod(_change)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("at work in the affair", 101, "child-allowance", 0, true)]
    [InlineData("another affair", 101, "tax", 0, false)]
    [InlineData("another agency", 103, "child-allowance", 0, false)]
    [InlineData("before the first day", 101, "child-allowance", -3000, false)]
    public void Operator_acts_in_own_agency_and_affairs_only(string description, int agency, string affair, int days, bool expected)
    {
        Operator clerk = new(new OperatorId("c-17"), Bodies.City, [new AffairId("child-allowance")], Bodies.Open);
        clerk.MayAct(new AgencyId(agency), new AffairId(affair), Bodies.Now.AddDays(days)).ShouldBe(expected, description);
    }

    [Fact]
    public void Operator_without_handle_agency_period_or_with_an_empty_affair_is_refused()
    {
        Should.Throw<ArgumentException>(() => new Operator(default, Bodies.City, [], Bodies.Open));
        Should.Throw<ArgumentException>(() => new Operator(new OperatorId("c"), default, [], Bodies.Open));
        Should.Throw<ArgumentException>(() => new Operator(new OperatorId("c"), Bodies.City, [], default));
        Should.Throw<ArgumentException>(() => new Operator(new OperatorId("c"), Bodies.City, [default], Bodies.Open));
    }

    private static string? NameAt(AgencyDirectory directory, DateTimeOffset at) => directory.TryFind(Bodies.City, at, out Agency? agency) ? agency.Name : null;

    private static CodeHolderId HolderAt(AgencyDirectory directory, DateTimeOffset at) =>
        directory.TryFindHolderOf(Bodies.City, at, out CodeHolder? holder) ? holder.Id : default;
}
