using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.OneStop;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Push.Targets;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>A clerk of the right body and the wrong affair, or of the right affair and another body.</summary>
public sealed class ClerkBreachTests : BreachTests
{
    private Operator[] Wrong => [World.City.CreateWorker(ChildAllowance.IncomeTax), World.TaxCity.CreateWorker(ChildAllowance.Affair)];

    [Fact]
    public async Task Wrong_clerk_neither_asks_nor_collects()
    {
        InquiryResult theirs = await World.AskTaxAsync(0);
        foreach (Operator clerk in Wrong)
        {
            InquiryResult asked = await World.City.Asking.InquireAsync(clerk, ChildAllowance.Order(0, 1));
            (asked.State, asked.Payload).ShouldBe((InquiryState.OperatorNotAllowed, null));
            InquiryResult again = await World.City.Asking.InquireAsync(clerk, ChildAllowance.Order(0, 1) with { Inquiry = theirs.Inquiry });
            (again.State, again.Payload).ShouldBe((InquiryState.OperatorNotAllowed, null));
            InquiryResult collected = await World.City.Asking.CollectAsync(clerk, theirs.Inquiry);
            (collected.State, collected.Payload).ShouldBe((InquiryState.OperatorNotAllowed, null));
        }

        (await World.City.Asking.CollectAsync(World.Clerk, theirs.Inquiry)).Payload.ShouldNotBeNull();
    }

    [Fact]
    public async Task Clerk_who_takes_anothers_inquiry_number_for_an_affair_of_his_own_gets_nothing_of_it()
    {
        InquiryResult theirs = await World.AskTaxAsync(0);
        InquiryOrder order = ChildAllowance.Order(0, 1) with { Inquiry = theirs.Inquiry, Affair = ChildAllowance.IncomeTax };
        InquiryResult mine = await World.City.Asking.InquireAsync(World.City.CreateWorker(ChildAllowance.IncomeTax), order);
        (mine.State, mine.Payload).ShouldBe((InquiryState.Rejected, null));
        (await World.City.Asking.CollectAsync(World.Clerk, theirs.Inquiry)).Outcome.ShouldBe(InquiryOutcome.Provided);
    }

    [Fact]
    public async Task Wrong_clerk_neither_sees_nor_releases_what_waits()
    {
        LabBody prefecture = World.Lab[ChildAllowance.Prefecture];
        InquiryId held = (await World.City.Asking.InquireAsync(World.Clerk, ChildAllowance.Order(0, 2))).Inquiry;
        foreach (Operator clerk in new[] { prefecture.CreateWorker(ChildAllowance.IncomeTax), World.Clerk })
        {
            (await prefecture.Giving.FindHeldAsync(clerk, held)).ShouldBeNull();
            (await prefecture.Giving.ListHeldAsync(clerk)).ShouldBeEmpty();
            (await prefecture.Giving.ReleaseAsync(clerk, held)).ShouldBe(ReleaseOutcome.OperatorNotAllowed);
        }

        (await World.City.Asking.CollectAsync(World.Clerk, held)).State.ShouldBe(InquiryState.Waiting);
        Operator right = prefecture.CreateWorker(ChildAllowance.Affair);
        (await prefecture.Giving.FindHeldAsync(right, held))!.Addressee.ShouldBe(ChildAllowance.Addressee(ChildAllowance.Prefecture, 0));
        (await prefecture.Giving.ReleaseAsync(right, held)).ShouldBe(ReleaseOutcome.Released);
    }

    [Fact]
    public async Task Wrong_clerk_sends_no_notice_to_a_person_or_a_group()
    {
        await World.LoginAsync(0);
        GroupPushDesk desk = new(World.City.Parts, World.Sender);
        GroupPushOrder group = new()
        {
            Id = DeliveryId.Create(World.Clock.GetUtcNow()), Query = new TargetQuery([TargetCondition.Is(ChildAllowance.LocalTax, new ItemId("income"), "income of 0")], new DateOnly(2026, 6, 1)),
            Receiver = ChildAllowance.Portal, Affair = ChildAllowance.Affair, Procedure = ChildAllowance.Grant, Content = new NoticeContent("a", "b"), ExpiresAt = World.Clock.GetUtcNow().AddDays(1),
        };
        foreach (Operator clerk in Wrong)
        {
            (await World.Sender.SendAsync(clerk, World.NoticeTo(0))).Outcome.ShouldBe(DeliveryOutcome.OperatorNotAllowed);
            (await desk.PrepareAsync(clerk, group)).ShouldBe(-1);
            (await desk.SendAsync(clerk, group, 9)).ShouldBeNull();
        }

        (await World.NotifyAsync(0)).Outcome.ShouldBe(DeliveryOutcome.Delivered);
        (await desk.PrepareAsync(World.Clerk, group)).ShouldBe(0);
    }

    [Fact]
    public async Task Wrong_clerk_makes_nobody_a_representative_and_ends_no_representation()
    {
        (PortalCaller child, PortalCaller thief) = (await World.LoginAsync(0), await World.LoginAsync(1));
        DelegationScope records = new() { Functions = [PortalFunction.ProvisionRecords], Period = new ValidPeriod(World.Clock.GetUtcNow()) };
        Operator right = World.Lab[ChildAllowance.Portal].CreateWorker(ChildAllowance.SelfInformation);
        Operator[] wrong = [World.Lab[ChildAllowance.Portal].CreateWorker(ChildAllowance.Affair), World.City.CreateWorker(ChildAllowance.SelfInformation)];
        foreach (Operator clerk in wrong)
        {
            (await World.Portal.Delegations.EnterAsync(clerk, child.Account, thief.Account, "親権", records)).IsEmpty.ShouldBeTrue();
        }

        DelegationId id = await World.Portal.Delegations.EnterAsync(right, child.Account, thief.Account, "親権", records);
        id.IsEmpty.ShouldBeFalse();
        foreach (Operator clerk in wrong)
        {
            (await World.Portal.Delegations.EndAsync(clerk, id)).ShouldBeFalse();
        }

        (await World.Portal.Delegations.EndAsync(right, id)).ShouldBeTrue();
    }

    [Fact]
    public async Task Wrong_clerk_reads_no_application()
    {
        PortalCaller me = await World.LoginAsync(0);
        PortalApplicationId id = (await World.Portal.OneStop.StartAsync(me, ChildAllowance.Grant)).Application!.Id;
        await World.Portal.OneStop.ConfirmAsync(me, id);
        (await World.Portal.OneStop.SubmitAsync(me, id)).Outcome.ShouldBe(OneStopOutcome.Done);
        foreach (Operator clerk in Wrong)
        {
            (await World.Reception.ListAsync(clerk, 0, 9)).ShouldBeEmpty();
        }

        (await World.Reception.ListAsync(World.Clerk, 0, 9)).ShouldHaveSingleItem();
    }
}
