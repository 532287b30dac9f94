using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.SelfInformation;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;

namespace MyNumber.Linkage.Tests.Portal.SelfInformation;

public sealed class SelfInformationTests : IAsyncLifetime
{
    private PortalWorld _world = null!;
    private PortalCaller _me;
    private PortalCaller _other;

    public async Task InitializeAsync()
    {
        _world = await PortalWorld.StartAsync();
        _me = PortalCaller.Self(await _world.Side.LoginAsync(1));
        _other = PortalCaller.Self(await _world.Side.LoginAsync(2));
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Person_sees_their_own_items_and_three_parties_record_it()
    {
        InquiryResult result = await _world.Side.Own.AskAsync(_me, Tax);
        (result.State, result.Payload!.Items.Single().Value).ShouldBe((InquiryState.Done, "3000000"));
        RecordKey key = new(result.Inquiry, 0);
        SaltedRecord record = (await _world.CoreRecords.FindAsync(key))!.Record;
        (record.Record.Inquirer, record.Record.Rule).ShouldBe((Bodies.Portal, new RuleId("r-own-tax")));
        (await _world.Portal.Records.FindAsync(key))!.Record.Commitment.ShouldBe(record.Commitment);
        (await _world.OtherCity.Records.FindAsync(key))!.Record.Commitment.ShouldBe(record.Commitment);
    }

    [Fact]
    public async Task Own_question_shows_among_the_persons_records()
    {
        await _world.Side.Own.AskAsync(_me, Tax);
        (await _world.Side.View.ReadAsync(_me, default, null, 9, null)).Records.ShouldHaveSingleItem().Record.Record.Inquirer.ShouldBe(Bodies.Portal);
        (await _world.Side.View.ReadAsync(_other, default, null, 9, null)).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_withheld_is_answered_and_recorded_like_what_is_not_there()
    {
        await _world.OtherCity.Space.PutAsync([PortalWorld.Replica(1, Rules.Tax, ("income", "1")) with { IsUndisclosed = true, AsOf = Bodies.Now }]);
        await _world.OtherCity.Space.RemoveReplicaAsync(new AddresseeNumber(2), Rules.Tax);
        AccessRecord[] records = [await RecordAsync(_me), await RecordAsync(_other)];
        foreach (AccessRecord record in records)
        {
            (record.Outcome, record.NonDisclosure, record.ProvidedAt).ShouldBe((InquiryOutcome.NoRecord, NonDisclosure.None, null));
        }

        (await _world.Side.View.ReadAsync(_me, default, null, 9, null)).Records.Length.ShouldBe(1);
        (records[0] with { Inquiry = records[1].Inquiry }).ShouldBe(records[1]);
    }

    [Fact]
    public async Task Other_bodies_are_still_provided_with_what_is_withheld_from_the_person()
    {
        await _world.OtherCity.Space.PutAsync([PortalWorld.Replica(1, Rules.Tax, ("income", "1")) with { IsUndisclosed = true, AsOf = Bodies.Now }]);
        (await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1))).Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    [Fact]
    public async Task Answer_that_waits_for_a_human_is_collected_later_by_the_person_alone()
    {
        InquiryResult waiting = await _world.Side.Own.AskAsync(_me, Pension);
        waiting.State.ShouldBe(InquiryState.Waiting);
        Operator clerk = new(new OperatorId("clerk-2"), Bodies.PensionOffice, [PortalWorld.SelfAffair], Bodies.Open);
        (await _world.Pension.Giving.ReleaseAsync(clerk, waiting.Inquiry)).ShouldBe(ReleaseOutcome.Released);
        (await _world.Side.Own.CollectAsync(_other, waiting.Inquiry, Pension)).State.ShouldBe(InquiryState.Unknown);
        (await _world.Side.Own.CollectAsync(_me, waiting.Inquiry, Tax)).State.ShouldBe(InquiryState.Unknown);
        (await _world.Side.Own.CollectAsync(_me, waiting.Inquiry, Pension)).Payload!.Items.Single().Value.ShouldBe("800000");
    }

    [Fact]
    public async Task What_no_rule_for_self_information_names_is_refused()
    {
        (await _world.Side.Own.AskAsync(_me, Tax with { Items = [Rules.Other] })).Outcome.ShouldBe(InquiryOutcome.RefusedByRule);
        (await _world.Side.Own.AskAsync(_me, Tax with { Procedure = Rules.Grant })).Outcome.ShouldBe(InquiryOutcome.RefusedByRule);
        (await _world.Side.Own.AskAsync(_me, Tax with { Provider = Bodies.PensionOffice })).Outcome.ShouldBe(InquiryOutcome.RefusedByRule);
    }

    [Fact]
    public async Task Account_that_is_not_there_or_has_no_code_asks_nothing()
    {
        (await _world.Side.Own.AskAsync(PortalCaller.Self(new AddresseeNumber(1)), Tax)).State.ShouldBe(InquiryState.OperatorNotAllowed);
        (await _world.Side.Own.AskAsync(PortalCaller.Self(await _world.Side.Accounts.OpenAsync(PortalSide.Handle(9))), Tax)).State.ShouldBe(InquiryState.NoCode);
        (await _world.CoreRecords.ReadCommitmentsAsync(0, 9)).ShouldBeEmpty();
    }

    private static SelfInformationOrder Tax => new() { Provider = Bodies.OtherCity, Procedure = PortalWorld.SelfProcedure, ItemSet = Rules.Tax, Items = [Rules.Income] };

    private static SelfInformationOrder Pension => Tax with { Provider = Bodies.PensionOffice, ItemSet = Rules.Pension };

    private async Task<AccessRecord> RecordAsync(PortalCaller caller) =>
        (await _world.CoreRecords.FindAsync(new RecordKey((await _world.Side.Own.AskAsync(caller, Tax)).Inquiry, 0)))!.Record.Record;
}
