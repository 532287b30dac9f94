using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;

namespace MyNumber.Linkage.Tests.Portal;

public sealed class HolderAndExpiryTests : IAsyncLifetime
{
    private PortalWorld _world = null!;

    public async Task InitializeAsync() => _world = await PortalWorld.StartAsync();

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("inquirer suspended", 11, CodeHolderStatus.Suspended)]
    [InlineData("inquirer closed", 11, CodeHolderStatus.Closed)]
    [InlineData("provider suspended", 13, CodeHolderStatus.Suspended)]
    [InlineData("provider closed", 13, CodeHolderStatus.Closed)]
    public async Task Holder_that_uses_no_codes_is_refused_and_that_is_recorded(string row, int holder, CodeHolderStatus status)
    {
        _world.SetStatus(new CodeHolderId(holder), status);
        InquiryResult result = await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1));
        (result.State, result.Outcome, result.Payload).ShouldBe((InquiryState.Done, InquiryOutcome.HolderSuspended, null), row);
        RecordKey key = new(result.Inquiry, 0);
        (await _world.CoreRecords.FindAsync(key))!.Record.Commitment.ShouldBe((await _world.City.Records.FindAsync(key))!.Record.Commitment);
        (await _world.OtherCity.Records.FindAsync(key)).ShouldBeNull();
    }

    [Fact]
    public async Task Holder_in_use_again_is_served_again()
    {
        _world.SetStatus(Bodies.CityHolder, CodeHolderStatus.Suspended);
        await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1));
        _world.Directory = Bodies.Directory;
        (await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1))).Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    [Fact]
    public async Task What_is_noted_of_an_inquiry_goes_when_its_record_expires_at_all_three()
    {
        InquiryResult old = await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1));
        _world.Clock.Now = Bodies.Now.AddYears(4);
        InquiryResult young = await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1));
        _world.Clock.Now = Bodies.Now.AddYears(7).AddDays(2);

        (await _world.City.Asking.ForgetAsync(await _world.City.Parts.Log.ShredExpiredAsync(100))).ShouldBe(1);
        (await _world.OtherCity.Giving.ForgetAsync(await _world.OtherCity.Parts.Log.ShredExpiredAsync(100))).ShouldBe(1);
        (await _world.Core.ForgetAsync(await _world.CoreParts.Log.ShredExpiredAsync(100))).ShouldBe(1);

        (await RowsAsync(_world.City.Parts.Store, Bodies.City, BodyTable.Inquiry)).ShouldBe(1);
        (await RowsAsync(_world.OtherCity.Parts.Store, Bodies.OtherCity, BodyTable.Provision)).ShouldBe(1);
        (await RowsAsync(_world.CoreParts.Store, _world.CoreParts.Cipher.Body, BodyTable.Provision)).ShouldBe(1);
        (await _world.City.Asking.CollectAsync(_world.Clerk, old.Inquiry)).State.ShouldBe(InquiryState.Unknown);
        (await _world.City.Asking.CollectAsync(_world.Clerk, young.Inquiry)).State.ShouldBe(InquiryState.Done);
    }

    [Fact]
    public async Task Forgetting_again_or_what_is_unknown_changes_nothing()
    {
        InquiryResult result = await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1));
        (await _world.Core.ForgetAsync([new RecordKey(InquiryId.Create(Bodies.Now), 0)])).ShouldBe(0);
        (await _world.Core.ForgetAsync([new RecordKey(result.Inquiry, 0), new RecordKey(result.Inquiry, 1)])).ShouldBe(1);
        (await _world.Core.ForgetAsync([new RecordKey(result.Inquiry, 0)])).ShouldBe(0);
    }

    [Fact]
    public async Task Portal_asks_by_rules_for_self_information_only_and_nobody_else_by_those()
    {
        await _world.KnowAsync(1, _world.Portal);
        Operator portal = new(new OperatorId("portal"), Bodies.Portal, [Rules.Allowance, PortalWorld.SelfAffair], Bodies.Open);
        Operator city = new(new OperatorId("clerk-1"), Bodies.City, [PortalWorld.SelfAffair], Bodies.Open);
        InquiryOrder own = PortalWorld.TaxOrder(1) with { Affair = PortalWorld.SelfAffair, Procedure = PortalWorld.SelfProcedure };
        _world.Matrix = PermissionMatrix.Create(
        [
            Rules.TaxForAllowance with { Inquirer = AgencyClass.Of(Bodies.Portal) },
            PortalWorld.OwnTax with { Inquirer = AgencyClass.Of(Bodies.Portal, Bodies.City) },
        ]);
        (await _world.Portal.Asking.InquireAsync(portal, PortalWorld.TaxOrder(1))).Outcome.ShouldBe(InquiryOutcome.RefusedByRule);
        (await _world.City.Asking.InquireAsync(city, own)).Outcome.ShouldBe(InquiryOutcome.RefusedByRule);
        (await _world.Portal.Asking.InquireAsync(portal, own)).Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    private static async Task<int> RowsAsync(IBodyStore store, AgencyId body, BodyTable table) => (await store.ListAsync(body, table, null, 100)).Count;
}
