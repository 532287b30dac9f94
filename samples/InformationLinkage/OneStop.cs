using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Inbox;
using MyNumber.Linkage.Portal.OneStop;
using MyNumber.Linkage.Portal.SelfInformation;
using MyNumber.Linkage.Push;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace InformationLinkage;

/// <summary>The city tells of next year's allowance; the person opens the form from the notice, which is filled already, and sends it once.</summary>
internal sealed class OneStop(Network network, LabPortal portal, Journal journal, Narrator narrator)
{
    private static readonly ItemId _household = new("household-size");
    private static readonly ItemId _income = new("income");
    private static readonly ItemId _account = new("account");

    private readonly LabBody _city = network[ChildAllowance.City];

    private string Site => network.NameOf(ChildAllowance.Portal);

    /// <summary>The form of the allowance.</summary>
    public static ProcedureDescription Form { get; } = new()
    {
        Id = ChildAllowance.Grant, Affair = ChildAllowance.Affair, Prefill = ChildAllowance.OwnData,
        Fields =
        [
            new FormField(_household, true, new PrefillSource(ChildAllowance.ResidentCity, ChildAllowance.ResidentRecord, _household)),
            new FormField(_income, true, new PrefillSource(ChildAllowance.TaxCity, ChildAllowance.LocalTax, _income)),
            new FormField(_account, true),
        ],
        Receivers = [new FormReceiver(ChildAllowance.City, [_household, _income, _account])],
    };

    public async Task TellAsync(PortalCaller me)
    {
        journal.Chapter("マイナポータル: 自己情報・お知らせ・ワンストップ");
        network.Core.DeliveryPolicy = ChildAllowance.CreateDeliveryPolicy(network.Description);
        journal.Note(Journal.Person, Site, "自己情報を求める", ArrowKind.Request);
        InquiryResult own = await portal.Own.AskAsync(me, new SelfInformationOrder
        {
            Provider = ChildAllowance.TaxCity, Procedure = ChildAllowance.OwnData, ItemSet = ChildAllowance.LocalTax, Items = [_income],
        });
        bool isAlike = await journal.NoteAsync(ChildAllowance.Portal, ChildAllowance.TaxCity, ChildAllowance.LocalTax, own);
        journal.Note(Site, Journal.Person, Names.Of(ChildAllowance.LocalTax), ArrowKind.Provided);
        narrator.Step("自己情報表示: 地方税関係情報", Application.Told(own), own.Outcome == InquiryOutcome.Provided && isAlike);

        ProcedureId named = await NotifyAsync(me);
        PortalApplication sent = await ApplyAsync(me, named);
        await ReceiveAsync(sent);
    }

    private async Task<ProcedureId> NotifyAsync(PortalCaller me)
    {
        DeliverySender sender = new(_city.Parts, network.Core.Deliveries.LineOf(ChildAllowance.City));
        DeliveryAnswer answer = await sender.SendAsync(_city.CreateWorker(ChildAllowance.Affair), new DeliveryOrder
        {
            Kind = DeliveryKind.Notice, Addressee = ChildAllowance.Addressee(ChildAllowance.City, Network.Applicant), Receiver = ChildAllowance.Portal,
            Affair = ChildAllowance.Affair, Procedure = ChildAllowance.Grant, Content = new NoticeContent("手当の現況届", "来年度分の届出ができます。").ToBytes(),
            ExpiresAt = DateTimeOffset.UtcNow.AddDays(30),
        });
        IReadOnlyList<InboxNotice> inbox = await portal.Inbox.ListAsync(me, 0, 10);
        journal.Relay(network.NameOf(ChildAllowance.City), Site, "お知らせ（封緘）", ArrowKind.Provided);
        journal.Relay(Site, network.NameOf(ChildAllowance.City), "署名付きの受領証", ArrowKind.Request);
        journal.Note(Site, Journal.Person, "お知らせ", ArrowKind.Provided);
        narrator.Step("市からのお知らせが届く (照会なしのプッシュ型)", $"{answer.Outcome}、「{inbox.FirstOrDefault()?.Content.Title}」", answer.Outcome == DeliveryOutcome.Delivered && inbox.Count == 1);
        return inbox[0].Procedure;
    }

    private async Task<PortalApplication> ApplyAsync(PortalCaller me, ProcedureId procedure)
    {
        journal.Note(Journal.Person, Site, "お知らせから届出を開く", ArrowKind.Request);
        PortalApplication draft = (await portal.OneStop.StartAsync(me, procedure)).Application!;
        bool isAlike = true;
        foreach (Prefill prefill in draft.Prefills)
        {
            isAlike &= await journal.NoteAsync(ChildAllowance.Portal, prefill.Provider, prefill.Set, prefill.Inquiry, prefill.Outcome);
        }

        journal.Note(Site, Journal.Person, "入力済みの届出", ArrowKind.Provided);
        int filled = draft.Fields.Count(field => field.Origin == FieldOrigin.Prefilled);
        narrator.Step("お知らせから届出を開く", $"{draft.Fields.Length} 欄のうち {filled} 欄が入力済み、照会 {draft.Prefills.Length} 件も記録された", filled == 2 && isAlike && draft.Prefills.Length == 2);
        OneStopOutcome early = (await portal.OneStop.ConfirmAsync(me, draft.Id)).Outcome;
        narrator.Step("× 必須欄が空のまま確定しようとする", $"{early}", early == OneStopOutcome.Incomplete);

        await portal.OneStop.EditAsync(me, draft.Id, _account, "架空銀行 0000000");
        await portal.OneStop.ConfirmAsync(me, draft.Id);
        ApplicationReception reception = new(_city.Parts);
        network.Core.Deliveries.Connect(ChildAllowance.City, reception);
        journal.Note(Journal.Person, Site, "確かめて一度だけ送る", ArrowKind.Request);
        PortalApplication sent = (await portal.OneStop.SubmitAsync(me, draft.Id)).Application!;
        journal.Relay(Site, network.NameOf(ChildAllowance.City), "届出（封緘）", ArrowKind.Provided);
        journal.Relay(network.NameOf(ChildAllowance.City), Site, "署名付きの受領証", ArrowKind.Request);
        bool isDelivered = sent.Submissions is [{ Answer: { Outcome: DeliveryOutcome.Delivered, Receipt: not null } }];
        narrator.Step("本人が確かめて一度だけ送信", $"{sent.State}、署名付きの受領証 {sent.Submissions.Length} 通", isDelivered);
        return sent;
    }

    private async Task ReceiveAsync(PortalApplication sent)
    {
        IReadOnlyList<ReceivedApplication> received = await new ApplicationReception(_city.Parts).ListAsync(_city.CreateWorker(ChildAllowance.Affair), 0, 10);
        bool isHis = received is [{ } only] && only.Addressee == ChildAllowance.Addressee(ChildAllowance.City, Network.Applicant) && only.Content.Id == sent.Id;
        narrator.Step("市: 宛名番号で本人と分かり、自動入力の欄と本人入力の欄が区別されている", $"{received.Count} 件", isHis
            && received[0].Content.Fields.Select(field => field.Origin).SequenceEqual([FieldOrigin.Prefilled, FieldOrigin.Prefilled, FieldOrigin.Entered]));
    }
}
