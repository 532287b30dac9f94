using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Permission;

public sealed class PermissionPolicyTests
{
    private static readonly PermissionRequest _request = Rules.Asking(Rules.TaxForAllowance, Bodies.City, Bodies.OtherCity);

    public static TheoryData<string, PermissionRequest, PermissionRefusal> Refusals => new()
    {
        { "unknown inquirer", _request with { Inquirer = new AgencyId(9) }, PermissionRefusal.UnknownInquirer },
        { "unknown provider", _request with { Provider = new AgencyId(9) }, PermissionRefusal.UnknownProvider },
        { "before the inquirer was an agency", _request with { At = Bodies.Start.AddMilliseconds(-1) }, PermissionRefusal.UnknownInquirer },
        { "inquirer of another kind", _request with { Inquirer = Bodies.TaxOffice }, PermissionRefusal.NoRule },
        { "provider of another kind", _request with { Provider = Bodies.PensionOffice }, PermissionRefusal.NoRule },
        { "another affair", _request with { Affair = Rules.Relief }, PermissionRefusal.NoRule },
        { "another procedure", _request with { Procedure = new ProcedureId("review") }, PermissionRefusal.NoRule },
        { "another set", _request with { ItemSet = Rules.Slip }, PermissionRefusal.NoRule },
        { "an item too many", _request with { Items = new[] { Rules.Income, Rules.Other } }, PermissionRefusal.ItemOutsideSet },
        { "no item", _request with { Items = default }, PermissionRefusal.ItemOutsideSet },
        { "an empty item", _request with { Items = new ItemId[1] }, PermissionRefusal.ItemOutsideSet },
        { "past the network", _request with { Route = ProvisionRoute.Direct }, PermissionRefusal.NotViaNetwork },
        { "an organ of the same body by a law", _request with { Provider = Bodies.SchoolBoard }, PermissionRefusal.NeedsRuleWithinBody },
        { "itself", _request with { Provider = Bodies.City }, PermissionRefusal.NeedsRuleWithinBody },
        { "another body's ordinance", Rules.Asking(Rules.PensionByOrdinance, Bodies.OtherCity, Bodies.PensionOffice), PermissionRefusal.NoRule },
        { "a slip through the network", Rules.Asking(Rules.SlipToTaxOffice, Bodies.TaxOffice, Bodies.City) with { Route = ProvisionRoute.Network }, PermissionRefusal.OutsideNetwork },
        { "between organs through the network", Rules.Asking(Rules.SchoolWithinCity, Bodies.SchoolBoard, Bodies.City) with { Route = ProvisionRoute.Network }, PermissionRefusal.NoRule },
        { "a rule for organs from another body", Rules.Asking(Rules.SchoolWithinCity, Bodies.SchoolBoard, Bodies.OtherCity), PermissionRefusal.NoRule },
        { "a rule for disasters without one", Rules.Asking(Rules.ReliefForVictims, Bodies.City, Bodies.PensionOffice), PermissionRefusal.NoDisaster },
        { "nothing at all", default, PermissionRefusal.UnknownInquirer },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_no_rule_allows_is_refused_with_its_reason(string description, PermissionRequest request, PermissionRefusal expected)
    {
        PermissionPolicy policy = Rules.Policy();
        PermissionDecision decision = policy.Decide(request);
        (decision.IsAllowed, decision.Refusal, decision.Rule).ShouldBe((false, expected, null), description);
        decision.Version.ShouldBe(policy.Matrix.Version);
    }

    [Theory]
    [InlineData("by law", 0, 101, 103, false)]
    [InlineData("with manual release", 1, 101, 201, true)]
    [InlineData("the law serves any city", 1, 103, 201, true)]
    [InlineData("by the city's ordinance", 2, 101, 201, false)]
    [InlineData("the slip goes directly", 3, 202, 101, false)]
    [InlineData("between organs by ordinance", 4, 102, 101, false)]
    public void What_a_rule_allows_is_allowed_by_that_rule(string description, int rule, int inquirer, int provider, bool manualRelease)
    {
        PermissionDecision decision = Rules.Policy().Decide(Rules.Asking(Rules.All[rule], new AgencyId(inquirer), new AgencyId(provider)));
        decision.IsAllowed.ShouldBeTrue(description);
        (decision.Rule.Id, decision.ManualRelease, decision.Refusal).ShouldBe((Rules.All[rule].Id, manualRelease, PermissionRefusal.None), description);
    }

    [Theory]
    [InlineData("a day before", -1, PermissionRefusal.NotYetValid)]
    [InlineData("the first moment", 0, PermissionRefusal.None)]
    [InlineData("the last day", 9, PermissionRefusal.None)]
    [InlineData("the day of the end", 10, PermissionRefusal.Expired)]
    public void Rule_holds_from_its_first_moment_to_its_end(string description, int day, PermissionRefusal expected)
    {
        PermissionRule rule = Rules.TaxForAllowance with { Period = new ValidPeriod(Bodies.Now, Bodies.Now.AddDays(10)) };
        PermissionPolicy policy = new(Bodies.Directory, PermissionMatrix.Create([rule]), PermissionNotices.None);
        policy.Decide(_request with { At = Bodies.Now.AddDays(day) }).Refusal.ShouldBe(expected, description);
    }

    [Fact]
    public void Empty_matrix_refuses_everything() =>
        new PermissionPolicy(Bodies.Directory, PermissionMatrix.Create([]), PermissionNotices.None).Decide(_request).Refusal.ShouldBe(PermissionRefusal.NoRule);

    [Fact]
    public void Decision_never_made_is_a_refusal() => (default(PermissionDecision).IsAllowed, default(PermissionDecision).Refusal).ShouldBe((false, PermissionRefusal.NoRule));

    [Fact]
    public void Of_two_rules_that_allow_the_one_with_manual_release_wins()
    {
        PermissionRule careful = Rules.TaxForAllowance with { Id = new RuleId("z"), Inquirer = AgencyClass.Of(Bodies.City), ManualRelease = true };
        PermissionPolicy policy = new(Bodies.Directory, PermissionMatrix.Create([Rules.TaxForAllowance, careful]), PermissionNotices.None);
        policy.Decide(_request).Rule!.Id.ShouldBe(careful.Id);
    }

    [Fact]
    public void Reason_of_the_nearest_rule_is_told()
    {
        PermissionRule old = Rules.TaxForAllowance with { Id = new RuleId("old"), Items = [Rules.Other], Period = new ValidPeriod(Bodies.Start, Bodies.Now) };
        PermissionPolicy policy = new(Bodies.Directory, PermissionMatrix.Create([old, Rules.TaxForAllowance]), PermissionNotices.None);
        policy.Decide(_request with { Items = new[] { Rules.Other } }).Refusal.ShouldBe(PermissionRefusal.ItemOutsideSet);
    }

    [Theory]
    [InlineData("against all, all sets", 0, null, PermissionRefusal.RestrictedByOrdinance)]
    [InlineData("against this city", 101, null, PermissionRefusal.RestrictedByOrdinance)]
    [InlineData("against another city", 103, null, PermissionRefusal.None)]
    [InlineData("this set", 0, "pension", PermissionRefusal.RestrictedByOrdinance)]
    [InlineData("another set", 0, "local-tax", PermissionRefusal.None)]
    public void Restriction_of_a_provider_stops_what_rests_on_an_ordinance(string description, int inquirer, string? set, PermissionRefusal expected)
    {
        OrdinanceRestriction restriction = new(Bodies.PensionOffice, Bodies.Open, inquirer == 0 ? default : new AgencyId(inquirer), set is null ? default : new ItemSetId(set));
        PermissionPolicy policy = Rules.Policy(new PermissionNotices([restriction], [], []));
        policy.Decide(Rules.Asking(Rules.PensionByOrdinance, Bodies.City, Bodies.PensionOffice)).Refusal.ShouldBe(expected, description);
        policy.Decide(Rules.Asking(Rules.PensionForAllowance, Bodies.City, Bodies.PensionOffice)).IsAllowed.ShouldBeTrue("the law is not touched");
    }

    [Theory]
    [InlineData("the receiving file of the inquirer", 101, true, PermissionRefusal.AssessmentBreach)]
    [InlineData("the file of the provider", 103, false, PermissionRefusal.AssessmentBreach)]
    [InlineData("the inquirer's file from which it provides", 101, false, PermissionRefusal.None)]
    [InlineData("the provider's receiving file", 103, true, PermissionRefusal.None)]
    [InlineData("a third body", 201, true, PermissionRefusal.None)]
    public void Breach_of_the_assessment_stops_what_flows_in_or_out(string description, int agency, bool isReceiving, PermissionRefusal expected)
    {
        PermissionNotices notices = new([], [new AssessmentBreach(new AgencyId(agency), isReceiving, Bodies.Open)], []);
        Rules.Policy(notices).Decide(_request).Refusal.ShouldBe(expected, description);
    }

    [Fact]
    public void Notices_end_with_their_period()
    {
        ValidPeriod past = new(Bodies.Start, Bodies.Now);
        PermissionNotices notices = new([new OrdinanceRestriction(Bodies.PensionOffice, past)], [new AssessmentBreach(Bodies.City, true, past)], []);
        Rules.Policy(notices).Decide(Rules.Asking(Rules.PensionByOrdinance, Bodies.City, Bodies.PensionOffice)).IsAllowed.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => new PermissionNotices([default], [], []));
        Should.Throw<ArgumentException>(() => new PermissionNotices([], [new AssessmentBreach(Bodies.City, true, default)], []));
    }

    [Fact]
    public void Disaster_wakes_the_rules_of_the_body_that_it_struck()
    {
        PermissionPolicy policy = Rules.Policy(new PermissionNotices([], [], [new DisasterNotice(Bodies.City, Bodies.Open)]));
        policy.Decide(Rules.Asking(Rules.ReliefForVictims, Bodies.City, Bodies.PensionOffice)).IsAllowed.ShouldBeTrue();
        policy.Decide(Rules.Asking(Rules.ReliefForVictims, Bodies.OtherCity, Bodies.PensionOffice)).Refusal.ShouldBe(PermissionRefusal.NoDisaster);
    }

    [Fact]
    public void Operator_is_limited_to_own_affairs()
    {
        Operator clerk = new(new OperatorId("c-17"), Bodies.City, [Rules.Allowance], Bodies.Open);
        Operator taxClerk = new(new OperatorId("c-18"), Bodies.City, [new AffairId("tax")], Bodies.Open);
        Rules.Policy().DecideFor(clerk, _request).IsAllowed.ShouldBeTrue();
        Rules.Policy().DecideFor(taxClerk, _request).Refusal.ShouldBe(PermissionRefusal.OperatorNotAllowed);
        Rules.Policy().DecideFor(clerk, _request with { Inquirer = Bodies.OtherCity, Provider = Bodies.City }).Refusal.ShouldBe(PermissionRefusal.OperatorNotAllowed);
    }

    [Fact]
    public void Decision_allocates_nothing()
    {
        PermissionPolicy policy = Rules.Policy(new PermissionNotices([new OrdinanceRestriction(Bodies.OtherCity, Bodies.Open)], [new AssessmentBreach(Bodies.City, false, Bodies.Open)], []));
        policy.Decide(_request).IsAllowed.ShouldBeTrue();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 1000; round++)
        {
            policy.Decide(_request);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
