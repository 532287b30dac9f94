using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Emulation;

namespace CardCounter;

/// <summary>Chapter 11: one counter for all (総合窓口): one reading, one PIN, several affairs.</summary>
internal sealed class OneCounter(Town town, Narrator narrator)
{
    private static readonly Affair[] Affairs =
    [
        new("転居届", true, AffairField.Name, AffairField.Address, AffairField.BirthDate, AffairField.Sex),
        new("国民健康保険の届出", true, AffairField.Name, AffairField.BirthDate, AffairField.IndividualNumber),
        new("児童手当の申請", true, AffairField.Name, AffairField.Address, AffairField.IndividualNumber),
        new("図書館の利用登録", false, AffairField.Name, AffairField.Address),
    ];

    public async Task TellAsync()
    {
        Narrator.Chapter("11 総合窓口 (一度の読取りを四つの事務で)");
        IssuedCard card = town.Hanako.Card;
        InputSupportReading reading = await Reading.ReadAsync(town.Hanako, card, InputSupportParts.Both, town.Anchors);
        narrator.Step("暗証番号一回、読取り一回", Explain.Of(reading.Outcome), reading.Outcome == InputSupportIntegrity.Verified && reading.Number == town.Hanako.Number);
        EmulatedCard held = card.Reader.Remove()!;
        Narrator.Line("カードはここで本人に返した");

        ReadForm form = new(reading);
        foreach (Affair affair in Affairs)
        {
            IReadOnlyDictionary<AffairField, string>? filled = form.Fill(affair);
            narrator.Step($"{affair.Name}: {affair.Fields.Length} 欄だけを受け取る", filled is null ? "受け取れない" : string.Join(" / ", filled.Values),
                filled is not null && filled.Keys.SequenceEqual(affair.Fields));
        }

        bool given = form.Fill(new Affair("図書館の利用登録", false, AffairField.Name, AffairField.IndividualNumber)) is not null;
        narrator.Refused("図書館の利用登録が個人番号も求める", "番号法9条にも条例にもない事務は、個人番号を利用できません。", !given);
        card.Reader.Insert(held);
    }
}
