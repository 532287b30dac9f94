using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.OneStop;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>A citizen with an account of his own, who knows everybody's numbers, against another person's records, data, notices and applications.</summary>
public sealed class CitizenBreachTests : BreachTests
{
    private PortalCaller _me;
    private PortalCaller _thief;

    [Fact]
    public async Task Neither_records_nor_data_nor_notices_of_another_person_are_shown()
    {
        InquiryResult mine = await PrepareAsync();
        (await RecordsAsync(_thief)).Records.ShouldBeEmpty();
        (await World.Portal.Inbox.ListAsync(_thief, 0, 9)).ShouldBeEmpty();
        (await World.Portal.Inbox.MarkReadAsync(_thief, 0)).ShouldBeFalse();
        (await World.Portal.Own.CollectAsync(_thief, mine.Inquiry, BreachWorld.OwnTax)).Payload.ShouldBeNull();
        (await World.Portal.Own.AskAsync(_thief, BreachWorld.OwnTax)).Payload!.Items.Single().Value.ShouldBe("income of 1");

        (await RecordsAsync(_me)).Records.Length.ShouldBe(2);
        (await World.Portal.Inbox.ListAsync(_me, 0, 9)).ShouldHaveSingleItem().Content.Text.ShouldBe(BreachWorld.Secret);
        (await World.Portal.Own.CollectAsync(_me, mine.Inquiry, BreachWorld.OwnTax)).Payload!.Items.Single().Value.ShouldBe("income of 0");
    }

    [Fact]
    public async Task Application_of_another_person_is_neither_seen_nor_touched()
    {
        await PrepareAsync();
        PortalApplicationId id = (await World.Portal.OneStop.StartAsync(_me, ChildAllowance.Grant)).Application!.Id;
        OneStopResult[] tries =
        [
            await World.Portal.OneStop.RefreshAsync(_thief, id), await World.Portal.OneStop.EditAsync(_thief, id, new ItemId("income"), "1"),
            await World.Portal.OneStop.ConfirmAsync(_thief, id), await World.Portal.OneStop.SubmitAsync(_thief, id),
        ];
        tries.ShouldAllBe(result => result.Outcome == OneStopOutcome.Unknown && result.Application == null);
        (await World.Portal.OneStop.ListAsync(_thief, 0, 9)).ShouldBeEmpty();
        (await World.Portal.OneStop.RefreshAsync(_me, id)).Application!.Fields.Single().Value.ShouldBe("income of 0");
    }

    [Fact]
    public async Task Cursor_of_another_persons_page_shows_ones_own_records_only()
    {
        await PrepareAsync();
        await World.AskTaxAsync(0);
        RecordPage page = await World.Portal.Records.ReadAsync(_me, default, null, 1, null);
        RecordPage stolen = await World.Portal.Records.ReadAsync(_thief, default, page.Next.ShouldNotBeNull(), 9, null);
        stolen.Records.ShouldBeEmpty();
        (await World.Portal.Records.ReadAsync(_me, default, page.Next, 9, null)).Records.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Numbers_that_are_no_account_and_closed_accounts_get_nothing()
    {
        await PrepareAsync();
        PortalCaller[] callers = [default, PortalCaller.Self(ChildAllowance.Addressee(ChildAllowance.City, 0)), PortalCaller.For(_thief.Account, new DelegationId(Guid.NewGuid()))];
        await World.Portal.Accounts.SetStateAsync(_thief.Account, AccountState.Closed);
        foreach (PortalCaller caller in callers.Append(_thief))
        {
            (await RecordsAsync(caller)).Outcome.ShouldBe(RecordQueryOutcome.NotAllowed);
            (await World.Portal.Inbox.ListAsync(caller, 0, 9)).ShouldBeEmpty();
            (await World.Portal.Own.AskAsync(caller, BreachWorld.OwnTax)).State.ShouldBe(InquiryState.OperatorNotAllowed);
            (await World.Portal.OneStop.StartAsync(caller, ChildAllowance.Grant)).Outcome.ShouldBe(OneStopOutcome.NotAllowed);
        }

        (await RecordsAsync(_me)).Outcome.ShouldBe(RecordQueryOutcome.Answered);
    }

    private async Task<InquiryResult> PrepareAsync()
    {
        (_me, _thief) = (await World.LoginAsync(0), await World.LoginAsync(1));
        await World.AskTaxAsync(0);
        await World.NotifyAsync(0);
        return await World.Portal.Own.AskAsync(_me, BreachWorld.OwnTax);
    }

    private ValueTask<RecordPage> RecordsAsync(PortalCaller caller) => World.Portal.Records.ReadAsync(caller, default, null, 50, null);
}
