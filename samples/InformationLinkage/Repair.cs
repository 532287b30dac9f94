using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Corrections;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace InformationLinkage;

/// <summary>A wrong link (紐付け誤り) comes to light and is mended: superseded, never overwritten, and everybody concerned is told.</summary>
internal sealed class Repair(Network network, Journal journal, Narrator narrator)
{
    private const int PensionNeed = 4;

    private readonly LabBody _city = network[ChildAllowance.City];
    private readonly LabBody _pension = network[ChildAllowance.PensionOffice];

    private bool _isAlike = true;

    /// <summary>The inquiry that was answered with another person's data.</summary>
    public InquiryId Leaked { get; private set; }

    public async Task TellAsync()
    {
        journal.Chapter("紐付け誤りの発見と訂正");
        InquiryResult leaked = await AskAsync(Network.Relative);
        Leaked = leaked.Inquiry;
        bool isApplicants = leaked.Payload is { } payload && payload.Items[0].Value.EndsWith($"of {Network.Applicant}", StringComparison.Ordinal);
        narrator.Step("家族について照会すると、申請者本人の情報が返る", "年金機関は申請者の記録を家族の符号に結び付けていた", isApplicants);

        AddresseeNumber addressee = ChildAllowance.Addressee(ChildAllowance.PensionOffice, Network.Applicant);
        AgencyCode wrong = await _pension.Space.FindCodeAsync(addressee);
        LinkCode right = await network.Core.Links.FindAsync(network.Description.People[Network.Applicant].ResidentCode);
        TieCorrection correction = new(network.HolderOf(ChildAllowance.PensionOffice), wrong, right, keepsWrong: false, [network.HolderOf(ChildAllowance.City).Id]);
        (CorrectionOutcome outcome, _) = await network.Core.Corrections.CorrectTieAsync(correction);
        narrator.Step("コア: 誤った符号を終わらせ、正しい符号を発行 (上書きしない)", $"{outcome}", outcome == CorrectionOutcome.Corrected);
        await TakeNoticesAsync(addressee);

        InquiryResult applicant = await AskAsync(Network.Applicant);
        narrator.Step("申請者について照会し直す", Application.Told(applicant), applicant.Outcome == InquiryOutcome.Provided);
        InquiryResult relative = await AskAsync(Network.Relative);
        narrator.Step("家族について照会し直す", Application.Told(relative), relative.Outcome == InquiryOutcome.ProviderHasNoCode && _isAlike);
        Narrator.Line("五つの機関からの情報がそろい、手当を支給できる。");
    }

    private async Task TakeNoticesAsync(AddresseeNumber addressee)
    {
        AgencyDoor door = network.Core.DoorOf(ChildAllowance.PensionOffice);
        CoreNotice told = (await door.NoticesAsync(10)).Single(notice => notice.Kind == NoticeKind.WrongPerson);
        journal.Note(Journal.Core, network.NameOf(ChildAllowance.PensionOffice), "紐付け誤りの通知", ArrowKind.Repair);
        CodeTieOutcome tie = await _pension.Space.RetieAsync(addressee, told.Code, told.Replacement);
        int taken = await door.MarkTakenAsync([told]);
        narrator.Step("年金機関: 通知を受け、宛名番号を正しい符号に結び直す", $"{tie}", tie == CodeTieOutcome.Tied && taken == 1);

        IReadOnlyList<CoreNotice> city = await network.Core.DoorOf(ChildAllowance.City).NoticesAsync(10);
        journal.Note(Journal.Core, network.NameOf(ChildAllowance.City), "受領情報の確認依頼", ArrowKind.Repair);
        narrator.Step("市: 誤った符号で受け取った情報を確かめるよう通知を受ける", $"{city.Count} 件", city is [{ Kind: NoticeKind.CheckExchanged }]);
    }

    private async Task<InquiryResult> AskAsync(int person)
    {
        InquiryOrder order = ChildAllowance.Order(person, PensionNeed);
        InquiryResult result = await _city.Asking.InquireAsync(_city.CreateWorker(ChildAllowance.Affair), order);
        _isAlike &= await journal.NoteAsync(ChildAllowance.City, order.Provider, order.ItemSet, result);
        return result;
    }
}
