using MyNumber.Card;
using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Jpki.Authority.Status;

namespace CardCounter;

/// <summary>Chapter 13: the card is given back (返納), for good.</summary>
internal sealed class Return(Town town, Narrator narrator)
{
    public void Tell()
    {
        Narrator.Chapter("13 返納");
        Citizen holder = town.Hanako;
        CardOutcome returned = town.Office.Return(holder.Application, ReturnReason.Wish);
        narrator.Done("本人が返納する", returned, CardTask.RevokeCertificates, CardTask.DestroyCard);
        IssuedCard card = holder.Card;
        holder.Replaced = null;
        town.Clerk.CarryOut(returned, holder);
        IssuedState? state = town.World.Authority.Statuses.Find(card.Certificates!.UserAuthentication.Identity)?.State;
        narrator.Step("認証局の記録", $"利用者証明用電子証明書は失効 ({state})", state == IssuedState.Revoked);
        narrator.Refused("もう一度返納する", town.Office.Return(holder.Application, ReturnReason.Wish), CardRefusal.WrongStage);
        narrator.Refused("返納したカードの暗証番号を再設定する",
            town.Office.ResetPins(holder.Application, new PinResetRequest(PinResetPlace.Municipality, [CardPinKind.InputSupport])), CardRefusal.WrongStage);
        Open(card);
    }

    private void Open(IssuedCard card)
    {
        string reason = string.Empty;
        try
        {
            card.Open().Dispose();
        }
        catch (CardException)
        {
            reason = "カードは廃棄されています。";
        }

        narrator.Refused("廃棄したカードをリーダーに載せる", reason, reason.Length > 0);
    }
}
