using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.OneStop;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;
using MyNumber.Linkage.Tests.Push;

namespace MyNumber.Linkage.Tests.Portal.OneStop;

/// <summary>An application that is filled beforehand, changed, confirmed and sent once to two bodies.</summary>
public sealed class OneStopTests : IAsyncLifetime
{
    private static readonly ItemId _income = new("f-income");
    private static readonly ItemId _dependants = new("f-dependants");
    private static readonly ItemId _pension = new("f-pension");
    private static readonly ItemId _account = new("f-account");

    private PortalWorld _world = null!;
    private PortalCaller _me;
    private PortalCaller _other;
    private FlakyDeliveryLine _line = null!;
    private FlakyReceiver _city = null!;
    private ApplicationReception _cityDesk = null!;
    private ApplicationReception _pensionDesk = null!;
    private OneStopDesk _desk = null!;

    private static ProcedureDescription Form => new()
    {
        Id = Rules.Grant, Affair = Rules.Allowance, Prefill = PortalWorld.SelfProcedure,
        Fields =
        [
            new FormField(_income, true, new PrefillSource(Bodies.OtherCity, Rules.Tax, Rules.Income)), new FormField(_dependants, true, new PrefillSource(Bodies.OtherCity, Rules.Tax, Rules.Dependants)),
            new FormField(_pension, false, new PrefillSource(Bodies.PensionOffice, Rules.Pension, Rules.Income)), new FormField(_account, true),
        ],
        Receivers = [new FormReceiver(Bodies.City, [_income, _dependants, _account]), new FormReceiver(Bodies.PensionOffice, [_pension])],
    };

    public async Task InitializeAsync()
    {
        _world = await PortalWorld.StartAsync();
        _me = PortalCaller.Self(await _world.Side.LoginAsync(1));
        _other = PortalCaller.Self(await _world.Side.LoginAsync(2));
        _world.Side.DeliveryRules =
        [
            PortalSide.Notices,
            PortalSide.Notices with
            {
                Id = new RuleId("d-apply"), Kinds = [DeliveryKind.Application], Sender = AgencyClass.OfKinds(AgencyKind.Portal),
                Receiver = AgencyClass.Of(Bodies.City, Bodies.PensionOffice),
            },
        ];
        _line = new FlakyDeliveryLine(_world.Side.Deliveries.LineOf(Bodies.Portal));
        (_cityDesk, _pensionDesk) = (new ApplicationReception(_world.City.Parts), new ApplicationReception(_world.Pension.Parts));
        _city = new FlakyReceiver(_cityDesk);
        _world.Side.Deliveries.Connect(Bodies.City, _city);
        _world.Side.Deliveries.Connect(Bodies.PensionOffice, _pensionDesk);
        _desk = Open();
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Notice_opens_a_form_that_is_filled_from_the_persons_own_data()
    {
        await _world.Side.CitySending.SendAsync(_world.Clerk, new DeliveryOrder
        {
            Kind = DeliveryKind.Notice, Addressee = new AddresseeNumber(1), Receiver = Bodies.Portal, Affair = Rules.Allowance, Procedure = Rules.Grant,
            Content = new NoticeContent("手当", "申請できます").ToBytes(), ExpiresAt = Bodies.Now.AddDays(30),
        });
        ProcedureId named = (await _world.Side.Inbox.ListAsync(_me, 0, 9)).Single().Procedure;
        PortalApplication draft = (await _desk.StartAsync(_me, named)).Application!;
        draft.Fields.Select(field => (field.Value, field.Origin)).ShouldBe(
            [("3000000", FieldOrigin.Prefilled), ("2", FieldOrigin.Prefilled), (string.Empty, FieldOrigin.Empty), (string.Empty, FieldOrigin.Empty)]);
        (draft.Fields[0].Provider, draft.Fields[0].AsOf).ShouldBe((Bodies.OtherCity, Bodies.Now.AddDays(-1)));
        draft.Prefills.Select(prefill => prefill.IsOver).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Answer_that_comes_later_fills_what_nobody_filled()
    {
        PortalApplication draft = (await _desk.StartAsync(_me, Rules.Grant)).Application!;
        await ReleasePensionAsync(draft);
        PortalApplication filled = (await _desk.RefreshAsync(_me, draft.Id)).Application!;
        (filled.Fields[2].Value, filled.Fields[2].Origin).ShouldBe(("800000", FieldOrigin.Prefilled));
        filled.Prefills.Select(prefill => (prefill.IsOver, prefill.Outcome)).ShouldBe([(true, InquiryOutcome.Provided), (true, InquiryOutcome.Provided)]);
    }

    [Fact]
    public async Task What_the_person_entered_is_not_overwritten_by_a_later_answer()
    {
        PortalApplication draft = (await _desk.StartAsync(_me, Rules.Grant)).Application!;
        await _desk.EditAsync(_me, draft.Id, _pension, "1");
        await ReleasePensionAsync(draft);
        FilledField field = (await _desk.RefreshAsync(_me, draft.Id)).Application!.Fields[2];
        (field.Value, field.Origin).ShouldBe(("1", FieldOrigin.Entered));
    }

    [Fact]
    public async Task Each_body_gets_its_fields_once_with_who_filled_them_and_gives_a_receipt()
    {
        PortalApplication draft = await FilledAsync();
        OneStopResult result = await _desk.SubmitAsync(_me, draft.Id);
        result.Application!.State.ShouldBe(ApplicationState.Submitted);
        result.Application.Submissions.Select(entry => (entry.Body, entry.Answer.Outcome, entry.Answer.Receipt!.Receiver))
            .ShouldBe([(Bodies.City, DeliveryOutcome.Delivered, Bodies.City), (Bodies.PensionOffice, DeliveryOutcome.Delivered, Bodies.PensionOffice)]);

        ReceivedApplication citys = (await _cityDesk.ListAsync(_world.Clerk, 0, 9)).ShouldHaveSingleItem();
        (citys.Addressee, citys.Content.Id, citys.Content.IsByDelegate).ShouldBe((new AddresseeNumber(1), draft.Id, false));
        citys.Content.Fields.Select(field => (field.Field, field.Value, field.Origin)).ShouldBe(
            [(_income, "3000001", FieldOrigin.Changed), (_dependants, "2", FieldOrigin.Prefilled), (_account, "0001234", FieldOrigin.Entered)]);
        Operator pension = new(new OperatorId("clerk-2"), Bodies.PensionOffice, [Rules.Allowance], Bodies.Open);
        (await _pensionDesk.ListAsync(pension, 0, 9)).ShouldHaveSingleItem().Content.Fields.ShouldHaveSingleItem().Field.ShouldBe(_pension);
        (await _cityDesk.ListAsync(pension, 0, 9)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Body_that_does_not_answer_gets_it_later_and_the_other_not_again()
    {
        PortalApplication draft = await FilledAsync();
        _city.LosesReceipts = true;
        PortalApplication half = (await _desk.SubmitAsync(_me, draft.Id)).Application!;
        (half.State, half.Submissions[0].Answer.Outcome, half.Submissions[1].Answer.Outcome).ShouldBe((ApplicationState.Confirmed, DeliveryOutcome.Waiting, DeliveryOutcome.Delivered));
        _city.LosesReceipts = false;
        (await _desk.SubmitAsync(_me, draft.Id)).Application!.State.ShouldBe(ApplicationState.Submitted);
        await _desk.SubmitAsync(_me, draft.Id);
        (await _cityDesk.ListAsync(_world.Clerk, 0, 9)).Count.ShouldBe(1);
        _line.Sent.ShouldBe(3);
    }

    [Theory]
    [InlineData("the first body", 1)]
    [InlineData("the second body", 2)]
    public async Task Death_during_sending_loses_and_doubles_nothing(string row, int diesAt)
    {
        PortalApplication draft = await FilledAsync();
        _line.DiesAt = diesAt;
        await Should.ThrowAsync<InvalidOperationException>(async () => await _desk.SubmitAsync(_me, draft.Id));
        (await Open().SubmitAsync(_me, draft.Id)).Application!.State.ShouldBe(ApplicationState.Submitted, row);
        (await _cityDesk.ListAsync(_world.Clerk, 0, 9)).Count.ShouldBe(1, row);
        Operator pension = new(new OperatorId("clerk-2"), Bodies.PensionOffice, [Rules.Allowance], Bodies.Open);
        (await _pensionDesk.ListAsync(pension, 0, 9)).Count.ShouldBe(1, row);
    }

    [Fact]
    public async Task Confirmed_application_does_not_change_and_an_incomplete_one_is_not_confirmed()
    {
        PortalApplication draft = (await _desk.StartAsync(_me, Rules.Grant)).Application!;
        (await _desk.SubmitAsync(_me, draft.Id)).Outcome.ShouldBe(OneStopOutcome.WrongState);
        (await _desk.ConfirmAsync(_me, draft.Id)).Outcome.ShouldBe(OneStopOutcome.Incomplete);
        await _desk.EditAsync(_me, draft.Id, _account, "1");
        await _desk.ConfirmAsync(_me, draft.Id);
        (await _desk.EditAsync(_me, draft.Id, _account, "2")).Outcome.ShouldBe(OneStopOutcome.WrongState);
        await ReleasePensionAsync(draft);
        PortalApplication after = (await _desk.RefreshAsync(_me, draft.Id)).Application!;
        (after.Fields[2].Value, after.Fields[3].Value).ShouldBe((string.Empty, "1"));
        PortalApplication again = (await _desk.ConfirmAsync(_me, draft.Id)).Application!;
        again.Submissions.Select(entry => entry.Answer.Id).ShouldBe(after.Submissions.Select(entry => entry.Answer.Id));
    }

    [Fact]
    public async Task Unknown_fields_long_values_and_unknown_procedures_are_refused()
    {
        PortalApplication draft = (await _desk.StartAsync(_me, Rules.Grant)).Application!;
        (await _desk.EditAsync(_me, draft.Id, new ItemId("else"), "1")).Outcome.ShouldBe(OneStopOutcome.WrongField);
        (await _desk.EditAsync(_me, draft.Id, _account, new string('1', 8001))).Outcome.ShouldBe(OneStopOutcome.WrongField);
        (await _desk.StartAsync(_me, new ProcedureId("else"))).Outcome.ShouldBe(OneStopOutcome.UnknownProcedure);
    }

    [Fact]
    public async Task Another_person_reaches_nothing_of_it()
    {
        PortalApplication draft = await FilledAsync();
        (await _desk.RefreshAsync(_other, draft.Id)).ShouldBe(new OneStopResult(OneStopOutcome.Unknown));
        (await _desk.EditAsync(_other, draft.Id, _account, "9")).Application.ShouldBeNull();
        (await _desk.SubmitAsync(_other, draft.Id)).Application.ShouldBeNull();
        (await _desk.ListAsync(_other, 0, 9)).ShouldBeEmpty();
        (await _desk.ListAsync(_me, 0, 9)).ShouldHaveSingleItem().Id.ShouldBe(draft.Id);
    }

    [Fact]
    public async Task Delegate_for_the_procedure_applies_and_the_body_is_told()
    {
        PortalCaller caller = await DelegateAsync(PortalFunction.OneStop, Rules.Grant);
        PortalApplication draft = (await _desk.StartAsync(caller, Rules.Grant)).Application!;
        await _desk.EditAsync(caller, draft.Id, _account, "1");
        await _desk.ConfirmAsync(caller, draft.Id);
        (await _desk.SubmitAsync(caller, draft.Id)).Application!.State.ShouldBe(ApplicationState.Submitted);
        ReceivedApplication received = (await _cityDesk.ListAsync(_world.Clerk, 0, 9)).ShouldHaveSingleItem();
        (received.Addressee, received.Content.IsByDelegate).ShouldBe((new AddresseeNumber(1), true));
        (await _world.Side.Access.ReadUsesAsync(_me.Account, 0, 99)).Count(use => use is { IsAllowed: true, Function: PortalFunction.OneStop } && use.Procedure == Rules.Grant).ShouldBe(4);
    }

    [Fact]
    public async Task List_is_for_the_person_alone_and_a_delegates_attempt_is_noted()
    {
        PortalCaller caller = await DelegateAsync(PortalFunction.OneStop, Rules.Grant);
        await FilledAsync();
        (await _desk.ListAsync(caller, 0, 9)).ShouldBeEmpty();
        DelegationUse use = (await _world.Side.Access.ReadUsesAsync(_me.Account, 0, 9)).ShouldHaveSingleItem();
        (use.Function, use.IsAllowed).ShouldBe((PortalFunction.OneStop, false));
        (await _desk.ListAsync(PortalCaller.Self(new AddresseeNumber(77)), 0, 9)).ShouldBeEmpty();
        await _world.Side.Accounts.SetStateAsync(_me.Account, AccountState.Closed);
        (await _desk.ListAsync(_me, 0, 9)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Delegate_for_something_else_neither_starts_nor_touches_an_application()
    {
        PortalApplication draft = await FilledAsync();
        foreach (PortalCaller caller in new[] { await DelegateAsync(PortalFunction.OneStop, new ProcedureId("else")), await DelegateAsync(PortalFunction.SelfInformation, Rules.Grant) })
        {
            (await _desk.StartAsync(caller, Rules.Grant)).ShouldBe(new OneStopResult(OneStopOutcome.NotAllowed));
            (await _desk.RefreshAsync(caller, draft.Id)).ShouldBe(new OneStopResult(OneStopOutcome.NotAllowed));
            (await _desk.RefreshAsync(caller, new PortalApplicationId(Guid.CreateVersion7(Bodies.Now)))).ShouldBe(new OneStopResult(OneStopOutcome.NotAllowed));
            (await _desk.SubmitAsync(caller, draft.Id)).ShouldBe(new OneStopResult(OneStopOutcome.NotAllowed));
        }
    }

    [Fact]
    public async Task Body_without_the_person_and_application_without_a_rule_are_told_as_data()
    {
        PortalCaller third = PortalCaller.Self(await _world.Side.LoginAsync(3));
        PortalApplication draft = (await _desk.StartAsync(third, Rules.Grant)).Application!;
        foreach (ItemId field in new[] { _income, _dependants, _account })
        {
            await _desk.EditAsync(third, draft.Id, field, "1");
        }

        await _desk.ConfirmAsync(third, draft.Id);
        await _world.CodeAsync(Bodies.City, 3);
        (await _desk.SubmitAsync(third, draft.Id)).Application!.Submissions.Select(entry => entry.Answer.Outcome).ShouldBe([DeliveryOutcome.NoAccount, DeliveryOutcome.ReceiverHasNoCode]);

        PortalApplication mine = await FilledAsync();
        _world.Side.DeliveryRules = [PortalSide.Notices];
        (await _desk.SubmitAsync(_me, mine.Id)).Application!.Submissions.Select(entry => entry.Answer.Outcome).ShouldBe([DeliveryOutcome.RefusedByRule, DeliveryOutcome.RefusedByRule]);
    }

    [Fact]
    public void Unsound_procedures_are_refused()
    {
        ProcedureDescription[] bad =
        [
            Form with { Id = default }, Form with { Fields = [] }, Form with { Receivers = [] }, Form with { Lifetime = TimeSpan.Zero }, Form with { Fields = Form.Fields.Add(Form.Fields[0]) },
            Form with { Receivers = [new FormReceiver(Bodies.City, [new ItemId("else")])] }, Form with { Receivers = Form.Receivers.Add(Form.Receivers[0]) },
        ];
        foreach (ProcedureDescription form in bad)
        {
            Should.Throw<ArgumentException>(() => new ProcedureCatalogue([form]));
        }

        Should.Throw<ArgumentException>(() => new ProcedureCatalogue([Form, Form]));
    }

    private OneStopDesk Open() => new(
        _world.Side.Access, _world.Side.Own, new DeliverySender(_world.Portal.Parts, _line), _world.Portal.Parts, new ProcedureCatalogue([Form]), new OperatorId("portal"));

    private async Task<PortalApplication> FilledAsync()
    {
        PortalApplication draft = (await _desk.StartAsync(_me, Rules.Grant)).Application!;
        await _desk.EditAsync(_me, draft.Id, _income, "3000001");
        await _desk.EditAsync(_me, draft.Id, _account, "0001234");
        return (await _desk.ConfirmAsync(_me, draft.Id)).Application!;
    }

    private async Task ReleasePensionAsync(PortalApplication draft)
    {
        Operator clerk = new(new OperatorId("clerk-2"), Bodies.PensionOffice, [PortalWorld.SelfAffair], Bodies.Open);
        (await _world.Pension.Giving.ReleaseAsync(clerk, draft.Prefills[1].Inquiry)).ShouldBe(ReleaseOutcome.Released);
    }

    private async Task<PortalCaller> DelegateAsync(PortalFunction function, ProcedureId procedure)
    {
        DelegationOffer offer = await _world.Side.Delegations.OfferAsync(_me.Account, new DelegationScope { Functions = [function], Procedures = [procedure], Period = Bodies.Open });
        (await _world.Side.Delegations.AcceptAsync(_other.Account, offer)).ShouldBeTrue();
        return PortalCaller.For(_other.Account, offer.Id);
    }
}
