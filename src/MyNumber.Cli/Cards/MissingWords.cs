using MyNumber.Card.Apdu;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>What it tells about the card that something is not on it (6A82): there are kinds of card and of token without it.</summary>
internal static class MissingWords
{
    private static readonly (string English, string Japanese) _noCard =
        ("this is no Individual Number Card", "個人番号カードではありません");

    private static readonly (string English, string Japanese) _phoneOrOld =
        ("a phone and an old resident card have the JPKI application alone", "スマートフォンと住民基本台帳カードには公的個人認証のアプリケーションしかありません");

    private static readonly (string English, string Japanese) _noSignature =
        ("this is a card without signature certificate, as of a holder under 15 or one who did not want it", "署名用電子証明書のないカードです (15歳未満の方や発行を希望しなかった方など)");

    private static readonly (string English, string Japanese) _noLogin =
        ("this is a card without user authentication certificate, such as an old resident card", "利用者証明用電子証明書のないカードです (住民基本台帳カードなど)");

    private static readonly Dictionary<string, (string English, string Japanese)> _rows = new(StringComparer.Ordinal)
    {
        [$"SELECT application {CardApplicationId.Jpki}"] = _noCard,
        [$"SELECT application {CardApplicationId.InputSupport}"] = _phoneOrOld,
        [$"SELECT application {CardApplicationId.Surface}"] = _phoneOrOld,
        [$"SELECT application {CardApplicationId.Residence}"] = _phoneOrOld,
        [$"SELECT application {CardApplicationId.Common}"] = _phoneOrOld,
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
