using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace CardCounter;

/// <summary>Chapter 3: a child's card, which has no signature certificate (署名用なし).</summary>
internal sealed class ChildCard(Town town, Narrator narrator)
{
    private static readonly CardVisit WithParent = new() { Visitor = CardVisitor.HolderWithRepresentative, Delegation = true };

    public async Task TellAsync()
    {
        Narrator.Chapter("3 子どものカード (署名用電子証明書なし)");
        Citizen child = town.Child;
        narrator.Refused("法定代理人の記入がない申請 (11歳)", town.Office.Apply(child.Form), CardRefusal.RepresentativeMissing);
        CardOutcome applied = town.Office.Apply(new CardApplicationForm(child.Application, child.Attributes) { SignedByRepresentative = true });
        narrator.Done("法定代理人が記入した申請", applied, CardTask.MakeCard);
        town.MakeAndNotify(child);
        narrator.Refused("子どもだけで来庁", town.Office.Deliver(child.Application, new CardVisit(), child.Pins), CardRefusal.RepresentativeMustCome);
        narrator.Refused("署名用の暗証番号も決める",
            town.Office.Deliver(child.Application, WithParent, new CardPins("KODOMO2026", "2468", "2468", "2468")), CardRefusal.PinWithoutUse);
        CardOutcome delivered = town.Office.Deliver(child.Application, WithParent, child.Pins);
        narrator.Done("法定代理人と来庁して受け取る", delivered, CardTask.SetPins, CardTask.IssueAuthenticationCertificate);
        town.Clerk.CarryOut(delivered, child);
        await LookAsync(child.Card);
    }

    private async Task LookAsync(IssuedCard card)
    {
        using CardSession session = card.Open();
        CardDetection kind = await CardDetection.DetectAsync(session);
        narrator.Step("カードの種類を読む", kind.Kind.JapaneseName, kind.Kind == CardTokenKind.WithoutSignatureCertificate && kind.Certificates is { HasSignature: false, HasUserAuthentication: true });
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin guess = CardPin.Copy("KODOMO2026");
        string answer = await CardAnswer.ToAsync(async () => await jpki.VerifyPinAsync(JpkiKey.Signature, guess));
        narrator.Refused("このカードで電子署名をする", $"署名用の鍵も暗証番号もカードにありません (カードの答え {answer})。", answer == "6A82");
    }
}
