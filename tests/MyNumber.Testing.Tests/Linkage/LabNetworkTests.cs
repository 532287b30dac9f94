using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Payloads;
using MyNumber.Testing.Linkage;

namespace MyNumber.Testing.Tests.Linkage;

public sealed class LabNetworkTests
{
    private static readonly AgencyId _city = new(1);

    public static TheoryData<string, Func<LabNetworkBuilder, LabNetworkBuilder>> Unsound => new()
    {
        { "a body twice", network => network.AddBody(_city, AgencyKind.State, "市") },
        { "a person at a body that is not there", network => network.AddPerson(Holding(2, 5)) },
        { "two people under one number", network => network.AddPerson(Holding(1, 5)).AddPerson(Holding(1, 5)) },
        { "one person twice at one body", network => network.AddPerson(Holding(1, 5), Holding(1, 6)) },
        { "a person without a number", network => network.AddPerson(Holding(1, 5) with { Addressee = default }) },
        { "a replica of somebody else", network => network.AddPerson(Holding(1, 5, Replica(6))) },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Unsound_description_is_refused(string row, Func<LabNetworkBuilder, LabNetworkBuilder> spoil)
    {
        LabNetworkBuilder network = new LabNetworkBuilder().AddBody(_city, AgencyKind.Municipality, "市");
        Should.Throw<ArgumentException>(() => spoil(network).Build(), row);
    }

    [Fact]
    public void Network_does_not_change_with_its_builder()
    {
        LabNetworkBuilder builder = new LabNetworkBuilder().AddBody(_city, AgencyKind.Municipality, "市");
        LabNetwork network = builder.Build();
        builder.AddPerson(Holding(1, 5)).AddBody(new AgencyId(2), AgencyKind.State, "署");
        (network.People.Count, network.Bodies.Count).ShouldBe((0, 1));
    }

    [Fact]
    public void People_share_no_number()
    {
        IReadOnlyList<LabPerson> people = ChildAllowance.CreateNetwork(people: 500).People;
        people.Select(person => person.ResidentCode).Distinct().Count().ShouldBe(500);
        people.Select(person => person.Number).Distinct().Count().ShouldBe(500);
    }

    [Fact]
    public void Text_shows_the_index_only() => ChildAllowance.CreateNetwork(people: 8).People[7].ToString().ShouldBe("person 7");

    [Fact]
    public void Names_of_five_providers_are_those_of_the_slide() =>
        ChildAllowance.Needs.Select(need => $"{need.Set} {need.Provider}").ShouldBe(
            ["resident-record 102", "local-tax 103", "disability 201", "insurance-benefit 301", "pension-benefit 401"]);

    [Theory]
    [InlineData("before the first", -1)]
    [InlineData("behind the last", 5)]
    [InlineData("least number", int.MinValue)]
    [InlineData("greatest number", int.MaxValue)]
    public void Need_that_is_not_there_is_refused_with_the_range(string row, int need)
    {
        ArgumentOutOfRangeException refusal = Should.Throw<ArgumentOutOfRangeException>(() => ChildAllowance.Order(person: 0, need), row);
        (refusal.ParamName, refusal.ActualValue).ShouldBe(("need", need), row);
        refusal.Message.ShouldStartWith("A need is 0 to 4.", Case.Sensitive, row);
    }

    [Fact]
    public void Order_names_the_body_that_has_what_is_needed() =>
        Enumerable.Range(0, 5).Select(need => ChildAllowance.Order(person: 0, need)).Select(order => $"{order.ItemSet} {order.Provider} {order.Items.Length}").ShouldBe(
            ["resident-record 102 2", "local-tax 103 2", "disability 201 1", "insurance-benefit 301 1", "pension-benefit 401 1"]);

    private static LabHolding Holding(int agency, long addressee, params ImmutableArray<Replica> replicas) => new(new AgencyId(agency), new AddresseeNumber(addressee), replicas);

    private static Replica Replica(long addressee) => new()
    {
        Addressee = new AddresseeNumber(addressee), AsOf = DateTimeOffset.UnixEpoch,
        Payload = new ItemSetPayload(new ItemSetId("set"), new LayoutVersion("1"), [new PayloadItem(new ItemId("item"), "value")]),
    };
}
