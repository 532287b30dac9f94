using MyNumber.Numbering.People;

namespace CityNumbering;

/// <summary>Invents people from a seed: the four attributes (基本4情報) with names put together from pieces, and addresses in towns that exist nowhere.</summary>
internal sealed class PersonMaker(int seed)
{
    private const string FamilyFirst = "星月虹霧雪雲露霞風波鈴笛琴絵夢影鏡灯舟砂鶴亀蝶蛍茜藍紺翠朱金";
    private const string FamilySecond = "屑守渡綴織巡聞待越祭摘撫招拾数折結解編染紡囃彫畳漕耕漉鋤磨研";
    private const string GivenFirst = "架仮試例想夢見示絵詩歌音色光風空海星月花葉草実森泉原野丘峰谷";
    private static readonly string[] Quarters = ["見本町", "例示町", "架空台", "仮名通", "試験丘", "想像原", "物語坂", "挿絵谷", "栞町", "索引台"];
    private static readonly (string End, Sex Sex)[] GivenSecond =
    [
        ("太", Sex.Male), ("郎", Sex.Male), ("介", Sex.Male), ("之", Sex.Male), ("彦", Sex.Male), ("助", Sex.Male), ("平", Sex.Male), ("吾", Sex.Male), ("造", Sex.Male), ("吉", Sex.Male),
        ("子", Sex.Female), ("美", Sex.Female), ("代", Sex.Female), ("恵", Sex.Female), ("江", Sex.Female), ("乃", Sex.Female), ("香", Sex.Female), ("奈", Sex.Female), ("世", Sex.Female), ("穂", Sex.Female),
    ];

    public Random Random { get; } = new(seed);

    /// <summary>A handle of a person or a request, from the seed as well.</summary>
    public Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>Somebody who was born up to so many years before a day.</summary>
    public FourAttributes Invent(string town, DateOnly day, int oldest)
    {
        (string end, Sex sex) = GivenSecond[Random.Next(GivenSecond.Length)];
        string name = $"{Pick(FamilyFirst)}{Pick(FamilySecond)}　{Pick(GivenFirst)}{end}";
        return new FourAttributes(name, Address(town), new BirthDate(day.AddDays(-Random.Next((oldest * 365) + 1))), sex);
    }

    /// <summary>An address in full-width digits, as cards have them.</summary>
    public string Address(string town) =>
        $"{town}{Quarters[Random.Next(Quarters.Length)]}{Wide(1 + Random.Next(9))}丁目{Wide(1 + Random.Next(40))}番{Wide(1 + Random.Next(99))}号";

    private char Pick(string pieces) => pieces[Random.Next(pieces.Length)];

    private static string Wide(int number) => string.Concat(FormattableString.Invariant($"{number}").Select(digit => (char)(digit - '0' + '０')));
}
