using System.Text;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Permission.Json;

namespace MyNumber.Linkage.Tests.Permission.Json;

public sealed class PermissionRuleFileTests
{
    private const string Good = """
        {"id":"r-tax","inquirer":{"kinds":["municipality"]},"affair":"child-allowance","procedure":"grant","provider":{"kinds":["municipality"]},
         "itemSet":"local-tax","items":["income","dependants"],"basis":{"kind":"statute","text":"番号法 19条8号"},"from":"2020-01-01T09:00:00+09:00"}
        """;

    private const string Ordinance = """
        {"id":"r-school","inquirer":{"agencies":[102]},"affair":"school-aid","procedure":"grant","provider":{"agencies":[101]},"itemSet":"local-tax","items":["income","dependants"],
         "basis":{"kind":"ordinance","text":"市の条例","body":101},"from":"2020-01-01T00:00:00Z","until":null,"manualRelease":false,"route":"withinBody","purpose":"general"}
        """;

    [Fact]
    public void Sound_file_gives_the_same_matrix_as_rules_in_code()
    {
        PermissionRuleLoad load = Read(Good, Ordinance);
        load.IsComplete.ShouldBeTrue();
        PermissionMatrix.Create(load.Rules).Version.ShouldBe(PermissionMatrix.Create([Rules.TaxForAllowance, Rules.SchoolWithinCity]).Version);
    }

    [Theory]
    [InlineData("unknown member", "\"id\"", "\"extra\":1,\"id\"", RuleFault.Shape, "")]
    [InlineData("member in another case", "\"affair\"", "\"Affair\"", RuleFault.Shape, "")]
    [InlineData("doubled member", "\"id\":\"r-tax\"", "\"id\":\"r-tax\",\"id\":\"r-tax\"", RuleFault.Shape, "")]
    [InlineData("member missing", "\"procedure\":\"grant\",", "", RuleFault.Shape, "")]
    [InlineData("null for a text", "\"grant\"", "null", RuleFault.Value, "procedure")]
    [InlineData("number for a text", "\"grant\"", "1", RuleFault.Shape, "")]
    [InlineData("time that is none", "2020-01-01T09:00:00+09:00", "2020-13-01T09:00:00+09:00", RuleFault.Shape, "")]
    [InlineData("id with a space", "r-tax", "r tax", RuleFault.Value, "id")]
    [InlineData("unknown kind", "[\"municipality\"]", "[\"city\"]", RuleFault.Value, "inquirer")]
    [InlineData("kinds and agencies", "{\"kinds\":[\"municipality\"]}", "{\"kinds\":[\"municipality\"],\"agencies\":[1]}", RuleFault.Value, "inquirer")]
    [InlineData("neither", "{\"kinds\":[\"municipality\"]}", "{}", RuleFault.Value, "inquirer")]
    [InlineData("agency of no number", "{\"kinds\":[\"municipality\"]}", "{\"agencies\":[0]}", RuleFault.Value, "inquirer")]
    [InlineData("item in Japanese", "\"income\"", "\"所得\"", RuleFault.Value, "items")]
    [InlineData("no item", "[\"income\",\"dependants\"]", "[]", RuleFault.Items, "")]
    [InlineData("unknown basis", "statute", "custom", RuleFault.Value, "basis")]
    [InlineData("ordinance of nobody", "statute", "ordinance", RuleFault.Basis, "")]
    [InlineData("ends before it begins", "+09:00\"", "+09:00\",\"until\":\"2019-01-01T00:00:00Z\"", RuleFault.Value, "until")]
    [InlineData("unknown route", "+09:00\"", "+09:00\",\"route\":\"post\"", RuleFault.Value, "route")]
    [InlineData("unknown purpose", "+09:00\"", "+09:00\",\"purpose\":\"fun\"", RuleFault.Value, "purpose")]
    public void Bad_rule_is_named_and_hides_no_other(string description, string part, string replacement, RuleFault fault, string member)
    {
        string bad = Good.Replace(part, replacement, StringComparison.Ordinal);
        bad.ShouldNotBe(Good, description);
        PermissionRuleLoad load = Read(bad, Ordinance, "7");
        load.Rules.Select(rule => rule.Id.ToString()).ShouldBe(["r-school"], description);
        load.Bad.Select(rule => (rule.Index, rule.Fault, rule.Member)).ShouldBe([(0, fault, member), (2, RuleFault.Shape, string.Empty)], description);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("no JSON", "rules: []")]
    [InlineData("an array", "[]")]
    [InlineData("rules null", "{\"rules\":null}")]
    [InlineData("rules missing", "{}")]
    [InlineData("further member", "{\"rules\":[],\"note\":\"x\"}")]
    [InlineData("comment", "{\"rules\":[]/* */}")]
    [InlineData("trailing comma", "{\"rules\":[],}")]
    [InlineData("too deep", "{\"rules\":[[[[[[[[[[[]]]]]]]]]]]}")]
    [InlineData("second value", "{\"rules\":[]}{}")]
    public void File_of_another_shape_is_refused(string description, string text)
    {
        PermissionRuleLoad load = PermissionRuleFile.Read(Encoding.UTF8.GetBytes(text));
        load.Bad.ShouldBe([new BadRule(-1, default, RuleFault.File)], description);
        load.Rules.ShouldBeEmpty();
    }

    [Fact]
    public void Second_rule_of_a_name_is_refused() => Read(Good, Good).Bad.ShouldBe([new BadRule(1, new RuleId("r-tax"), RuleFault.DuplicateId)]);

    [Fact]
    public void What_is_written_is_read_as_the_same_matrix()
    {
        PermissionRuleLoad load = PermissionRuleFile.Read(PermissionRuleFile.Write(Rules.All));
        load.IsComplete.ShouldBeTrue();
        PermissionMatrix.Create(load.Rules).Version.ShouldBe(PermissionMatrix.Create(Rules.All).Version);
    }

    private static PermissionRuleLoad Read(params string[] rules) => PermissionRuleFile.Read(Encoding.UTF8.GetBytes($"{{\"rules\":[{string.Join(',', rules)}]}}"));
}
