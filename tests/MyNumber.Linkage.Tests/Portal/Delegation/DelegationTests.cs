using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Portal.SelfInformation;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;

namespace MyNumber.Linkage.Tests.Portal.Delegation;

/// <summary>Who acts for another, within what, and that the other sees it.</summary>
public sealed class DelegationTests : IAsyncLifetime
{
    private static readonly Operator _clerk = new(new OperatorId("portal-clerk"), Bodies.Portal, [PortalSide.Entering], Bodies.Open);

    private PortalWorld _world = null!;
    private AddresseeNumber _principal;
    private AddresseeNumber _delegate;
    private AddresseeNumber _stranger;

    private DelegationDesk Desk => _world.Side.Delegations;

    private static DelegationScope Records => new() { Functions = [PortalFunction.ProvisionRecords], Period = new ValidPeriod(Bodies.Now, Bodies.Now.AddDays(30)) };

    public async Task InitializeAsync()
    {
        _world = await PortalWorld.StartAsync();
        _principal = await _world.Side.LoginAsync(1);
        _delegate = await _world.Side.LoginAsync(2);
        _stranger = await _world.Side.LoginAsync(3);
        await _world.City.Asking.InquireAsync(_world.Clerk, PortalWorld.TaxOrder(1));
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Delegate_sees_the_principals_records_and_the_principal_sees_that()
    {
        DelegationId id = await GrantAsync(Records);
        (await ReadAsync(PortalCaller.For(_delegate, id))).Records.Length.ShouldBe(1);
        DelegationUse use = (await _world.Side.Access.ReadUsesAsync(_principal, 0, 9)).ShouldHaveSingleItem();
        use.ShouldBe(new DelegationUse(id, PortalFunction.ProvisionRecords, default, Bodies.Now, IsAllowed: true));
        (await _world.Side.Access.ReadUsesAsync(_delegate, 0, 9)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Delegates_own_view_stays_its_own()
    {
        await GrantAsync(Records);
        (await ReadAsync(PortalCaller.Self(_delegate))).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Outside_of_the_scope_nothing_is_reached_and_the_attempt_shows()
    {
        DelegationId id = await GrantAsync(Records);
        PortalCaller caller = PortalCaller.For(_delegate, id);
        (await _world.Side.Own.AskAsync(caller, OwnTax)).State.ShouldBe(InquiryState.OperatorNotAllowed);
        (await _world.Side.Access.ReadUsesAsync(_principal, 0, 9)).Select(use => (use.Function, use.Procedure, use.IsAllowed))
            .ShouldBe([(PortalFunction.SelfInformation, PortalWorld.SelfProcedure, false)]);
        (await _world.CoreRecords.ReadCommitmentsAsync(0, 9)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Procedure_that_is_not_named_is_not_covered()
    {
        DelegationScope without = Records with { Functions = [PortalFunction.SelfInformation] };
        DelegationScope other = without with { Procedures = [new ProcedureId("else")] };
        DelegationScope with = without with { Procedures = [PortalWorld.SelfProcedure] };
        (await _world.Side.Own.AskAsync(PortalCaller.For(_delegate, await GrantAsync(without)), OwnTax)).State.ShouldBe(InquiryState.OperatorNotAllowed);
        (await _world.Side.Own.AskAsync(PortalCaller.For(_delegate, await GrantAsync(other)), OwnTax)).State.ShouldBe(InquiryState.OperatorNotAllowed);
        (await _world.Side.Own.AskAsync(PortalCaller.For(_delegate, await GrantAsync(with)), OwnTax)).Payload!.Items[0].Value.ShouldBe("3000000");
    }

    [Fact]
    public async Task Revoked_over_and_not_yet_begun_delegations_are_refused()
    {
        DelegationId revoked = await GrantAsync(Records);
        (await Desk.RevokeAsync(_principal, revoked)).ShouldBeTrue();
        (await Desk.RevokeAsync(_principal, revoked)).ShouldBeTrue();
        DelegationId later = await GrantAsync(Records with { Period = new ValidPeriod(Bodies.Now.AddDays(1)) });
        DelegationId over = await GrantAsync(Records with { Period = new ValidPeriod(Bodies.Now, Bodies.Now.AddSeconds(1)) });
        _world.Clock.Now = Bodies.Now.AddSeconds(1);
        foreach (DelegationId id in new[] { revoked, later, over, new DelegationId(Guid.CreateVersion7(Bodies.Now)) })
        {
            (await ReadAsync(PortalCaller.For(_delegate, id))).Outcome.ShouldBe(RecordQueryOutcome.NotAllowed);
        }

        (await _world.Side.Access.ReadUsesAsync(_principal, 0, 9)).Select(use => use.IsAllowed).ShouldBe([false, false, false]);
    }

    [Fact]
    public async Task Stranger_with_the_delegations_name_gets_nothing_and_cannot_fill_the_list()
    {
        DelegationId id = await GrantAsync(Records);
        (await ReadAsync(PortalCaller.For(_stranger, id))).Outcome.ShouldBe(RecordQueryOutcome.NotAllowed);
        (await ReadAsync(PortalCaller.For(_principal, id))).Outcome.ShouldBe(RecordQueryOutcome.NotAllowed);
        (await _world.Side.Access.ReadUsesAsync(_principal, 0, 9)).ShouldBeEmpty();
        (await Desk.RevokeAsync(_stranger, id)).ShouldBeFalse();
        (await Desk.RevokeAsync(_delegate, id)).ShouldBeFalse();
    }

    [Fact]
    public async Task Offer_is_taken_once_by_who_has_its_token_and_never_by_the_person()
    {
        DelegationOffer offer = await Desk.OfferAsync(_principal, Records);
        (await Desk.AcceptAsync(_delegate, offer with { Token = new byte[16] })).ShouldBeFalse();
        (await Desk.AcceptAsync(_principal, offer)).ShouldBeFalse();
        (await Desk.AcceptAsync(new AddresseeNumber(1), offer)).ShouldBeFalse();
        (await Desk.AcceptAsync(_delegate, offer)).ShouldBeTrue();
        (await Desk.AcceptAsync(_stranger, offer)).ShouldBeFalse();
        DelegationOffer taken = await Desk.OfferAsync(_principal, Records);
        await Desk.RevokeAsync(_principal, taken.Id);
        (await Desk.AcceptAsync(_delegate, taken)).ShouldBeFalse();
        (await Desk.OfferAsync(new AddresseeNumber(1), Records)).Id.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Restricted_account_keeps_delegates_out_and_lets_the_person_in()
    {
        DelegationId id = await GrantAsync(Records);
        await _world.Side.Accounts.SetStateAsync(_principal, AccountState.Restricted);
        (await ReadAsync(PortalCaller.For(_delegate, id))).Outcome.ShouldBe(RecordQueryOutcome.NotAllowed);
        (await ReadAsync(PortalCaller.Self(_principal))).Records.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Legal_representative_is_entered_by_a_clerk_with_its_basis_and_ended_by_one()
    {
        Operator other = new(new OperatorId("portal-clerk"), Bodies.Portal, [new AffairId("else")], Bodies.Open);
        (await Desk.EnterAsync(other, _principal, _delegate, "親権", Records)).IsEmpty.ShouldBeTrue();
        (await Desk.EnterAsync(_clerk, _principal, _principal, "親権", Records)).IsEmpty.ShouldBeTrue();
        await Should.ThrowAsync<ArgumentException>(async () => await Desk.EnterAsync(_clerk, _principal, _delegate, " ", Records));
        DelegationId id = await Desk.EnterAsync(_clerk, _principal, _delegate, "親権", Records);
        (await ReadAsync(PortalCaller.For(_delegate, id))).Records.Length.ShouldBe(1);
        DelegationGrant shown = (await Desk.ListAsync(PortalCaller.Self(_principal))).ShouldHaveSingleItem();
        (shown.Kind, shown.Basis, shown.Delegate).ShouldBe((DelegationKind.LegalRepresentative, "親権", _delegate));

        (await Desk.RevokeAsync(_principal, id)).ShouldBeFalse();
        (await Desk.EndAsync(other, id)).ShouldBeFalse();
        (await Desk.EndAsync(_clerk, id)).ShouldBeTrue();
        DelegationOffer given = await Desk.OfferAsync(_principal, Records);
        (await Desk.EndAsync(_clerk, given.Id)).ShouldBeFalse();
        (await ReadAsync(PortalCaller.For(_delegate, id))).Outcome.ShouldBe(RecordQueryOutcome.NotAllowed);
    }

    [Fact]
    public async Task Delegations_are_listed_for_the_person_alone()
    {
        DelegationId id = await GrantAsync(Records);
        (await Desk.ListAsync(PortalCaller.Self(_principal))).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await Desk.ListAsync(PortalCaller.For(_delegate, id))).ShouldBeEmpty();
        (await Desk.ListAsync(PortalCaller.For(_principal, id))).ShouldBeEmpty();
        (await Desk.ListAsync(PortalCaller.Self(_delegate))).ShouldBeEmpty();
        (await Desk.ListAsync(default)).ShouldBeEmpty();
        await _world.Side.Accounts.SetStateAsync(_principal, AccountState.Closed);
        (await Desk.ListAsync(PortalCaller.Self(_principal))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Scope_without_function_or_period_is_refused()
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Desk.OfferAsync(_principal, Records with { Functions = [] }));
        await Should.ThrowAsync<ArgumentException>(async () => await Desk.OfferAsync(_principal, Records with { Functions = [(PortalFunction)9] }));
        await Should.ThrowAsync<ArgumentException>(async () => await Desk.OfferAsync(_principal, Records with { Period = default }));
        await Should.ThrowAsync<ArgumentException>(async () => await Desk.OfferAsync(_principal, Records with { Procedures = [default] }));
    }

    private static SelfInformationOrder OwnTax => new() { Provider = Bodies.OtherCity, Procedure = PortalWorld.SelfProcedure, ItemSet = Rules.Tax, Items = [Rules.Income] };

    private async Task<DelegationId> GrantAsync(DelegationScope scope)
    {
        DelegationOffer offer = await Desk.OfferAsync(_principal, scope);
        (await Desk.AcceptAsync(_delegate, offer)).ShouldBeTrue();
        return offer.Id;
    }

    private async Task<RecordPage> ReadAsync(PortalCaller caller) => await _world.Side.View.ReadAsync(caller, default, null, 50, null);
}
