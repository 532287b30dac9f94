using MyNumber.Card.Emulation.Issuing;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace CardCounter;

/// <summary>Chapter 9: lost for good; the old card is void at once and another one is made.</summary>
internal sealed class Reissue(Town town, Narrator narrator)
{
    public async Task TellAsync()
    {
        Narrator.Chapter("9 紛失と再交付");
        Citizen holder = town.Hanako;
        ApplicationId old = holder.Application;
        CardApplicationForm next = new(ApplicationId.Parse("12345678901234567890011"), holder.Attributes);
        narrator.Refused("警察に届けずに再交付を申請", town.Office.Reissue(old, ReissueReason.Loss, next), CardRefusal.LossNotReported);
        narrator.Refused("前と同じ申請書IDで再交付を申請", town.Office.Reissue(old, ReissueReason.Loss, holder.Form, lossReported: true), CardRefusal.ApplicationIdUsed);
        CardOutcome applied = town.Office.Reissue(old, ReissueReason.Loss, next, lossReported: true);
        narrator.Done("警察に届けて再交付を申請", applied, CardTask.RevokeCertificates, CardTask.MakeCard);
        town.Clerk.CarryOut(applied, holder);
        town.World.Clock.Advance(TimeSpan.FromMinutes(20));

        KioskAnswer finder = await town.Kiosk.PrintAsync(holder);
        narrator.Refused("出てきた古いカードをキオスク端末で使う", $"{finder.Screen} ({finder.Reason})", finder is { IsPrinted: false, Reason: "Revoked" });
        narrator.Refused("古いカードの一時停止を申し出る", town.Office.Stop(old, identityConfirmed: true), CardRefusal.WrongStage);

        (holder.Replaced, holder.Application) = (holder.Card, next.Id);
        town.MakeAndNotify(holder);
        CardOutcome delivered = town.Office.Deliver(holder.Application, new CardVisit(), holder.Pins);
        narrator.Done("新しいカードを受け取る", delivered,
            CardTask.SetPins, CardTask.IssueSignatureCertificate, CardTask.IssueAuthenticationCertificate, CardTask.DestroyCard);
        town.Clerk.CarryOut(delivered, holder);
        KioskAnswer answer = await town.Kiosk.PrintAsync(holder);
        narrator.Step("新しいカードでキオスク端末を使う", answer.Screen, answer.IsPrinted);
    }
}
