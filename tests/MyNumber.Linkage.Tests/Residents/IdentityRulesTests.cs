using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Residents;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Residents;

public sealed class IdentityRulesTests
{
    private static readonly IdentityRule Sound = Desk.Rules()[0];

    public static TheoryData<string, IdentityRule, RuleFault> Unsound => new()
    {
        { "no name", Sound with { Id = default }, RuleFault.Incomplete },
        { "no affair", Sound with { Affair = default }, RuleFault.Incomplete },
        { "no asker", Sound with { Asker = null! }, RuleFault.Incomplete },
        { "no basis", Sound with { Basis = null! }, RuleFault.Incomplete },
        { "no period", Sound with { Period = default }, RuleFault.Incomplete },
        { "no items", Sound with { Items = IdentityItems.None }, RuleFault.Items },
        { "unknown items", Sound with { Items = (IdentityItems)32 }, RuleFault.Items },
        { "basis without text", Sound with { Basis = new LegalBasis(BasisKind.Statute, " ") }, RuleFault.Basis },
        { "basis of no kind", Sound with { Basis = new LegalBasis(BasisKind.Unspecified, "invented") }, RuleFault.Basis },
        { "ordinance of nobody", Sound with { Basis = new LegalBasis(BasisKind.Ordinance, "invented") }, RuleFault.Basis },
        { "law of a body", Sound with { Basis = new LegalBasis(BasisKind.Statute, "invented", Bodies.City) }, RuleFault.Basis },
    };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void Unsound_rule_is_named_and_not_taken(string row, IdentityRule rule, RuleFault fault)
    {
        IdentityRules.TryCreate([Sound with { Id = new RuleId("other") }, rule], out IdentityRules? made, out IReadOnlyList<BadRule> bad).ShouldBeFalse(row);
        made.ShouldBeNull(row);
        bad.ShouldBe([new BadRule(1, rule.Id, fault)], row);
        Should.Throw<ArgumentException>(() => IdentityRules.Create([rule])).Message.ShouldContain(fault.ToString());
    }

    [Fact]
    public void Second_rule_of_a_name_is_not_taken()
    {
        IdentityRules.TryCreate([Sound, Sound], out _, out IReadOnlyList<BadRule> bad).ShouldBeFalse();
        bad.ShouldBe([new BadRule(1, Sound.Id, RuleFault.DuplicateId)]);
    }

    [Fact]
    public void Sound_rules_and_none_at_all_are_taken()
    {
        IdentityRules.TryCreate(Desk.Rules(), out _, out IReadOnlyList<BadRule> bad).ShouldBeTrue();
        bad.ShouldBeEmpty();
        IdentityRules.TryCreate([], out _, out _).ShouldBeTrue();
    }
}
