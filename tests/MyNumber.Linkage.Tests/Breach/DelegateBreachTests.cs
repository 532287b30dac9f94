using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.OneStop;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>A delegate who goes beyond the scope, comes back after its end, or hands it on.</summary>
public sealed class DelegateBreachTests : BreachTests
{
    private PortalCaller _me;
    private PortalCaller _other;
    private PortalCaller _delegate;
    private DelegationOffer _offer;

    [Theory]
    [InlineData("records only", PortalFunction.ProvisionRecords)]
    [InlineData("notices only", PortalFunction.Notices)]
    [InlineData("self-information of no procedure", PortalFunction.SelfInformation)]
    [InlineData("one-stop of no procedure", PortalFunction.OneStop)]
    public async Task Delegate_reaches_what_was_given_and_nothing_else(string row, PortalFunction given)
    {
        await DelegateAsync(new DelegationScope { Functions = [given], Period = new ValidPeriod(World.Clock.GetUtcNow()) });
        (await ReachesAsync(_delegate)).ShouldBe(
            (given == PortalFunction.ProvisionRecords, given == PortalFunction.Notices, false, false), row);
        (await ReachesAsync(_me)).ShouldBe((true, true, true, true), row);
    }

    [Fact]
    public async Task Delegate_of_everything_reaches_everything_until_it_is_revoked()
    {
        await DelegateAsync(All(new ValidPeriod(World.Clock.GetUtcNow())));
        (await ReachesAsync(_delegate)).ShouldBe((true, true, true, true));
        (await World.Portal.Delegations.RevokeAsync(_delegate.Account, _offer.Id)).ShouldBeFalse();
        (await World.Portal.Delegations.RevokeAsync(_me.Account, _offer.Id)).ShouldBeTrue();
        (await ReachesAsync(_delegate)).ShouldBe((false, false, false, false));
    }

    [Fact]
    public async Task Delegate_reaches_nothing_after_the_period()
    {
        await DelegateAsync(All(new ValidPeriod(World.Clock.GetUtcNow(), World.Clock.GetUtcNow().AddDays(1))));
        World.Clock.Advance(TimeSpan.FromDays(1));
        (await ReachesAsync(_delegate)).ShouldBe((false, false, false, false));
    }

    [Fact]
    public async Task Delegate_reaches_nothing_while_either_account_is_restricted()
    {
        await DelegateAsync(All(new ValidPeriod(World.Clock.GetUtcNow())));
        foreach (PortalCaller side in new[] { _other, _me })
        {
            await World.Portal.Accounts.SetStateAsync(side.Account, AccountState.Restricted);
            (await ReachesAsync(_delegate)).ShouldBe((false, false, false, false));
            await World.Portal.Accounts.SetStateAsync(side.Account, AccountState.Open);
            (await ReachesAsync(_delegate)).ShouldBe((true, true, true, true));
        }
    }

    [Fact]
    public async Task Delegation_is_not_handed_on_and_not_taken_with_a_wrong_token()
    {
        (_me, _other) = (await World.LoginAsync(0), await World.LoginAsync(1));
        PortalCaller third = await World.LoginAsync(2);
        await World.NotifyAsync(0);
        DelegationOffer offer = await World.Portal.Delegations.OfferAsync(_me.Account, All(new ValidPeriod(World.Clock.GetUtcNow())));
        (await World.Portal.Delegations.AcceptAsync(third.Account, offer with { Token = new byte[16] })).ShouldBeFalse();
        (await World.Portal.Delegations.AcceptAsync(third.Account, offer with { Token = ReadOnlyMemory<byte>.Empty })).ShouldBeFalse();
        (await World.Portal.Delegations.AcceptAsync(_other.Account, offer)).ShouldBeTrue();
        (await World.Portal.Delegations.AcceptAsync(third.Account, offer)).ShouldBeFalse();
        (await ReachesAsync(PortalCaller.For(third.Account, offer.Id))).ShouldBe((false, false, false, false));
        (await ReachesAsync(PortalCaller.For(_other.Account, offer.Id))).ShouldBe((true, true, true, true));
    }

    private static DelegationScope All(ValidPeriod period) => new()
    {
        Functions = [PortalFunction.ProvisionRecords, PortalFunction.Notices, PortalFunction.SelfInformation, PortalFunction.OneStop],
        Procedures = [ChildAllowance.OwnData, ChildAllowance.Grant], Period = period,
    };

    private async Task DelegateAsync(DelegationScope scope)
    {
        (_me, _other) = (await World.LoginAsync(0), await World.LoginAsync(1));
        _offer = await World.Portal.Delegations.OfferAsync(_me.Account, scope);
        (await World.Portal.Delegations.AcceptAsync(_other.Account, _offer)).ShouldBeTrue();
        _delegate = PortalCaller.For(_other.Account, _offer.Id);
        await World.AskTaxAsync(0);
        await World.NotifyAsync(0);
    }

    /// <summary>Which of the four functions show something of person 0.</summary>
    private async Task<(bool Records, bool Notices, bool Data, bool OneStop)> ReachesAsync(PortalCaller caller) => (
        (await World.Portal.Records.ReadAsync(caller, default, null, 9, null)).Outcome == RecordQueryOutcome.Answered,
        (await World.Portal.Inbox.ListAsync(caller, 0, 9)).Any(notice => notice.Content.Text == BreachWorld.Secret),
        (await World.Portal.Own.AskAsync(caller, BreachWorld.OwnTax)).State != InquiryState.OperatorNotAllowed,
        (await World.Portal.OneStop.StartAsync(caller, ChildAllowance.Grant)).Outcome == OneStopOutcome.Done);
}
