using MyNumber.Card.Applications;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace CardCounter;

/// <summary>Chapter 6: is it the real card? The chip signs a fresh challenge with a key that its issuer certified.</summary>
internal sealed class Genuineness(Town town, Narrator narrator)
{
    public async Task TellAsync()
    {
        Narrator.Chapter("6 真贋の確認 (内部認証)");
        GenuineCardOutcome genuine = await CheckAsync(town.Hanako.Card);
        narrator.Step("カードに乱数を送り、チップの鍵で署名させる", "本物: 発行者が証明した鍵がこのリーダーの先にある", genuine == GenuineCardOutcome.Genuine);

        using IssuedCard forged = Forgery.Forge(town);
        GenuineCardOutcome stranger = await CheckAsync(forged);
        narrator.Refused("ほかの者が作ったカード", Explain.Of(stranger), stranger == GenuineCardOutcome.IssuerNotVerified);
        using IssuedCard copied = Forgery.Copy(town.Hanako.Card);
        GenuineCardOutcome copy = await CheckAsync(copied);
        narrator.Refused("全ファイルを別のチップに写したカード", Explain.Of(copy), copy == GenuineCardOutcome.Copy);
    }

    private async Task<GenuineCardOutcome> CheckAsync(IssuedCard card)
    {
        using CardSession session = card.Open();
        InputSupportApplication text = await InputSupportApplication.SelectAsync(session);
        using CardPin pin = town.Hanako.Type(CardPinKind.InputSupport);
        return (await text.VerifyPinAsync(pin)).IsVerified
            ? (await text.CheckGenuineAsync(town.Anchors, town.Random)).Outcome
            : GenuineCardOutcome.None;
    }
}
