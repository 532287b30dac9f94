using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Permission;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace InformationLinkage;

/// <summary>What the network does not let through; each refusal is recorded too.</summary>
internal sealed class Refusals(Network network, Journal journal, Narrator narrator)
{
    public async Task TellAsync()
    {
        journal.Chapter("通らない照会");
        LabBody office = network[ChildAllowance.TaxOffice];
        Operator taxClerk = office.CreateWorker(ChildAllowance.IncomeTax);
        InquiryOrder tax = Order(ChildAllowance.TaxOffice, 1) with { Affair = ChildAllowance.IncomeTax };
        await AskAsync("税務署が地方税関係情報を照会 (規則にある)", ChildAllowance.TaxOffice, taxClerk, tax, InquiryOutcome.Provided);
        await AskAsync(
            "× 税務署が障害者関係情報を照会 (規則にない)", ChildAllowance.TaxOffice, taxClerk,
            Order(ChildAllowance.TaxOffice, 2) with { Affair = ChildAllowance.IncomeTax }, InquiryOutcome.RefusedByRule);

        LabBody city = network[ChildAllowance.City];
        InquiryResult outside = await city.Asking.InquireAsync(city.CreateWorker(ChildAllowance.IncomeTax), ChildAllowance.Order(Network.Applicant, 1));
        journal.Note(network.NameOf(ChildAllowance.City), network.NameOf(ChildAllowance.City), "別の係: 送らない", ArrowKind.Refused);
        narrator.Step("× 市の別の係の職員が照会", $"{outside.State}: 何も送られない", outside.State == InquiryState.OperatorNotAllowed);

        PermissionPolicy before = network.Core.Policy;
        AssessmentBreach breach = new(ChildAllowance.City, IsReceiving: true, new ValidPeriod(DateTimeOffset.UnixEpoch));
        network.Core.Policy = new PermissionPolicy(before.Directory, before.Matrix, new PermissionNotices([], [breach], []));
        await AskAsync(
            "× 市のファイルが特定個人情報保護評価の規則に反すると通知された (28条)", ChildAllowance.City, city.CreateWorker(ChildAllowance.Affair),
            ChildAllowance.Order(Network.Applicant, 1), InquiryOutcome.RefusedPia);
        network.Core.Policy = before;
    }

    private static InquiryOrder Order(AgencyId inquirer, int need) => ChildAllowance.Order(Network.Applicant, need) with { Addressee = ChildAllowance.Addressee(inquirer, Network.Applicant) };

    private async Task AskAsync(string what, AgencyId inquirer, Operator worker, InquiryOrder order, InquiryOutcome expected)
    {
        InquiryResult result = await network[inquirer].Asking.InquireAsync(worker, order);
        bool isAlike = await journal.NoteAsync(inquirer, order.Provider, order.ItemSet, result);
        narrator.Step(what, Names.Of(result.Outcome), result.State == InquiryState.Done && result.Outcome == expected && isAlike);
    }
}
