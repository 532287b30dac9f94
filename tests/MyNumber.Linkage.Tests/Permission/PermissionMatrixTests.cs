using FsCheck;
using FsCheck.Fluent;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Permission;

public sealed class PermissionMatrixTests
{
    public static TheoryData<string, PermissionRule> Changes => new()
    {
        { "name", Rules.TaxForAllowance with { Id = new RuleId("r-tax2") } },
        { "inquirer's kind", Rules.TaxForAllowance with { Inquirer = AgencyClass.OfKinds(AgencyKind.Prefecture) } },
        { "a further kind", Rules.TaxForAllowance with { Inquirer = AgencyClass.OfKinds(AgencyKind.Municipality, AgencyKind.State) } },
        { "named instead of kind", Rules.TaxForAllowance with { Inquirer = AgencyClass.Of(new AgencyId(3)) } },
        { "affair", Rules.TaxForAllowance with { Affair = Rules.Relief } },
        { "procedure", Rules.TaxForAllowance with { Procedure = new ProcedureId("review") } },
        { "provider", Rules.TaxForAllowance with { Provider = AgencyClass.Of(Bodies.City) } },
        { "set", Rules.TaxForAllowance with { ItemSet = Rules.Pension } },
        { "an item less", Rules.TaxForAllowance with { Items = [Rules.Income] } },
        { "another item", Rules.TaxForAllowance with { Items = [Rules.Income, Rules.Other] } },
        { "text of the basis", Rules.TaxForAllowance with { Basis = new LegalBasis(BasisKind.Statute, "番号法 19条7号") } },
        { "ordinance", Rules.TaxForAllowance with { Basis = new LegalBasis(BasisKind.Ordinance, "番号法 19条8号", Bodies.City) } },
        { "start by a millisecond", Rules.TaxForAllowance with { Period = new ValidPeriod(Bodies.Start.AddMilliseconds(1)) } },
        { "end", Rules.TaxForAllowance with { Period = new ValidPeriod(Bodies.Start, Bodies.Now) } },
        { "manual release", Rules.TaxForAllowance with { ManualRelease = true } },
        { "route", Rules.TaxForAllowance with { Route = ProvisionRoute.Direct } },
        { "purpose", Rules.TaxForAllowance with { Purpose = RulePurpose.Disaster } },
    };

    public static TheoryData<string, PermissionRule, RuleFault> Unsound => new()
    {
        { "no name", Rules.TaxForAllowance with { Id = default }, RuleFault.Incomplete },
        { "no affair", Rules.TaxForAllowance with { Affair = default }, RuleFault.Incomplete },
        { "no procedure", Rules.TaxForAllowance with { Procedure = default }, RuleFault.Incomplete },
        { "no set", Rules.TaxForAllowance with { ItemSet = default }, RuleFault.Incomplete },
        { "no period", Rules.TaxForAllowance with { Period = default }, RuleFault.Incomplete },
        { "no inquirer", Rules.TaxForAllowance with { Inquirer = null! }, RuleFault.Incomplete },
        { "no basis", Rules.TaxForAllowance with { Basis = null! }, RuleFault.Incomplete },
        { "basis of no kind", Rules.TaxForAllowance with { Basis = new LegalBasis(BasisKind.Unspecified, "x") }, RuleFault.Incomplete },
        { "route of no meaning", Rules.TaxForAllowance with { Route = (ProvisionRoute)9 }, RuleFault.Incomplete },
        { "no item", Rules.TaxForAllowance with { Items = [] }, RuleFault.Items },
        { "empty item", Rules.TaxForAllowance with { Items = [default] }, RuleFault.Items },
        { "too many items", Rules.TaxForAllowance with { Items = [.. Enumerable.Range(0, 10_001).Select(item => new ItemId($"i{item}"))] }, RuleFault.Items },
        { "basis without text", Rules.TaxForAllowance with { Basis = new LegalBasis(BasisKind.Statute, " ") }, RuleFault.Basis },
        { "ordinance of nobody", Rules.TaxForAllowance with { Basis = new LegalBasis(BasisKind.Ordinance, "条例") }, RuleFault.Basis },
        { "law of a city", Rules.TaxForAllowance with { Basis = new LegalBasis(BasisKind.Statute, "法", Bodies.City) }, RuleFault.Basis },
        { "between organs by law", Rules.TaxForAllowance with { Route = ProvisionRoute.WithinBody }, RuleFault.WithinBodyNeedsOrdinance },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Unsound_rule_makes_no_matrix(string description, PermissionRule rule, RuleFault expected)
    {
        PermissionMatrix.TryCreate([Rules.PensionForAllowance, rule], out PermissionMatrix? matrix, out IReadOnlyList<BadRule> bad).ShouldBeFalse(description);
        matrix.ShouldBeNull();
        bad.ShouldBe([new BadRule(1, rule.Id, expected)], description);
        Should.Throw<ArgumentException>(() => PermissionMatrix.Create([rule]), description);
    }

    [Fact]
    public void Every_unsound_rule_is_named()
    {
        PermissionRule bad = Rules.TaxForAllowance with { Items = [] };
        PermissionMatrix.TryCreate([bad, Rules.TaxForAllowance, Rules.TaxForAllowance], out _, out IReadOnlyList<BadRule> faults).ShouldBeFalse();
        faults.ShouldBe([new BadRule(0, bad.Id, RuleFault.Items), new BadRule(2, bad.Id, RuleFault.DuplicateId)]);
    }

    [Fact]
    public void Version_is_the_hash_that_another_program_makes()
    {
        PermissionMatrix.Create([Rules.TaxForAllowance, Rules.PensionForAllowance]).Version.ToString()
            .ShouldBe("3fbd4ac6e9e8e7f5039bf6f577f5a0eef4f76324f46d1d380d0bb53297f613ea");
        PermissionMatrix.Create([]).Version.ToString().ShouldBe("b105202035fcab3d2f2d55cc3a7540e15e3fcff6f3552b0cc7bd945be5469b62");
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Any_change_of_any_rule_is_another_version(string description, PermissionRule changed)
    {
        MatrixVersion before = PermissionMatrix.Create([Rules.TaxForAllowance, Rules.PensionForAllowance]).Version;
        PermissionMatrix.Create([changed, Rules.PensionForAllowance]).Version.ShouldNotBe(before, description);
    }

    [Fact]
    public void Order_of_rules_and_items_makes_no_difference() => Prop.ForAll(
        Gen.Shuffle(Rules.All).ToArbitrary(),
        rules => PermissionMatrix.Create(rules.Select(rule => rule with { Items = [.. rule.Items.Reverse()] })).Version == PermissionMatrix.Create(Rules.All).Version)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Items_that_the_caller_changes_later_change_nothing()
    {
        ItemId[] items = [Rules.Income];
        PermissionMatrix matrix = PermissionMatrix.Create([Rules.TaxForAllowance with { Items = items }]);
        items[0] = Rules.Other;
        matrix.Rules[0].Items.ShouldBe([Rules.Income]);
    }

    [Fact]
    public void Version_reads_its_own_bytes_and_no_others()
    {
        MatrixVersion version = PermissionMatrix.Create(Rules.All).Version;
        MatrixVersion.FromBytes(version.ToBytes()).ShouldBe(version);
        (version.IsEmpty, default(MatrixVersion).IsEmpty).ShouldBe((false, true));
        Should.Throw<ArgumentException>(() => MatrixVersion.FromBytes(new byte[31]));
        Should.Throw<ArgumentException>(() => version.CopyTo(new byte[31]));
    }

    [Fact]
    public void Class_without_anybody_is_refused()
    {
        Should.Throw<ArgumentException>(() => AgencyClass.Of());
        Should.Throw<ArgumentException>(() => AgencyClass.Of(default(AgencyId)));
        Should.Throw<ArgumentException>(() => AgencyClass.OfKinds());
        Should.Throw<ArgumentException>(() => AgencyClass.OfKinds(AgencyKind.Unspecified));
        AgencyClass.OfKinds(AgencyKind.State, AgencyKind.State).Kinds.ShouldBe([AgencyKind.State]);
        AgencyClass.Of(Bodies.City).Agencies.ShouldBe([Bodies.City]);
    }
}
