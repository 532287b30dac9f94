using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Testing.People;

/// <summary>A municipality with the Japanese beginning of its addresses; the quarter that follows is invented.</summary>
internal sealed record SyntheticPlace(Municipality Municipality, string Address)
{
    public static IReadOnlyList<SyntheticPlace> All { get; } =
    [
        new(new Municipality("13101", "Tokyo-to", "Chiyoda-ku"), "東京都千代田区見本町"),
        new(new Municipality("13221", "Tokyo-to", "Kiyose-shi"), "東京都清瀬市見本町"),
        new(new Municipality("14103", "Kanagawa-ken", "Yokohama-shi-Nishi-ku"), "神奈川県横浜市西区見本町"),
        new(new Municipality("27127", "Osaka-fu", "Osaka-shi-Kita-ku"), "大阪府大阪市北区見本町"),
        new(new Municipality("01101", "Hokkaido", "Sapporo-shi-Chuo-ku"), "北海道札幌市中央区見本町"),
    ];
}
