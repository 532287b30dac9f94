using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;

namespace CardCounter;

/// <summary>Chapter 10: a protected person's card at a kiosk (DV・ストーカー等の支援措置): whoever holds card and PIN learns no address.</summary>
internal sealed class ProtectedPerson(Town town, Narrator narrator)
{
    public async Task TellAsync()
    {
        Narrator.Chapter("10 支援措置の対象者とキオスク端末");
        Citizen holder = town.Protected;
        town.DeliverQuietly(holder);
        KioskAnswer before = await town.Kiosk.PrintAsync(holder);
        narrator.Step("申出の前: 写しは端末で出る", before.Screen, before.IsPrinted);

        town.Register.Protect(holder);
        KioskAnswer refused = await town.Kiosk.PrintAsync(holder);
        narrator.Refused("申出の後: 加害者が持ち出したカードと暗証番号で写しを求める", refused.Screen, !refused.IsPrinted);
        Narrator.Line($"市だけに残る理由: {refused.Reason}");

        using CardPin elsewhere = town.World.Holder.TypePin(CardPinKind.UserAuthentication);
        KioskAnswer other = await town.Kiosk.PrintAsync(town.World.Holder.Reader, elsewhere);
        narrator.Refused("ほかの市の住民が写しを求める", other.Screen, !other.IsPrinted);
        narrator.Step("二つの画面は同じ文で、支援措置の有無は画面から分からない", "同じ", refused.Screen == other.Screen && refused.Reason != other.Reason);
        KioskAnswer neighbour = await town.Kiosk.PrintAsync(town.Hanako);
        narrator.Step("対象者でない住民", neighbour.Screen, neighbour.IsPrinted);
    }
}
