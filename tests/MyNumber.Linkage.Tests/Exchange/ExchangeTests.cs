using System.Text;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;

namespace MyNumber.Linkage.Tests.Exchange;

public sealed class ExchangeTests : ExchangeTestsBase
{
    [Fact]
    public async Task Permitted_inquiry_brings_the_items_asked_for_and_three_equal_records()
    {
        InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        (result.State, result.Outcome, result.AsOf).ShouldBe((InquiryState.Done, InquiryOutcome.Provided, Bodies.Now.AddDays(-1)));
        result.Payload!.Items.Select(item => $"{item.Id}={item.Value}").ShouldBe(["dependants=2", "income=3000000"]);

        Digest[] records = await World.CommitmentsAsync(result.Inquiry, World.OtherCity);
        records.Distinct().Count().ShouldBe(1);
        records[0].IsZero.ShouldBeFalse();
        AccessRecord record = (await World.CoreRecords.FindAsync(new RecordKey(result.Inquiry, 0)))!.Record.Record;
        (record.Inquirer, record.Provider, record.Rule, record.RequestedAt, record.ProvidedAt).ShouldBe((Bodies.City, Bodies.OtherCity, new RuleId("r-tax"), Bodies.Now, Bodies.Now));
    }

    [Fact]
    public async Task Inquirer_and_provider_see_their_own_codes_only()
    {
        await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        AgencyCode mine = await World.City.Space.FindCodeAsync(new AddresseeNumber(11));
        AgencyCode theirs = await World.OtherCity.Space.FindCodeAsync(new AddresseeNumber(22));
        mine.ShouldNotBe(theirs);
        World.OtherCity.ProviderLine.Last!.Code.ShouldBe(theirs);
    }

    [Fact]
    public async Task Nothing_that_the_core_keeps_or_passes_on_holds_the_data()
    {
        await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        Encoding.UTF8.GetString(MessageEncoding.Write(result.Evidence!)).ShouldNotContain("3000000");
        foreach (BodyRow row in await World.CoreStore.ListAsync(new AgencyId(AgencyId.MaxValue), BodyTable.Provision, null, 10))
        {
            Encoding.UTF8.GetString(row.Sealed.Span).ShouldNotContain("3000000");
        }
    }

    [Fact]
    public async Task What_no_rule_permits_is_refused_and_recorded_without_the_provider()
    {
        InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.Order(Bodies.OtherCity, Rules.Tax, Rules.Income, Rules.Other));
        (result.State, result.Outcome, result.Payload).ShouldBe((InquiryState.Done, InquiryOutcome.RefusedByRule, null));
        World.OtherCity.ProviderLine.Asked.ShouldBe(0);
        Digest[] records = await World.CommitmentsAsync(result.Inquiry, World.OtherCity);
        (records[0] == records[2], records[0].IsZero, records[1].IsZero).ShouldBe((true, false, true));
    }

    [Fact]
    public async Task Operator_of_another_affair_sends_nothing()
    {
        Operator other = new(new OperatorId("clerk-9"), Bodies.City, [new AffairId("income-tax")], Bodies.Open);
        (await World.City.Asking.InquireAsync(other, ExchangeWorld.TaxOrder)).State.ShouldBe(InquiryState.OperatorNotAllowed);
        (await World.City.Asking.InquireAsync(World.PensionClerk, ExchangeWorld.TaxOrder)).State.ShouldBe(InquiryState.OperatorNotAllowed);
        (await World.CoreRecords.ReadCommitmentsAsync(0, 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Person_without_a_code_cannot_be_asked_about() =>
        (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder with { Addressee = new AddresseeNumber(99) })).State.ShouldBe(InquiryState.NoCode);

    [Fact]
    public async Task Provider_without_the_set_says_so_and_all_three_record_it()
    {
        await World.OtherCity.Space.RemoveReplicaAsync(new AddresseeNumber(22), Rules.Tax);
        InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        (result.Outcome, result.Payload).ShouldBe((InquiryOutcome.NoRecord, null));
        (await World.CommitmentsAsync(result.Inquiry, World.OtherCity)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
    }

    [Fact]
    public async Task Code_of_another_body_is_told_apart_from_a_forged_one()
    {
        AgencyCode foreign = await World.OtherCity.Space.FindCodeAsync(new AddresseeNumber(22));
        AgencyCode forged = AgencyCode.FromEnvelope([1, 0, .. new byte[16]]);
        await World.City.Space.TieAsync(new AddresseeNumber(1), foreign);
        await World.City.Space.TieAsync(new AddresseeNumber(2), forged);
        (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder with { Addressee = new AddresseeNumber(1) })).Outcome.ShouldBe(InquiryOutcome.CodeForeign);
        (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder with { Addressee = new AddresseeNumber(2) })).Outcome.ShouldBe(InquiryOutcome.CodeInvalid);
    }

    [Fact]
    public async Task Sensitive_answer_waits_for_a_human_and_is_collected_afterwards()
    {
        InquiryResult waiting = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.PensionOrder);
        waiting.State.ShouldBe(InquiryState.Waiting);
        InquiryId held = (await World.Pension.Giving.ListHeldAsync(World.PensionClerk)).ShouldHaveSingleItem();
        (await World.Pension.Giving.ListHeldAsync(World.Clerk)).ShouldBeEmpty();
        (await World.Pension.Giving.FindHeldAsync(World.PensionClerk, held))!.Addressee.ShouldBe(new AddresseeNumber(33));
        (await World.City.Asking.CollectAsync(World.Clerk, held)).State.ShouldBe(InquiryState.Waiting);

        (await World.Pension.Giving.ReleaseAsync(World.Clerk, held)).ShouldBe(ReleaseOutcome.OperatorNotAllowed);
        (await World.Pension.Giving.ReleaseAsync(World.PensionClerk, held)).ShouldBe(ReleaseOutcome.Released);
        (await World.Pension.Giving.ListHeldAsync(World.PensionClerk)).ShouldBeEmpty();
        InquiryResult result = await World.City.Asking.CollectAsync(World.Clerk, held);
        (result.State, result.Payload!.Items[0].Value).ShouldBe((InquiryState.Done, "800000"));
        (await World.CommitmentsAsync(held, World.Pension)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
        (await World.Pension.Giving.ReleaseAsync(World.PensionClerk, held)).ShouldBe(ReleaseOutcome.Released);
        (await World.Pension.Giving.ReleaseAsync(World.PensionClerk, InquiryId.Create(Bodies.Now))).ShouldBe(ReleaseOutcome.Unknown);
    }

    [Fact]
    public async Task Answer_that_is_not_released_in_time_expires_at_all_three()
    {
        InquiryId held = (await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.PensionOrder)).Inquiry;
        World.Clock.Now += TimeSpan.FromMinutes(11);
        (await World.Core.ResumeAsync()).ShouldBe(1);
        (await World.City.Asking.ResumeAsync()).ShouldBe(1);
        (await World.City.Asking.CollectAsync(World.Clerk, held)).Outcome.ShouldBe(InquiryOutcome.Expired);
        (await World.CommitmentsAsync(held, World.Pension)).Distinct().ShouldHaveSingleItem().IsZero.ShouldBeFalse();
        (await World.Pension.Giving.ReleaseAsync(World.PensionClerk, held)).ShouldBe(ReleaseOutcome.TooLate);
    }

    [Fact]
    public async Task Logs_of_all_parties_agree_whether_inquiries_were_answered_or_refused()
    {
        foreach (InquiryOrder order in new[] { ExchangeWorld.TaxOrder, ExchangeWorld.TaxOrder with { ItemSet = new ItemSetId("unknown-set") }, ExchangeWorld.TaxOrder })
        {
            (await World.City.Asking.InquireAsync(World.Clerk, order)).State.ShouldBe(InquiryState.Done);
        }

        IReadOnlyList<RecordScope> scopes = await World.CoreRecords.ReadScopesAsync(RecordDay.Of(Bodies.Now));
        scopes.Select(scope => scope.Provider).ShouldBe([Bodies.OtherCity, default], ignoreOrder: true);
        foreach (RecordScope scope in scopes)
        {
            DayListing inquirer = await DayListing.ReadAsync(World.City.Records, scope);
            DayListing core = await DayListing.ReadAsync(World.CoreRecords, scope);
            inquirer.Count.ShouldBe(scope.Provider.IsEmpty ? 1 : 2);
            (scope.Provider.IsEmpty
                ? await Reconciler.CompareAsync(inquirer, core)
                : await Reconciler.CompareAsync(inquirer, await DayListing.ReadAsync(World.OtherCity.Records, scope), core)).Agrees.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Refusal_that_one_of_two_parties_lacks_is_found()
    {
        InquiryResult refused = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder with { ItemSet = new ItemSetId("unknown-set") });
        RecordScope scope = (await World.CoreRecords.ReadScopesAsync(RecordDay.Of(Bodies.Now))).ShouldHaveSingleItem();
        RecordFinding finding = (await Reconciler.CompareAsync(new DayListing([]), await DayListing.ReadAsync(World.CoreRecords, scope))).Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Parties, finding.Keys[0]).ShouldBe((DeviationKind.Omitted, LogParties.Inquirer | LogParties.Core, new RecordKey(refused.Inquiry, 0)));
    }

    [Fact]
    public async Task Undisclosed_replica_marks_the_record_at_all_three()
    {
        await World.OtherCity.Space.PutAsync([ExchangeWorld.Replica(22, Rules.Tax, ("income", "1")) with { IsUndisclosed = true, AsOf = Bodies.Now }]);
        InquiryResult result = await World.City.Asking.InquireAsync(World.Clerk, ExchangeWorld.TaxOrder);
        (await World.CoreRecords.FindAsync(new RecordKey(result.Inquiry, 0)))!.Record.Record.IsDisclosed.ShouldBeFalse();
        (await World.CommitmentsAsync(result.Inquiry, World.OtherCity)).Distinct().ShouldHaveSingleItem();
    }
}
