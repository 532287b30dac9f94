using MyNumber.Card.Emulation.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;

namespace CardCounter;

/// <summary>Chapter 8: the wallet is gone at night; the card is stopped, found, and put into use again.</summary>
internal sealed class TemporaryStop(Town town, Narrator narrator)
{
    public async Task TellAsync()
    {
        Narrator.Chapter("8 一時停止 (24時間365日) と解除");
        Citizen holder = town.Hanako;
        town.World.Clock.Advance(TimeSpan.FromHours(17));
        CardRefusal unknown = town.Office.Stop(holder.Application, identityConfirmed: false).Refusal;
        narrator.Refused("深夜2時、名乗らない人がコールセンターに電話", $"本人と確かめられないので、止められません ({unknown})。", unknown == CardRefusal.IdentityNotShown);
        CardOutcome stopped = town.Office.Stop(holder.Application, identityConfirmed: true);
        narrator.Done("本人が電話する", stopped, CardTask.HoldCertificates);
        town.Clerk.CarryOut(stopped, holder);
        town.World.Clock.Advance(TimeSpan.FromMinutes(20));
        KioskAnswer night = await town.Kiosk.PrintAsync(holder);
        narrator.Refused("拾った人がすぐキオスク端末へ", night.Screen, night == CertificateCentre.Closed);
        town.World.Clock.Advance(TimeSpan.FromHours(8));
        KioskAnswer finder = await town.Kiosk.PrintAsync(holder);
        narrator.Refused("朝になって、拾った人が (暗証番号も知って) キオスク端末を使う", $"{finder.Screen} ({finder.Reason})", finder is { IsPrinted: false, Reason: "Held" });

        narrator.Refused("見つかったので電話で解除", town.Office.Lift(holder.Application, atMunicipality: false, new CardVisit()), CardRefusal.OnlyAtMunicipality);
        narrator.Refused("カードを持たずに窓口へ", town.Office.Lift(holder.Application, atMunicipality: true, new CardVisit { Card = false }), CardRefusal.CardMissing);
        CardOutcome lifted = town.Office.Lift(holder.Application, atMunicipality: true, new CardVisit());
        narrator.Done("カードを持って窓口へ", lifted,
            CardTask.RevokeCertificates, CardTask.IssueSignatureCertificate, CardTask.IssueAuthenticationCertificate);
        CertificateIdentity held = holder.Card.Certificates!.UserAuthentication.Identity;
        StatusChangeOutcome release = town.World.Authority.Statuses.Release(held);
        narrator.Refused("保留された電子証明書をそのまま使い続ける", $"カードの電子証明書の一時保留は解かれません。失効させ、発行し直します ({release})。", release == StatusChangeOutcome.HoldIsNeverLifted);
        town.Clerk.CarryOut(lifted, holder);
        narrator.Step("電子証明書を発行し直す", "新しい発行番号の証明書をカードに格納", holder.Card.Certificates.UserAuthentication.Identity != held);
        town.World.Clock.Advance(TimeSpan.FromMinutes(20));
        KioskAnswer answer = await town.Kiosk.PrintAsync(holder);
        narrator.Step("同じカードでキオスク端末を使う", answer.Screen, answer.IsPrinted);
    }
}
