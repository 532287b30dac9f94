using MyNumber.Card.Emulation.Issuing;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace CardCounter;

/// <summary>Chapter 1: the application with its application ID (申請書ID).</summary>
internal sealed class Applying(Town town, Narrator narrator)
{
    public void Tell()
    {
        Narrator.Chapter("1 交付申請 (申請書ID)");
        Citizen holder = town.Hanako;
        bool known = ApplicationId.TryParse("1234-5678-9012", out _);
        narrator.Refused("桁の足りない申請書ID", "申請書IDは23桁の数字です。", !known);
        Narrator.Line($"申請用QRの文字列: {holder.Form.QrText(new Uri("https://apply.example/card"))}");

        narrator.Refused("顔写真のない申請", town.Office.Apply(new CardApplicationForm(holder.Application, holder.Attributes) { HasPhoto = false }), CardRefusal.PhotoMissing);
        narrator.Refused("点字が12文字 (濁点も数える) の申請",
            town.Office.Apply(new CardApplicationForm(holder.Application, holder.Attributes) { Braille = "ガギグゲゴパ" }), CardRefusal.BrailleUnfit);
        narrator.Done("申請を受け付ける", town.Office.Apply(holder.Form), CardTask.MakeCard);
        narrator.Refused("同じ申請書IDでもう一度", town.Office.Apply(holder.Form), CardRefusal.ApplicationIdUsed);
    }
}
