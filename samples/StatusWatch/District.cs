using MyNumber.Jpki.Authority.Issuing;

namespace StatusWatch;

/// <summary>An invented municipality of the prefecture 見本県, and whether its list of the day reaches the bank. No real code begins with 99.</summary>
internal sealed record District(Municipality Municipality, string Address, bool ListIsLate)
{
    public static IReadOnlyList<District> All { get; } =
    [
        .. new (string Latin, string Japanese)[]
        {
            ("Kita-shi", "北見本市"), ("Minami-shi", "南見本市"), ("Higashi-shi", "東見本市"), ("Nishi-shi", "西見本市"),
            ("Hoshi-machi", "星町"), ("Tsuki-machi", "月町"), ("Niji-machi", "虹町"), ("Kumo-machi", "雲町"),
            ("Kaze-mura", "風村"), ("Nami-mura", "波村"), ("Yuki-mura", "雪村"), ("Kiri-mura", "霧村"),
        }.Select((name, index) => new District(
            new Municipality($"99{index + 101}", "Mihon-ken", name.Latin), $"見本県{name.Japanese}架空台", index is 3 or 8)),
    ];
}
