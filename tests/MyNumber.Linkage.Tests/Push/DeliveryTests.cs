using System.Text;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Inbox;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Permission;
using MyNumber.Linkage.Tests.Portal;

namespace MyNumber.Linkage.Tests.Push;

/// <summary>A notice from a city to a person's inbox, and all that may keep it from getting there.</summary>
public sealed class DeliveryTests : IAsyncLifetime
{
    private PortalWorld _world = null!;
    private PortalCaller _me;
    private PortalCaller _other;

    private PortalSide Side => _world.Side;

    public async Task InitializeAsync()
    {
        _world = await PortalWorld.StartAsync();
        _me = PortalCaller.Self(await Side.LoginAsync(1));
        _other = PortalCaller.Self(await Side.LoginAsync(2));
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Notice_gets_into_the_inbox_of_its_person_alone()
    {
        DeliveryAnswer answer = await SendAsync(Order(1));
        (answer.Outcome, answer.Receipt!.At, answer.Receipt.Receiver).ShouldBe((DeliveryOutcome.Delivered, Bodies.Now, Bodies.Portal));
        InboxNotice notice = (await ListAsync(_me)).ShouldHaveSingleItem();
        (notice.Id, notice.Sender, notice.Kind, notice.Affair, notice.Procedure).ShouldBe((answer.Id, Bodies.City, DeliveryKind.Notice, Rules.Allowance, Rules.Grant));
        (notice.Content.Title, notice.Content.Text, notice.ReadAt).ShouldBe(("健診", "お知らせ", null));
        (await ListAsync(_other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Portal_gets_its_own_code_and_the_core_keeps_neither_content_nor_code_afterwards()
    {
        await SendAsync(Order(1));
        AgencyCode citys = await _world.City.Space.FindCodeAsync(new AddresseeNumber(1));
        AgencyCode portals = await Side.Accounts.FindCodeAsync(_me.Account);
        Side.InboxLine.Last!.Code.ShouldBe(portals);
        portals.ShouldNotBe(citys);
        BodyRow row = (await _world.CoreParts.Store.ListAsync(_world.CoreParts.Cipher.Body, BodyTable.Delivery, null, 9)).ShouldHaveSingleItem();
        byte[] clear = _world.CoreParts.Cipher.Open(row);
        foreach (AgencyCode code in new[] { citys, portals })
        {
            byte[] bytes = new byte[AgencyCode.Length];
            code.WriteRevealed(bytes);
            clear.AsSpan().IndexOf(bytes).ShouldBe(-1);
        }

        clear.AsSpan().IndexOf(Encoding.UTF8.GetBytes("健診")).ShouldBe(-1);
        DeliveryEncoding.Write(Side.InboxLine.Last!).AsSpan().IndexOf(Encoding.UTF8.GetBytes("健診")).ShouldBe(-1);
    }

    [Theory]
    [InlineData("never registered", 3, DeliveryOutcome.ReceiverHasNoCode)]
    [InlineData("code without an account", 4, DeliveryOutcome.NoAccount)]
    [InlineData("closed account", 5, DeliveryOutcome.NoAccount)]
    [InlineData("restricted account", 6, DeliveryOutcome.Restricted)]
    [InlineData("unknown to the sender", 7, DeliveryOutcome.SenderHasNoCode)]
    public async Task Who_cannot_be_reached_is_told_as_data(string row, int person, DeliveryOutcome expected)
    {
        foreach (int known in new[] { 3, 4, 5, 6 })
        {
            await _world.KnowAsync(known, _world.City);
        }

        await _world.CodeAsync(Bodies.Portal, 4);
        await Side.Accounts.SetStateAsync(await Side.LoginAsync(5), AccountState.Closed);
        await Side.Accounts.SetStateAsync(await Side.LoginAsync(6), AccountState.Restricted);
        (await SendAsync(Order(person))).Outcome.ShouldBe(expected, row);
    }

    [Fact]
    public async Task What_no_rule_allows_is_refused()
    {
        (await SendAsync(Order(1) with { Procedure = new ProcedureId("else") })).Outcome.ShouldBe(DeliveryOutcome.RefusedByRule);
        (await SendAsync(Order(1) with { Receiver = Bodies.OtherCity })).Outcome.ShouldBe(DeliveryOutcome.RefusedByRule);
        (await SendAsync(Order(1) with { Kind = DeliveryKind.Application })).Outcome.ShouldBe(DeliveryOutcome.RefusedByRule);
        Side.DeliveryRules = [PortalSide.Notices with { Kinds = [DeliveryKind.GroupNotice] }];
        (await SendAsync(Order(1))).Outcome.ShouldBe(DeliveryOutcome.RefusedByRule);
        Side.DeliveryRules = [PortalSide.Notices with { Period = new ValidPeriod(Bodies.Start, Bodies.Now) }];
        (await SendAsync(Order(1))).Outcome.ShouldBe(DeliveryOutcome.RefusedByRule);
        Side.DeliveryRules = [PortalSide.Notices with { Period = new ValidPeriod(Bodies.Now.AddSeconds(1)) }];
        (await SendAsync(Order(1))).Outcome.ShouldBe(DeliveryOutcome.RefusedByRule);
        Side.DeliveryRules = [];
        (await SendAsync(Order(1))).Outcome.ShouldBe(DeliveryOutcome.RefusedByRule);
        Side.InboxLine.Received.ShouldBe(0);
    }

    [Fact]
    public async Task Suspended_side_and_code_of_another_body_are_refused()
    {
        _world.SetStatus(Bodies.CityHolder, CodeHolderStatus.Suspended);
        (await SendAsync(Order(1))).Outcome.ShouldBe(DeliveryOutcome.HolderSuspended);
        _world.SetStatus(Bodies.PortalHolder, CodeHolderStatus.Suspended);
        (await SendAsync(Order(1))).Outcome.ShouldBe(DeliveryOutcome.HolderSuspended);
        _world.Directory = Bodies.Directory;
        await _world.City.Space.TieAsync(new AddresseeNumber(50), await _world.CodeAsync(Bodies.OtherCity, 1));
        (await SendAsync(Order(50))).Outcome.ShouldBe(DeliveryOutcome.CodeRefused);
    }

    [Fact]
    public async Task Operator_of_another_affair_sends_nothing()
    {
        Operator other = new(new OperatorId("clerk-9"), Bodies.City, [Rules.Relief], Bodies.Open);
        (await Side.CitySending.SendAsync(other, Order(1))).Outcome.ShouldBe(DeliveryOutcome.OperatorNotAllowed);
        Side.CityLine.Sent.ShouldBe(0);
    }

    [Fact]
    public async Task Same_notice_again_is_kept_once_and_another_under_its_id_is_refused()
    {
        DeliveryId id = DeliveryId.Create(Bodies.Now);
        await SendAsync(Order(1) with { Id = id });
        (await SendAsync(Order(1) with { Id = id })).Outcome.ShouldBe(DeliveryOutcome.Delivered);
        Delivery again = Side.InboxLine.Last!;
        IDeliveryLine line = Side.Deliveries.LineOf(Bodies.City);
        (await line.SendAsync(again with { Code = await _world.City.Space.FindCodeAsync(new AddresseeNumber(2)) })).Outcome.ShouldBe(DeliveryOutcome.IdIsTaken);
        (await Side.Deliveries.LineOf(Bodies.OtherCity).SendAsync(again)).Outcome.ShouldBe(DeliveryOutcome.Rejected);
        (await line.SendAsync(again with { Id = DeliveryId.Create(Bodies.Now), SentAt = Bodies.Now.AddHours(1), ExpiresAt = Bodies.Now.AddHours(2) })).Outcome.ShouldBe(DeliveryOutcome.Rejected);
        (await ListAsync(_me)).Count.ShouldBe(1);
        (await ListAsync(_other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lost_receipt_and_lost_answer_do_not_double_a_notice()
    {
        Side.InboxLine.LosesReceipts = true;
        DeliveryAnswer waiting = await SendAsync(Order(1));
        waiting.Outcome.ShouldBe(DeliveryOutcome.Waiting);
        Side.InboxLine.LosesReceipts = false;
        Side.CityLine.LosesAnswers = true;
        (await Side.Deliveries.ResumeAsync()).ShouldBe(1);
        (await Side.CitySending.ResumeAsync()).ShouldBe(0);
        Side.CityLine.LosesAnswers = false;
        (await Side.CitySending.ResumeAsync()).ShouldBe(1);
        (await Side.CitySending.FindAsync(waiting.Id))!.Outcome.ShouldBe(DeliveryOutcome.Delivered);
        (await Side.CitySending.FindAsync(DeliveryId.Create(Bodies.Now))).ShouldBeNull();
        (await ListAsync(_me)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Receiver_that_stays_away_lets_the_notice_expire()
    {
        Side.InboxLine.IsDown = true;
        DeliveryAnswer waiting = await SendAsync(Order(1));
        _world.Clock.Now = Bodies.Now.AddDays(30);
        (await Side.CitySending.FindAsync(waiting.Id))!.Outcome.ShouldBe(DeliveryOutcome.Expired);
        (await SendAsync(Order(1) with { ExpiresAt = _world.Clock.Now })).Outcome.ShouldBe(DeliveryOutcome.Rejected);
    }

    [Fact]
    public async Task Ended_delivery_is_forgotten_at_sender_and_core_when_it_is_old_and_one_under_way_is_not()
    {
        DeliveryAnswer ended = await SendAsync(Order(1));
        Delivery sent = Side.InboxLine.Last! with { Code = await _world.City.Space.FindCodeAsync(new AddresseeNumber(1)) };
        Side.InboxLine.IsDown = true;
        DeliveryAnswer waiting = await SendAsync(Order(1) with { ExpiresAt = Bodies.Now.AddDays(60) });
        (await Side.CitySending.ForgetAsync(Bodies.Now, 9)).ShouldBe(0);
        (await Side.CitySending.ForgetAsync(DateTimeOffset.MaxValue, 9)).ShouldBe(1);
        (await Side.CitySending.FindAsync(ended.Id)).ShouldBeNull();
        (await Side.CitySending.FindAsync(waiting.Id))!.Outcome.ShouldBe(DeliveryOutcome.Waiting);

        (await Side.Deliveries.ForgetAsync(DateTimeOffset.MaxValue, 9)).ShouldBe(0, "nothing has expired");
        (await Side.Deliveries.LineOf(Bodies.City).SendAsync(sent)).Outcome.ShouldBe(DeliveryOutcome.Delivered);
        _world.Clock.Now = Bodies.Now.AddDays(31);
        (await Side.Deliveries.ForgetAsync(Bodies.Now.AddDays(30), 9)).ShouldBe(0, "it expired at this moment, not before");
        (await Side.Deliveries.ForgetAsync(_world.Clock.Now, 9)).ShouldBe(1);
        (await Side.Deliveries.ForgetAsync(_world.Clock.Now, 9)).ShouldBe(0);
        (await Side.Deliveries.LineOf(Bodies.City).SendAsync(sent)).Outcome.ShouldBe(DeliveryOutcome.Expired);
        Side.InboxLine.IsDown = false;
        (await Side.CitySending.FindAsync(waiting.Id))!.Outcome.ShouldBe(DeliveryOutcome.Delivered);
        (await ListAsync(_me)).ShouldHaveSingleItem().Id.ShouldBe(waiting.Id);
    }

    [Fact]
    public async Task Changed_delivery_is_not_believed_by_the_portal()
    {
        Func<Delivery, Delivery>[] lies =
        [
            delivery => delivery with { Affair = new AffairId("else") },
            delivery => delivery with { Procedure = default },
            delivery => delivery with { Sender = Bodies.OtherCity },
            delivery => delivery with { Kind = DeliveryKind.GroupNotice },
            delivery => delivery with { ExpiresAt = delivery.ExpiresAt.AddDays(1) },
            delivery => delivery with { Signature = new byte[64] },
            delivery => delivery with { SealedContent = new byte[60] },
            delivery => delivery with { ContentHash = Digest.FromBytes([.. Enumerable.Repeat((byte)1, 32)]) },
        ];
        foreach (Func<Delivery, Delivery> lie in lies)
        {
            Side.InboxLine.Change = lie;
            (await SendAsync(Order(1))).Outcome.ShouldBe(DeliveryOutcome.Untrusted);
        }

        (await ListAsync(_me)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Core_that_claims_an_arrival_is_not_believed_by_the_sender()
    {
        Func<DeliveryAnswer, DeliveryAnswer>[] lies =
        [
            answer => answer with { Receipt = null },
            answer => answer with { Receipt = answer.Receipt! with { Signature = new byte[64] } },
            answer => answer with { Receipt = answer.Receipt! with { At = Bodies.Now.AddDays(1) } },
            answer => answer with { Receipt = answer.Receipt! with { Receiver = Bodies.OtherCity } },
            answer => answer with { Outcome = DeliveryOutcome.NoAccount },
            answer => answer with { Id = DeliveryId.Create(Bodies.Now) },
        ];
        foreach (Func<DeliveryAnswer, DeliveryAnswer> lie in lies)
        {
            Side.CityLine.Change = lie;
            (await SendAsync(Order(1))).Outcome.ShouldBe(DeliveryOutcome.Untrusted);
        }
    }

    [Fact]
    public async Task Signed_receipt_of_other_content_does_not_end_a_delivery_at_the_core()
    {
        Side.InboxLine.ChangeReceipt = receipt =>
        {
            DeliveryReceipt other = receipt with { ContentHash = Digest.FromBytes([.. Enumerable.Repeat((byte)1, 32)]) };
            return other with { Signature = _world.Portal.Parts.Identity.Sign(DeliveryEncoding.SignedPart(other)) };
        };
        (await SendAsync(Order(1))).Outcome.ShouldBe(DeliveryOutcome.Untrusted);
        Side.InboxLine.ChangeReceipt = receipt => receipt;
        (await Side.Deliveries.ResumeAsync()).ShouldBe(1);
        (await Side.CitySending.ResumeAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Changed_receipt_is_not_believed_by_the_core()
    {
        Side.InboxLine.ChangeReceipt = receipt => receipt with { Outcome = DeliveryOutcome.NoAccount };
        DeliveryAnswer answer = await SendAsync(Order(1));
        answer.Outcome.ShouldBe(DeliveryOutcome.Untrusted);
        Side.InboxLine.ChangeReceipt = receipt => receipt;
        (await Side.CitySending.FindAsync(answer.Id))!.Outcome.ShouldBe(DeliveryOutcome.Delivered);
    }

    [Fact]
    public async Task Reading_is_marked_once_and_by_the_person()
    {
        await SendAsync(Order(1));
        (await Side.Inbox.MarkReadAsync(_other, 0)).ShouldBeFalse();
        (await Side.Inbox.MarkReadAsync(_me, 1)).ShouldBeFalse();
        (await Side.Inbox.MarkReadAsync(_me, -1)).ShouldBeFalse();
        (await Side.Inbox.MarkReadAsync(_me, 0)).ShouldBeTrue();
        _world.Clock.Now = Bodies.Now.AddDays(1);
        (await Side.Inbox.MarkReadAsync(_me, 0)).ShouldBeTrue();
        (await ListAsync(_me)).Single().ReadAt.ShouldBe(Bodies.Now);
    }

    [Fact]
    public async Task Expired_notice_is_not_shown_and_its_content_is_dropped()
    {
        await SendAsync(Order(1));
        await SendAsync(Order(1) with { ExpiresAt = Bodies.Now.AddDays(60) });
        _world.Clock.Now = Bodies.Now.AddDays(30);
        (await ListAsync(_me)).ShouldHaveSingleItem().Number.ShouldBe(1);
        _world.Clock.Now = Bodies.Now;
        (await ListAsync(_me)).ShouldHaveSingleItem().Number.ShouldBe(1);
    }

    [Fact]
    public async Task Delegate_for_records_reads_no_notices()
    {
        await SendAsync(Order(1));
        DelegationOffer offer = await Side.Delegations.OfferAsync(_me.Account, new DelegationScope { Functions = [PortalFunction.ProvisionRecords], Period = Bodies.Open });
        await Side.Delegations.AcceptAsync(_other.Account, offer);
        (await ListAsync(PortalCaller.For(_other.Account, offer.Id))).ShouldBeEmpty();
        (await Side.Inbox.MarkReadAsync(PortalCaller.For(_other.Account, offer.Id), 0)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("no title", " ", 1)]
    [InlineData("long text", "t", 8001)]
    public void Content_out_of_bounds_is_refused(string row, string title, int length) => Should.Throw<ArgumentException>(() => new NoticeContent(title, new string('x', length)), row);

    [Fact]
    public void Policy_with_an_unsound_rule_is_refused()
    {
        DeliveryRule[] bad =
        [
            PortalSide.Notices with { Kinds = [] }, PortalSide.Notices with { Affair = default }, PortalSide.Notices with { Period = default }, PortalSide.Notices with { Procedures = [default] },
            PortalSide.Notices with { Basis = new LegalBasis(BasisKind.Ordinance, "条例") },
        ];
        foreach (DeliveryRule rule in bad)
        {
            Should.Throw<ArgumentException>(() => new DeliveryPolicy(Bodies.Directory, [rule]));
        }

        Should.Throw<ArgumentException>(() => new DeliveryPolicy(Bodies.Directory, [PortalSide.Notices, PortalSide.Notices]));
    }

    private static DeliveryOrder Order(int person) => new()
    {
        Kind = DeliveryKind.Notice, Addressee = new AddresseeNumber(person), Receiver = Bodies.Portal, Affair = Rules.Allowance, Procedure = Rules.Grant,
        Content = new NoticeContent("健診", "お知らせ").ToBytes(), ExpiresAt = Bodies.Now.AddDays(30),
    };

    private async Task<DeliveryAnswer> SendAsync(DeliveryOrder order) => await Side.CitySending.SendAsync(_world.Clerk, order);

    private async Task<IReadOnlyList<InboxNotice>> ListAsync(PortalCaller caller) => await Side.Inbox.ListAsync(caller, 0, 50);
}
