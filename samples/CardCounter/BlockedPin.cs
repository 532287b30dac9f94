using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace CardCounter;

/// <summary>Chapter 7: three wrong tries block a PIN, and only the municipality sets it again.</summary>
internal sealed class BlockedPin(Town town, Narrator narrator)
{
    private static readonly CardPins Forgotten = new(null, "8642", null, null);

    public async Task TellAsync()
    {
        Narrator.Chapter("7 暗証番号のロックと再設定");
        await BlockAsync();
        Citizen holder = town.Hanako;
        PinResetRequest request = new(PinResetPlace.Municipality, [CardPinKind.UserAuthentication]);
        narrator.Refused("コンビニの端末で4桁の暗証番号を初期化", town.Office.ResetPins(holder.Application, request with { Place = PinResetPlace.ConvenienceStore }), CardRefusal.OnlySignaturePassword);
        narrator.Refused("市が指定していない郵便局で初期化", town.Office.ResetPins(holder.Application, request with { Place = PinResetPlace.PostOffice }), CardRefusal.PlaceNotOpen);
        narrator.Refused("本人確認書類なしで市の窓口へ", town.Office.ResetPins(holder.Application, request with { Visit = new CardVisit { IdentityShown = false } }), CardRefusal.IdentityNotShown);
        CardOutcome reset = town.Office.ResetPins(holder.Application, request);
        narrator.Done("市の窓口で本人が再設定を求める", reset, CardTask.SetPins);
        town.Clerk.CarryOut(reset, holder, Forgotten);
        holder.Pins = new CardPins("MIHON2026", Forgotten.Reveal(CardPinKind.UserAuthentication), "1357", "1357");

        KioskAnswer answer = await town.Kiosk.PrintAsync(holder);
        narrator.Step("新しい暗証番号でキオスク端末を使う", answer.Screen, answer.IsPrinted);
    }

    private async Task BlockAsync()
    {
        using CardSession session = town.Hanako.Card.Open();
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin wrong = CardPin.Copy("0000"), right = town.Hanako.Type(CardPinKind.UserAuthentication);
        await TryAsync("一度目の間違い", wrong, PinOutcome.WrongPin, 2);
        await TryAsync("二度目の間違い", wrong, PinOutcome.WrongPin, 1);
        await TryAsync("警告を見せずに三度目を送ろうとする", wrong, PinOutcome.RefusedLastTry, 1);
        await TryAsync("警告のうえで三度目の間違い", wrong, PinOutcome.WrongPin, 0, LastTry.Spend);
        await TryAsync("正しい暗証番号を思い出す", right, PinOutcome.Blocked, 0);

        async Task TryAsync(string what, CardPin pin, PinOutcome expected, int left, LastTry lastTry = LastTry.Refuse)
        {
            PinVerification attempt = await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin, lastTry);
            bool alike = attempt.Outcome == expected || (left == 0 && attempt.Outcome == PinOutcome.Blocked);
            narrator.Refused(what, Explain.Of(attempt), alike && attempt.TriesLeft == left);
        }
    }
}
