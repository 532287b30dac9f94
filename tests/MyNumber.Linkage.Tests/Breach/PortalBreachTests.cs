using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>Who runs the portal: its keys and rows. Reads what is shown to people, and must get no further.</summary>
public sealed class PortalBreachTests : BreachTests
{
    private LabBody Own => World.Lab[ChildAllowance.Portal];

    private Operator Worker => Own.CreateWorker(ChildAllowance.Affair, ChildAllowance.SelfInformation);

    [Fact]
    public async Task Portal_gets_no_data_by_the_rule_of_a_body_and_gets_ones_own_by_the_rule_for_that()
    {
        PortalCaller me = await World.LoginAsync(0);
        InquiryOrder order = ChildAllowance.Order(0, 1) with { Addressee = me.Account };
        (await Own.Asking.InquireAsync(Worker, order)).Outcome.ShouldBe(InquiryOutcome.RefusedByRule);
        (await Own.Asking.InquireAsync(Worker, order with { Affair = ChildAllowance.SelfInformation, Procedure = ChildAllowance.OwnData })).Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    [Fact]
    public async Task Portal_finds_no_records_by_a_code_that_is_not_its_own()
    {
        PortalCaller me = await World.LoginAsync(0);
        await World.AskTaxAsync(0);
        IRecordLine line = World.Lab.Core.Records.LineOf(ChildAllowance.Portal);
        foreach (AgencyId body in World.Lab.Network.Bodies.Where(body => body != ChildAllowance.Portal))
        {
            (await line.AskAsync(new RecordQuery { Code = await World.CodeAsync(body, 0) })).Outcome.ShouldBe(RecordQueryOutcome.CodeRefused);
        }

        (await line.AskAsync(new RecordQuery { Code = await World.Portal.Accounts.FindCodeAsync(me.Account) })).Records.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task No_row_and_no_page_of_the_portal_holds_another_bodys_code()
    {
        PortalCaller me = await World.LoginAsync(0);
        await World.AskTaxAsync(0);
        await World.NotifyAsync(0);
        await World.Portal.Own.AskAsync(me, BreachWorld.OwnTax);
        byte[][] clear = [.. (await World.RowsOfAsync(ChildAllowance.Portal)).Select(row => Own.Parts.Cipher.Open(row))];
        foreach (AgencyId body in World.Lab.Network.Bodies)
        {
            byte[] code = BreachWorld.BytesOf(await World.CodeAsync(body, 0));
            clear.Any(bytes => bytes.AsSpan().IndexOf(code) >= 0).ShouldBe(body == ChildAllowance.Portal);
        }
    }
}
