using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Core.Residents;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

/// <summary>What a body gets of the core beside inquiries, over every kind of line: deliveries, people's records, acquisitions, notices.</summary>
public abstract class BodyLinesContract : IAsyncLifetime
{
    private readonly Func<Task<IExchangeWorld>> _start;
    private IExchangeWorld _world = null!;

    private protected BodyLinesContract(Func<Task<IExchangeWorld>> start) => _start = start;

    private LabBody City => _world.Lab[ChildAllowance.City];

    public async Task InitializeAsync() => _world = await _start();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Notice_gets_to_the_inbox_with_a_receipt_and_once()
    {
        PortalCaller me = await RegisterAsync();
        Delivery sent = null!;
        IDeliveryLine line = _world.DeliveryLineOf(ChildAllowance.City);
        DeliveryAnswer answer = await SendAsync(new DeliverySender(City.Parts, new Tap(line, delivery => sent = delivery)), Notice());
        (answer.Outcome, answer.Receipt!.Receiver).ShouldBe((DeliveryOutcome.Delivered, ChildAllowance.Portal));
        DeliveryAnswer again = await line.SendAsync(sent);
        (again.Id, again.Outcome, again.Receipt!.At).ShouldBe((answer.Id, DeliveryOutcome.Delivered, answer.Receipt.At));
        (await _world.Portal.Inbox.ListAsync(me, 0, 10)).ShouldHaveSingleItem().Content.Text.ShouldBe("お知らせ");
    }

    [Fact]
    public async Task Delivery_that_no_rule_allows_and_one_in_anothers_name_are_refused()
    {
        await RegisterAsync();
        Delivery sent = null!;
        DeliverySender sender = new(City.Parts, new Tap(_world.DeliveryLineOf(ChildAllowance.City), delivery => sent = delivery));
        (await SendAsync(sender, Notice() with { Receiver = ChildAllowance.TaxOffice })).Outcome.ShouldBe(DeliveryOutcome.RefusedByRule);
        (await _world.DeliveryLineOf(ChildAllowance.TaxOffice).SendAsync(sent)).Outcome.ShouldBe(DeliveryOutcome.Rejected);
        (await _world.DeliveryLineOf(ChildAllowance.City).SendAsync(sent with { ExpiresAt = sent.ExpiresAt.AddDays(1) })).Outcome.ShouldBe(DeliveryOutcome.IdIsTaken);
    }

    [Fact]
    public async Task Receiver_that_stays_away_lets_the_delivery_wait()
    {
        await RegisterAsync();
        _world.Lab.Core.Deliveries.Connect(ChildAllowance.Portal, new Away());
        (await SendAsync(new DeliverySender(City.Parts, _world.DeliveryLineOf(ChildAllowance.City)), Notice())).Outcome.ShouldBe(DeliveryOutcome.Waiting);
    }

    [Fact]
    public async Task Person_sees_records_page_by_page_with_proofs_that_hold()
    {
        AgencyCode code = await PortalsCodeAsync();
        InquiryId first = (await City.Asking.InquireAsync(City.CreateWorker(ChildAllowance.Affair), ChildAllowance.Order(person: 0, need: 1))).Inquiry;
        using ECDsa coreKey = _world.Lab.Keys.Core.CreateLogKey();
        CitizenLog mine = new(coreKey);
        IRecordLine line = _world.RecordLineOf(ChildAllowance.Portal);
        RecordPage page = await line.AskAsync(new RecordQuery { Code = code });
        page.Records.Select(proof => proof.Record.Record.Inquiry).ShouldBe([first]);
        mine.Verify(page).IsVerified.ShouldBeTrue();
        _world.Clock.Advance(TimeSpan.FromMilliseconds(5));
        InquiryId second = (await City.Asking.InquireAsync(City.CreateWorker(ChildAllowance.Affair), ChildAllowance.Order(person: 0, need: 0))).Inquiry;
        RecordPage one = await line.AskAsync(new RecordQuery { Code = code, Most = 1, LastSeen = mine.LastSeen });
        (one.Records.Single().Record.Record.Inquiry, one.Next!.Value.Key.Inquiry, one.Consistency!.FirstSize).ShouldBe((first, first, 1));
        mine.Verify(one).IsVerified.ShouldBeTrue();
        RecordPage two = await line.AskAsync(new RecordQuery { Code = code, Most = 1, After = one.Next, LastSeen = mine.LastSeen });
        (two.Records.Single().Record.Record.Inquiry, two.Next).ShouldBe((second, null));
        mine.Verify(two).IsVerified.ShouldBeTrue();
        (await line.AskAsync(new RecordQuery { Code = code, Until = page.Records[0].Record.Record.RequestedAt })).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_no_portal_and_who_has_another_code_get_no_records()
    {
        AgencyCode code = await PortalsCodeAsync();
        AgencyCode citys = await City.Space.FindCodeAsync(ChildAllowance.Addressee(ChildAllowance.City, 0));
        await City.Asking.InquireAsync(City.CreateWorker(ChildAllowance.Affair), ChildAllowance.Order(person: 0, need: 1));
        RecordPage[] refused =
        [
            await _world.RecordLineOf(ChildAllowance.City).AskAsync(new RecordQuery { Code = citys }),
            await _world.RecordLineOf(ChildAllowance.City).AskAsync(new RecordQuery { Code = code }),
            await _world.RecordLineOf(ChildAllowance.Portal).AskAsync(new RecordQuery { Code = citys }),
            await _world.RecordLineOf(ChildAllowance.Portal).AskAsync(new RecordQuery { Code = code, Most = 0 }),
        ];
        refused.Select(page => page.Outcome).ShouldBe([RecordQueryOutcome.NotPortal, RecordQueryOutcome.NotPortal, RecordQueryOutcome.CodeRefused, RecordQueryOutcome.Malformed]);
        refused.ShouldAllBe(page => page.Records.IsEmpty && page.Head == null);
    }

    [Fact]
    public async Task Code_is_acquired_collected_and_confirmed_by_its_agency_alone()
    {
        IAgencyDoor door = _world.DoorOf(ChildAllowance.City);
        AcquisitionOpening opening = await door.OpenAsync(AcquisitionRoute.Jlis, VerificationLevel.Card);
        opening.Outcome.ShouldBe(AcquisitionOutcome.Done);
        (await door.CollectAsync(opening.Number)).Outcome.ShouldBe(AcquisitionOutcome.WrongState);
        LabPerson person = _world.Lab.Network.People[0];
        await _world.Lab.Core.Jlis.AcquireAsync(opening.Number, new ResidentQuery(person.Number, person.Attributes));
        (await _world.DoorOf(ChildAllowance.TaxCity).CollectAsync(opening.Number)).Outcome.ShouldBe(AcquisitionOutcome.UnknownNumber);
        AcquisitionAnswer answer = await door.CollectAsync(opening.Number);
        answer.Code.ShouldBe(await City.Space.FindCodeAsync(ChildAllowance.Addressee(ChildAllowance.City, 0)));
        (await door.ConfirmAsync(opening.Number)).State.ShouldBe(AcquisitionState.Erased);
        (await door.CollectAsync(opening.Number)).Outcome.ShouldBe(AcquisitionOutcome.UnknownNumber);
    }

    [Fact]
    public async Task What_the_core_does_not_allot_is_told_as_data()
    {
        IAgencyDoor door = _world.DoorOf(ChildAllowance.City);
        (await door.OpenAsync(AcquisitionRoute.FamilyRegister, VerificationLevel.Card)).ShouldBe(new AcquisitionOpening(AcquisitionOutcome.WrongRoute, default));
        (await door.OpenAsync(AcquisitionRoute.Jlis, default)).ShouldBe(new AcquisitionOpening(AcquisitionOutcome.LevelTooLow, default));
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        (await door.ConfirmAsync(AcquisitionNumber.Draw(random))).Outcome.ShouldBe(AcquisitionOutcome.UnknownNumber);
        await Should.ThrowAsync<ArgumentException>(async () => await door.CollectAsync(default));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await door.NoticesAsync(0));
    }

    [Fact]
    public async Task Notices_are_read_and_taken_by_their_holder_alone()
    {
        CodeHolderId holder = HolderOf(ChildAllowance.City);
        CoreNotice notice = new(
            holder, NoticeKind.Replaced, AgencyCode.FromEnvelope(Convert.FromHexString(Samples.CodeText)), default, default, HolderOf(ChildAllowance.TaxCity), _world.Clock.GetUtcNow());
        await _world.Lab.Core.Stores.Notices.AddAsync([notice, notice with { Kind = NoticeKind.WrongPerson }]);
        IAgencyDoor other = _world.DoorOf(ChildAllowance.TaxCity);
        (await other.NoticesAsync(10)).ShouldBeEmpty();
        (await other.MarkTakenAsync([notice])).ShouldBe(0);
        IAgencyDoor door = _world.DoorOf(ChildAllowance.City);
        (await door.NoticesAsync(10)).ShouldBe([notice, notice with { Kind = NoticeKind.WrongPerson }]);
        (await door.NoticesAsync(1)).ShouldBe([notice]);
        (await door.MarkTakenAsync([notice])).ShouldBe(1);
        (await door.MarkTakenAsync([notice])).ShouldBe(0);
        (await door.NoticesAsync(10)).ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.WrongPerson);
    }

    private CodeHolderId HolderOf(AgencyId agency) =>
        _world.Lab.Network.Directory.TryFindHolderOf(agency, _world.Clock.GetUtcNow(), out CodeHolder? holder) ? holder.Id : throw new InvalidOperationException("No holder.");

    private async Task<PortalCaller> RegisterAsync() =>
        PortalCaller.Self((await _world.Portal.Registrations.RegisterAsync(_world.Lab.Network.People[0].Login)).Account);

    private async Task<AgencyCode> PortalsCodeAsync() => await _world.Portal.Accounts.FindCodeAsync((await RegisterAsync()).Account);

    private ValueTask<DeliveryAnswer> SendAsync(DeliverySender sender, DeliveryOrder order) => sender.SendAsync(City.CreateWorker(ChildAllowance.Affair), order);

    private DeliveryOrder Notice() => new()
    {
        Kind = DeliveryKind.Notice, Addressee = ChildAllowance.Addressee(ChildAllowance.City, 0), Receiver = ChildAllowance.Portal, Affair = ChildAllowance.Affair,
        Procedure = ChildAllowance.Grant, Content = new NoticeContent("健診", "お知らせ").ToBytes(), ExpiresAt = _world.Clock.GetUtcNow().AddDays(30),
    };

    private sealed class Tap(IDeliveryLine inner, Action<Delivery> see) : IDeliveryLine
    {
        public ValueTask<DeliveryAnswer> SendAsync(Delivery delivery, CancellationToken cancellationToken = default)
        {
            see(delivery);
            return inner.SendAsync(delivery, cancellationToken);
        }
    }

    private sealed class Away : IDeliveryReceiver
    {
        public ValueTask<DeliveryReceipt> ReceiveAsync(Delivery delivery, CancellationToken cancellationToken = default) => throw new IOException("Down.");
    }
}
