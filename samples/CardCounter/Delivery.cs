using MyNumber.Card.Applications.WholeCard;
using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace CardCounter;

/// <summary>Chapter 2: the one visit: papers, the four PINs by their rules, certificates, the card.</summary>
internal sealed class Delivery(Town town, Narrator narrator)
{
    public async Task TellAsync()
    {
        Narrator.Chapter("2 交付と四つの暗証番号");
        Citizen holder = town.Hanako;
        CardOutcome notified = town.MakeAndNotify(holder);
        narrator.Done($"カードを作成し (有効期限 {holder.Card.Face.Expiry:yyyy-MM-dd})、交付通知書を送る", notified);
        narrator.Refused("交付通知書なしで来庁", Deliver(new CardVisit { Notice = false }, holder.Pins), CardRefusal.NoticeMissing);
        narrator.Refused("本人確認書類なしで来庁", Deliver(new CardVisit { IdentityShown = false }, holder.Pins), CardRefusal.IdentityNotShown);
        narrator.Refused("代理人が目隠しシールなしの回答書で来庁",
            Deliver(new CardVisit { Visitor = CardVisitor.Delegate, Delegation = true, AbsenceProved = true }, holder.Pins), CardRefusal.PinsNotSealed);

        Rules();
        narrator.Refused("住民基本台帳用の暗証番号を決めずに受け取る", Deliver(new CardVisit(), new CardPins("MIHON2026", "1357", null, "1357")), CardRefusal.PinMissing);
        CardOutcome delivered = Deliver(new CardVisit(), holder.Pins);
        narrator.Done("四つを決めて受け取る (4桁の三つは同じでもよい)", delivered,
            CardTask.SetPins, CardTask.IssueSignatureCertificate, CardTask.IssueAuthenticationCertificate);
        town.Clerk.CarryOut(delivered, holder);
        await LookAsync(holder.Card);
    }

    private CardOutcome Deliver(CardVisit visit, CardPins pins) => town.Office.Deliver(town.Hanako.Application, visit, pins);

    /// <summary>The terminal checks the form before anything goes to the card.</summary>
    private void Rules()
    {
        Narrator.Line("規則: 署名用は英大文字と数字を混ぜて6〜16文字、ほかの三つは数字4桁");
        Refuse("署名用「5文字」", PinPolicy.SignaturePassword, "AB123", PinFault.TooShort);
        Refuse("署名用「17文字」", PinPolicy.SignaturePassword, "ABCDEFGHIJKLM1234", PinFault.TooLong);
        Refuse("署名用「英字だけ」", PinPolicy.SignaturePassword, "MIHONHANAKO", PinFault.NeedsDigit);
        Refuse("署名用「数字だけ」", PinPolicy.SignaturePassword, "19900615", PinFault.NeedsLetter);
        Refuse("署名用「全角の数字」", PinPolicy.SignaturePassword, "MIHON１２３", PinFault.ForbiddenCharacter);
        Refuse("利用者証明用「3桁」", PinPolicy.FourDigits, "135", PinFault.TooShort);
        Refuse("券面事項入力補助用「英字入り」", PinPolicy.FourDigits, "13A7", PinFault.ForbiddenCharacter);
    }

    private void Refuse(string what, PinPolicy policy, string typed, PinFault expected)
    {
        using CardPin pin = CardPin.Copy(typed);
        PinFault fault = policy.Check(pin);
        narrator.Refused(what, Explain.Of(fault), fault == expected);
    }

    /// <summary>Asks the card for all PINs without spending a try.</summary>
    private async Task LookAsync(IssuedCard card)
    {
        using CardSession session = card.Open();
        PinOverview pins = await PinOverview.ReadAsync(session);
        PinReference[] holders = [PinReference.Signature, PinReference.UserAuthentication, PinReference.CommonResidence, PinReference.Residence, PinReference.InputSupport];
        int?[] tries = [.. holders.Select(pin => pins[pin].Status.TriesLeft)];
        narrator.Step("カードに残り回数を尋ねる (回数は減らない)",
            $"署名用 {tries[0]} 回、利用者証明用 {tries[1]} 回、住基 {tries[2]} 回と {tries[3]} 回、入力補助 {tries[4]} 回", tries.SequenceEqual([5, 3, 3, 3, 3]));
    }
}
