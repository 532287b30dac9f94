using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Linkage.Portal.Delegation;
using MyNumber.Linkage.Portal.Records;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace InformationLinkage;

/// <summary>The citizen looks (マイナポータル): who asked about me, and is it true.</summary>
internal sealed class Citizen(Network network, LabPortal portal, Journal journal, Narrator narrator)
{
    public async Task<PortalCaller> TellAsync()
    {
        journal.Chapter("マイナポータル: 自分の情報のやりとりを確かめる");
        Registration registration = await portal.Registrations.RegisterAsync(network.Description.People[Network.Applicant].Login);
        PortalCaller me = PortalCaller.Self(registration.Account);
        string site = network.NameOf(ChildAllowance.Portal);
        journal.Note(Journal.Person, site, "証明書でログイン", ArrowKind.Request);
        journal.Acquired(site, "ログインの照合値", "ポータル自身の符号");
        narrator.Step("利用者登録: 証明書でのログインを口座に結び、ポータル自身の符号を取得", "個人番号も他機関の符号もポータルには来ない", registration.IsDone);

        using ECDsa coreKey = network.Keys.Core.CreateLogKey();
        CitizenLog own = new(coreKey);
        RecordPage page = await portal.Records.ReadAsync(me, default, null, 50, null);
        Show(page);
        CitizenFinding finding = own.Verify(page);
        journal.Note(Journal.Person, site, "誰が何を見たか", ArrowKind.Request);
        journal.Note(site, Journal.Core, "ポータルの符号で求める", ArrowKind.Request);
        journal.Note(Journal.Core, site, "記録と証明", ArrowKind.Provided);
        journal.Note(site, Journal.Person, "記録と証明", ArrowKind.Provided);
        journal.Note(Journal.Person, Journal.Person, "手元で検証", ArrowKind.Request);
        narrator.Step("手元で検証: 各記録の包含証明と署名付きヘッド", $"{page.Records.Length} 件すべて正しい", finding.IsVerified && page.Records.Length > 0);

        CitizenFinding bent = new CitizenLog(coreKey).Verify(page with { Records = page.Records.SetItem(0, Bend(page.Records[0])) });
        narrator.Step("× 表示される記録を一件だけ書き換えてみる", $"{bent.Failed.Length} 件を名指し: {bent.Failed.FirstOrDefault().Reason}",
            bent.Failed is [{ Reason: RecordFailure.NotProved } failed] && failed.Key == page.Records[0].Record.Record.Key);

        Registration relative = await portal.Registrations.RegisterAsync(network.Description.People[Network.Relative].Login);
        RecordPage theirs = await portal.Records.ReadAsync(PortalCaller.Self(relative.Account), default, null, 50, null);
        bool isApart = theirs.Records.All(record => page.Records.All(mine => mine.Record.Record.Inquiry != record.Record.Record.Inquiry));
        narrator.Step("家族が自分の記録を見る", $"{theirs.Records.Length} 件、本人の記録は一件も混ざらない", isApart && theirs.Records.Length > 0);
        await RefuseDelegateAsync(me, relative.Account);
        return me;
    }

    private async Task RefuseDelegateAsync(PortalCaller me, AddresseeNumber relative)
    {
        DelegationScope notices = new() { Functions = [PortalFunction.Notices], Period = new ValidPeriod(DateTimeOffset.UnixEpoch) };
        DelegationOffer offer = await portal.Delegations.OfferAsync(me.Account, notices);
        bool accepted = await portal.Delegations.AcceptAsync(relative, offer);
        RecordPage asked = await portal.Records.ReadAsync(PortalCaller.For(relative, offer.Id), default, null, 50, null);
        narrator.Step("× お知らせだけを任された代理人が記録を見ようとする", $"{asked.Outcome}", accepted && asked.Outcome == RecordQueryOutcome.NotAllowed && asked.Records.IsEmpty);
        await portal.Delegations.RevokeAsync(me.Account, offer.Id);
    }

    private void Show(RecordPage page)
    {
        foreach (AccessRecord record in page.Records.Select(proof => proof.Record.Record))
        {
            Narrator.Line($"{network.NameOf(record.Inquirer)} → {network.NameOf(record.Provider)}　{Names.Of(record.ItemSet)}　{Names.Of(record.Outcome)}");
        }
    }

    private static RecordProof Bend(RecordProof proof) =>
        proof with { Record = new SaltedRecord(proof.Record.Record with { Inquirer = ChildAllowance.TaxOffice }, proof.Record.Salt) };
}
