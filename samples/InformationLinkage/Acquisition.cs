using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Residents;
using MyNumber.Linkage.Intermediate;
using MyNumber.Testing.Linkage;

namespace InformationLinkage;

/// <summary>Every body but the portal acquires its own code of every person it holds (符号の取得).</summary>
internal sealed class Acquisition(Network network, Journal journal, Narrator narrator)
{
    public async Task TellAsync()
    {
        journal.Chapter("符号の取得 (番号法21条の2): 取得番号 → 住基側 → コア → 機関別符号");
        foreach (LabBody body in network.Bodies.Where(body => body.Agency != ChildAllowance.Portal))
        {
            int tied = 0, held = 0;
            foreach ((LabPerson person, LabHolding holding) in network.Description.HeldBy(body.Agency).Where(held => IsCustomer(body, held.Person)))
            {
                held++;
                tied += await AcquireAsync(network, body, OnForm(body, person).Query, holding.Addressee) == CodeTieOutcome.Tied ? 1 : 0;
            }

            string name = network.NameOf(body.Agency);
            journal.Acquired(name, "個人番号・4情報", $"機関別符号 {tied} 人分");
            narrator.Step($"{name}: {held} 人の符号を取得し、宛名番号に結び付ける", $"{tied} 人を結び付け、取得番号は消去", tied == held);
        }

        await RefuseAsync();
    }

    /// <summary>The whole way of one code: number, residents' network, core, delivery, erasure, tie.</summary>
    public static async Task<CodeTieOutcome> AcquireAsync(Network network, LabBody body, ResidentQuery query, AddresseeNumber addressee)
    {
        AgencyDoor door = network.Core.DoorOf(body.Agency);
        AcquisitionOpening opening = await door.OpenAsync(AcquisitionRoute.Jlis, VerificationLevel.FourAttributes);
        await network.Core.Jlis.AcquireAsync(opening.Number, query);
        AcquisitionAnswer answer = await door.CollectAsync(opening.Number);
        if (answer.Outcome != AcquisitionOutcome.Done)
        {
            return CodeTieOutcome.NotTied;
        }

        CodeTieOutcome tie = await body.Space.TieAsync(addressee, answer.Code);
        await door.ConfirmAsync(opening.Number);
        return tie;
    }

    /// <summary>The relative draws no pension, so nothing shows that the number on the applicant's form is the relative's.</summary>
    private static bool IsCustomer(LabBody body, LabPerson person) => body.Agency != ChildAllowance.PensionOffice || person.Index != Network.Relative;

    /// <summary>Whose number and attributes stand on the form: at the pension office, by mistake, the relative's on the applicant's.</summary>
    private LabPerson OnForm(LabBody body, LabPerson person) =>
        body.Agency == ChildAllowance.PensionOffice && person.Index == Network.Applicant ? network.Description.People[Network.Relative] : person;

    private async Task RefuseAsync()
    {
        AgencyDoor door = network.Core.DoorOf(ChildAllowance.City);
        AcquisitionOpening byNumber = await door.OpenAsync(AcquisitionRoute.Jlis, VerificationLevel.NumberOnly);
        narrator.Step("× 番号だけで取得しようとする", $"{byNumber.Outcome}: 基本4情報での確認が要る", byNumber.Outcome == AcquisitionOutcome.LevelTooLow);

        ResidentQuery mixed = new(network.Description.People[Network.Applicant].Number, network.Description.People[Network.Relative].Attributes);
        AcquisitionOpening opening = await door.OpenAsync(AcquisitionRoute.Jlis, VerificationLevel.FourAttributes);
        AcquisitionAnswer answer = await network.Core.Jlis.AcquireAsync(opening.Number, mixed);
        narrator.Step("× 本人の番号と家族の4情報で取得しようとする", $"{answer.State}: {answer.Fields.Count} 項目が不一致、符号は出ない", answer.State == AcquisitionState.Mismatch && answer.Code.IsEmpty);
        await door.ConfirmAsync(opening.Number);
    }
}
