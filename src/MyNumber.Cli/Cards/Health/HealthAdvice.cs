using MyNumber.Card.Pcsc.Errors;

namespace MyNumber.Cli.Cards.Health;

/// <summary>Cause and remedy of a check that failed, in both languages.</summary>
/// <param name="Code">A word for programs: the name of PC/SC's code, or the tool's own.</param>
/// <param name="English">What and remedy.</param>
/// <param name="Japanese">What and remedy.</param>
internal sealed record HealthAdvice(string Code, PcscAdvice English, PcscAdvice Japanese)
{
    /// <summary>The card has not the application or the label of an Individual Number Card.</summary>
    public static HealthAdvice UnknownCard { get; } = new(
        "UnknownCard",
        new PcscAdvice("The card is no Individual Number Card.", "Put in the card with the individual number; other cards (transport, bank, health) are not read."),
        new PcscAdvice("個人番号カードではありません。", "個人番号カードを入れてください。交通系・銀行・その他のカードは読み取れません。"));

    /// <summary>The reader that was asked for is not there.</summary>
    public static HealthAdvice UnknownReader { get; } = new(
        "UnknownReader",
        new PcscAdvice("No reader fits --reader.", "See mynumber card list, or leave --reader out to have the card in every reader examined."),
        new PcscAdvice("--reader に合うリーダーがありません。", "mynumber card list で確認するか、--reader を省いてすべてのリーダーのカードを調べてください。"));

    /// <summary>A PIN of the holder is blocked.</summary>
    public static HealthAdvice BlockedPin { get; } = new(
        "BlockedPin",
        new PcscAdvice("A PIN of the card is blocked; card pins tells which.", "The municipal office unblocks it and sets a new one; the holder goes there with the card."),
        new PcscAdvice("ロックされた暗証番号があります (card pins で確認できます)。", "カードを持って市区町村の窓口で初期化と再設定をしてください。"));

    /// <summary>The card answers, and not as it should.</summary>
    public static HealthAdvice OddAnswers { get; } = new(
        "OddAnswers",
        new PcscAdvice("The card's answers cannot be understood.", "Take the card out and put it in again; try another reader. If that does not help, ask the municipal office."),
        new PcscAdvice("カードの応答を解釈できません。", "カードを入れ直し、別のリーダーでも試してください。直らなければ市区町村の窓口に相談してください。"));

    /// <summary>A row of PC/SC's table.</summary>
    public static HealthAdvice Of(PcscError error) => new(error.Symbol, error.English, error.Japanese);
}
