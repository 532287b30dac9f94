using MyNumber.Card.Apdu;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>What it tells about the card that something is not on it (6A82): there are kinds of card and of token without it.</summary>
internal static class MissingWords
{
    private static readonly (string English, string Japanese) _noCard =
        ("this is no Individual Number Card", "個人番号カードではありません");

    private static readonly (string English, string Japanese) _jpkiAlone =
        ("there are kinds with the JPKI application alone, such as a phone", "公的個人認証のアプリケーションしかない種別があります (スマートフォンなど)");

    private static readonly (string English, string Japanese) _noSignature =
        ("this is a card without signature certificate, as of a holder under 15 or one who did not want it, or one without PINs (顔認証マイナンバーカード)",
            "署名用電子証明書のないカード (15歳未満の方や発行を希望しなかった方など) か、顔認証マイナンバーカードです");

    private static readonly (string English, string Japanese) _noLogin =
        ("this may be a card without user authentication certificate, or without its PIN", "利用者証明用電子証明書、またはその暗証番号のないカードの可能性があります");

    private static readonly Dictionary<string, (string English, string Japanese)> _rows = new(StringComparer.Ordinal)
    {
        [$"SELECT application {CardApplicationId.Jpki}"] = _noCard,
        [$"SELECT application {CardApplicationId.InputSupport}"] = _jpkiAlone,
        [$"SELECT application {CardApplicationId.Surface}"] = _jpkiAlone,
        [$"SELECT application {CardApplicationId.Residence}"] = _jpkiAlone,
        [$"SELECT application {CardApplicationId.Common}"] = _jpkiAlone,
        ["SELECT file 001B"] = _noSignature,
        ["SELECT file 001A"] = _noSignature,
        ["SELECT file 0018"] = _noLogin,
        ["SELECT file 0017"] = _noLogin,
        ["SELECT file 000A"] = _noLogin,
        ["SELECT file 000B"] = _noLogin,
    };

    /// <summary>The words with a separator in front, or nothing where the operation tells nothing.</summary>
    public static string Of(string operation, Language language) =>
        _rows.TryGetValue(operation, out (string English, string Japanese) row) ? language.Pick($": {row.English}", $"。{row.Japanese}") : string.Empty;
}
