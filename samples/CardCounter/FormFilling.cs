using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Sessions;
using MyNumber.Numbering.People;

namespace CardCounter;

/// <summary>Chapter 4: the four attributes go into a form instead of being typed, after their integrity was verified.</summary>
internal sealed class FormFilling(Town town, Narrator narrator)
{
    public async Task TellAsync()
    {
        Narrator.Chapter("4 申請書への転記 (券面事項入力補助)");
        await WithoutPinAsync();
        InputSupportReading reading = await Reading.ReadAsync(town.Hanako, town.Hanako.Card, InputSupportParts.Attributes, town.Anchors);
        FourAttributes? person = reading.Attributes;
        narrator.Step("暗証番号を入れて基本4情報を読み、発行者の署名とダイジェストを確かめる", Explain.Of(reading.Outcome),
            reading.Outcome == InputSupportIntegrity.Verified && reading.Number.IsEmpty && person?.Name == town.Hanako.Attributes.Name);
        Narrator.Line($"氏名 {person?.Name} / 住所 {person?.Address} / 生年月日 {person?.BirthDate.ToCardForm()} / 性別 {Explain.Of(person?.Sex ?? default)} (個人番号は読んでいない)");

        using IssuedCard forged = Forgery.Forge(town);
        InputSupportReading refused = await Reading.ReadAsync(town.Hanako, forged, InputSupportParts.Attributes, town.Anchors);
        narrator.Refused("ほかの者が署名したカードから転記する", Explain.Of(refused.Outcome), refused is { Outcome: InputSupportIntegrity.IssuerNotVerified, Attributes: null });
    }

    private async Task WithoutPinAsync()
    {
        using CardSession session = town.Hanako.Card.Open();
        InputSupportApplication text = await InputSupportApplication.SelectAsync(session);
        string answer = await CardAnswer.ToAsync(async () => await text.ReadFourAttributesAsync());
        narrator.Refused("暗証番号を入れずに読む", $"暗証番号の照合が先です (カードの答え {answer})。", answer == "6982");
    }
}
