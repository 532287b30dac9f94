using System.Collections.Immutable;
using System.Text;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Payloads;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Permission.Json;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>The account for public payments (公金受取口座): an item set of the registrar that a rule from a file names; no code of the library knows it.</summary>
public sealed class PaymentAccountTests
{
    private const string Rule = """
        {"rules":[{"id":"payment-account","inquirer":{"kinds":["municipality"]},"affair":"benefit","procedure":"payment","provider":{"agencies":[701]},
         "itemSet":"payment-account","items":["bank","branch","kind","number","holder"],"basis":{"kind":"statute","text":"番号法 19条8号"},"from":"2022-10-01T00:00:00+09:00"}]}
        """;

    private static readonly AgencyId _city = new(101);
    private static readonly AgencyId _registrar = new(701);
    private static readonly ItemSetId _set = new("payment-account");
    private static readonly ItemId[] _items = [.. new[] { "bank", "branch", "kind", "number", "holder" }.Select(item => new ItemId(item))];

    private static InquiryOrder Order => new()
    {
        Addressee = new AddresseeNumber(10), Provider = _registrar, Affair = new AffairId("benefit"), Procedure = new ProcedureId("payment"), ItemSet = _set, Items = [.. _items],
    };

    [Fact]
    public async Task Account_is_provided_and_recorded_by_three_once_its_rule_is_loaded()
    {
        using LinkageLab lab = await StartAsync(Rule);
        InquiryResult result = await AskAsync(lab, Order);
        (result.State, result.Outcome).ShouldBe((InquiryState.Done, InquiryOutcome.Provided));
        result.Payload!.Items.Select(item => (item.Id.ToString(), item.Value)).ShouldBe([("bank", "0000"), ("branch", "001"), ("holder", "シケン タロウ"), ("kind", "1"), ("number", "0000001")], ignoreOrder: true);
        List<Digest> records = [];
        foreach (IRecordStore store in new[] { lab[_city].Stores.Records, lab[_registrar].Stores.Records, lab.Core.Stores.Records })
        {
            records.Add((await store.FindAsync(new RecordKey(result.Inquiry, 0)))!.Record.Commitment);
        }

        records.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_the_rule_nothing_is_provided()
    {
        using LinkageLab lab = await StartAsync("""{"rules":[]}""");
        InquiryResult result = await AskAsync(lab, Order);
        (result.Outcome, result.Payload).ShouldBe((InquiryOutcome.RefusedByRule, null));
    }

    [Theory]
    [InlineData("before the law", "2022-10-01T00:00:00+09:00\"", "2999-10-01T00:00:00+09:00\"")]
    [InlineData("for another affair", "\"benefit\"", "\"tax\"")]
    [InlineData("for prefectures", "municipality", "prefecture")]
    [InlineData("of another provider", "[701]", "[101]")]
    [InlineData("without the account number", "\"kind\",\"number\",", "\"kind\",")]
    public async Task Rule_that_says_something_else_does_not_open_the_account(string row, string part, string other)
    {
        string text = Rule.Replace(part, other, StringComparison.Ordinal);
        text.ShouldNotBe(Rule, row);
        using LinkageLab lab = await StartAsync(text);
        (await AskAsync(lab, Order)).Outcome.ShouldBe(InquiryOutcome.RefusedByRule, row);
    }

    [Fact]
    public async Task Person_without_a_registered_account_has_no_record()
    {
        using LinkageLab lab = await StartAsync(Rule);
        InquiryResult result = await AskAsync(lab, Order with { Addressee = new AddresseeNumber(11) });
        (result.Outcome, result.Payload).ShouldBe((InquiryOutcome.NoRecord, null));
    }

    private static Task<InquiryResult> AskAsync(LinkageLab lab, InquiryOrder order) => lab[_city].Asking.InquireAsync(lab[_city].CreateWorker(order.Affair), order).AsTask();

    private static async Task<LinkageLab> StartAsync(string rules)
    {
        PermissionRuleLoad load = PermissionRuleFile.Read(Encoding.UTF8.GetBytes(rules));
        load.IsComplete.ShouldBeTrue();
        LabNetworkBuilder network = new LabNetworkBuilder().AddBody(_city, AgencyKind.Municipality, "市").AddBody(_registrar, AgencyKind.State, "口座の登録機関");
        foreach (PermissionRule rule in load.Rules)
        {
            network.AddRule(rule);
        }

        ImmutableArray<Replica> account = [new Replica
        {
            Addressee = new AddresseeNumber(70),
            Payload = new ItemSetPayload(_set, new LayoutVersion("lab-1"), _items.Zip(["0000", "001", "1", "0000001", "シケン タロウ"], (item, value) => new PayloadItem(item, value))),
            AsOf = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero),
        }];
        network.AddPerson(new LabHolding(_city, new AddresseeNumber(10), []), new LabHolding(_registrar, new AddresseeNumber(70), account));
        network.AddPerson(new LabHolding(_city, new AddresseeNumber(11), []), new LabHolding(_registrar, new AddresseeNumber(71), []));
        return await LinkageLab.StartAsync(network.Build());
    }
}
