using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace InformationLinkage;

/// <summary>An application for the allowance: what five papers would have told is asked of five providers (添付書類の省略).</summary>
internal sealed class Application(Network network, Journal journal, Narrator narrator)
{
    public async Task TellAsync()
    {
        journal.Chapter("手当の申請: 添付書類の代わりに五つの機関へ照会");
        journal.Note(Journal.Person, network.NameOf(ChildAllowance.City), "申請（添付書類なし）", ArrowKind.Request);
        LabBody city = network[ChildAllowance.City];
        Operator clerk = city.CreateWorker(ChildAllowance.Affair);
        for (int need = 0; need < ChildAllowance.Needs.Count; need++)
        {
            InquiryOrder order = ChildAllowance.Order(Network.Applicant, need);
            InquiryResult result = await city.Asking.InquireAsync(clerk, order);
            string what = $"{network.NameOf(order.Provider)} に{Names.Of(order.ItemSet)}を照会";
            bool waits = result.State == InquiryState.Waiting;
            if (waits)
            {
                narrator.Step(what, "未了: 自動では答えず、提供者の職員が確かめるのを待つ", order.ItemSet == ChildAllowance.Disability && result.Outcome is null);
                result = await ReleaseAsync(city, order, result.Inquiry);
                what = $"{network.NameOf(ChildAllowance.City)}: {network.NameOf(order.Provider)}の回答を受け取りに行く";
            }

            bool isAlike = await journal.NoteAsync(ChildAllowance.City, order.Provider, order.ItemSet, result, waits);
            InquiryOutcome expected = order.Provider == ChildAllowance.PensionOffice ? InquiryOutcome.ProviderHasNoCode : InquiryOutcome.Provided;
            narrator.Step(what, Told(result) + (isAlike ? "、当事者の記録は同じ" : "、当事者の記録が違う"), result.Outcome == expected && isAlike);
        }

        Narrator.Line("年金を受けているはずの申請者の符号が年金機関にない。紐付けを調べる。");
    }

    public static string Told(InquiryResult result) => result.Payload is { } payload
        ? $"{Names.Of(result.Outcome)}: {payload.Items.Count} 項目、{result.AsOf:yyyy-MM-dd} 現在"
        : Names.Of(result.Outcome);

    /// <summary>What must not be answered by a machine waits for a human at the provider (自動応答不可).</summary>
    private async Task<InquiryResult> ReleaseAsync(LabBody city, InquiryOrder order, InquiryId inquiry)
    {
        LabBody provider = network[order.Provider];
        ReleaseOutcome other = await provider.Giving.ReleaseAsync(provider.CreateWorker(ChildAllowance.IncomeTax), inquiry);
        narrator.Step("× 担当でない職員が回答を承認しようとする", $"{other}", other == ReleaseOutcome.OperatorNotAllowed);
        ReleaseOutcome released = await provider.Giving.ReleaseAsync(provider.CreateWorker(order.Affair), inquiry);
        narrator.Step($"{network.NameOf(order.Provider)}: 担当職員が確かめて承認", $"{released}", released == ReleaseOutcome.Released);
        return await city.Asking.CollectAsync(city.CreateWorker(order.Affair), inquiry);
    }
}
