using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class PinSnippets
{
    [Fact]
    public async Task Last_try_is_kept_unless_the_holder_chooses()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using CardSession session = CardSession.Open(world.Holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin wrong = CardPin.Copy("0000");
        (await Attempt(jpki, wrong)).ShouldBe("暗証番号が違います。残り2回です。");
        (await Attempt(jpki, wrong)).ShouldBe("暗証番号が違います。残り1回です。");
        (await Attempt(jpki, wrong)).ShouldBe("あと1回間違えるとロックされます。続けますか。");
        using CardPin right = world.Holder.TypePin(CardPinKind.UserAuthentication);
        #region pin-last-try
        PinVerification chosen = await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, right, LastTry.Spend);   // the holder was told and chose so
        #endregion
        chosen.IsVerified.ShouldBeTrue();
    }

    [Fact]
    public async Task Malformed_pin_costs_nothing()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using CardSession session = CardSession.Open(world.Holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin letters = CardPin.Copy("12a4");
        PinVerification attempt = await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, letters);
        attempt.ShouldBe(PinVerification.Malformed(PinFault.ForbiddenCharacter));
        (await jpki.GetPinStatusAsync(JpkiKey.UserAuthentication)).TriesLeft.ShouldBe(3);
    }

    [Fact]
    public async Task Pin_is_changed()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        using CardSession session = CardSession.Open(world.Holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin current = world.Holder.TypePin(CardPinKind.Signature);
        #region pin-change
        using CardPin replacement = CardPin.Copy("newpass1");      // goes to the card as NEWPASS1
        PinChange change = await jpki.ChangePinAsync(JpkiKey.Signature, current, replacement);
        bool done = change.IsChanged;                              // else look at change.NewPinFault, then at change.Current
        #endregion
        done.ShouldBeTrue();
        (await jpki.VerifyPinAsync(JpkiKey.Signature, replacement)).IsVerified.ShouldBeTrue();
    }

    private static async Task<string> Attempt(JpkiApplication jpki, CardPin pin)
    {
        #region pin-attempt
        PinVerification attempt = await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin);
        string message = attempt.Outcome switch
        {
            PinOutcome.Verified => "確認しました。",
            PinOutcome.WrongPin => $"暗証番号が違います。残り{attempt.TriesLeft}回です。",
            PinOutcome.RefusedLastTry => "あと1回間違えるとロックされます。続けますか。",
            PinOutcome.Blocked => "ロックされています。住所地の市区町村の窓口で再設定してください。",
            _ => "数字4桁で入力してください。",
        };
        #endregion
        return message;
    }
}
