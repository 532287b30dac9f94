using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Corporate;

namespace CityNumbering;

/// <summary>Chapter 7: corporate numbers (法人番号): public by law, so shown in full. Registry office 4999 stands for none.</summary>
internal sealed class Companies(World world, Narrator narrator)
{
    private const string Seat = "架空県星屑市見本町１丁目１番１号";

    public async Task TellAsync()
    {
        Narrator.Chapter("7 法人番号 (corporate numbers)");
        InMemoryCorporateRegister register = new();
        CorporateNumberIssuer issuer = new(register, world.Center.Random, world.Clock);
        (long CompanyNumber, string Name)[] companies =
            [(499_901_000_001, "星屑測量株式会社"), (499_902_000_002, "有限会社霧笛製本"), (499_903_000_003, "挿絵合同会社"), (499_905_000_004, "一般社団法人見本協会")];
        List<CorporateNumber> issued = [];
        foreach ((long companyNumber, string name) in companies)
        {
            Tell(await issuer.DesignateRegisteredAsync(world.People.NextId(), companyNumber, name, Seat), issued);
        }

        Guid request = world.People.NextId();
        Tell(await issuer.DesignateUnregisteredAsync(request, "栞町自治会", Seat), issued);
        CorporateEntry? again = await issuer.DesignateUnregisteredAsync(request, "栞町自治会", Seat);
        narrator.Step("返事が届かず同じ申請をもう一度 (the same request again)", "同じ番号、二つ目はない", again?.Number == issued[^1]);
        CorporateEntry? second = await issuer.DesignateRegisteredAsync(world.People.NextId(), companies[0].CompanyNumber, "別の名前", Seat);
        narrator.Step("指定済みの法人をもう一度 (a second designation)", "拒否: 法人番号は一つ", second is null);

        CorporateEntry? renamed = await issuer.ChangeAsync(world.People.NextId(), issued[0], "星屑測地株式会社", Seat);
        narrator.Step("商号変更 (change of name)", $"第 {renamed?.Version} 版、番号は同じ (number kept)", renamed is { Version: 1 } && renamed.Number == issued[0]);

        CorporateNumber city = world.City.Code.DeriveObservedCorporateNumber();
        narrator.Step($"市自身の法人番号をコード {world.City.Code} から導く (the city's own; observed rule)", $"{city} ({city.Kind})",
            city.Kind == CorporateNumberKind.LocalGovernment && CheckDigitFormula.HoldsCorporate(city));
        narrator.Proof("法人番号に重複がなく検査用数字が正しい (no duplicate, right check digits)", issued.Count,
            SortedScan.Repeats([.. issued]) + issued.Count(number => !CheckDigitFormula.HoldsCorporate(number)));
    }

    private void Tell(CorporateEntry? entry, List<CorporateNumber> issued)
    {
        narrator.Step(entry?.Name ?? "?", $"{entry?.Number} ({entry?.Number.Kind})", entry is { Number.Warning: CorporateNumberWarning.None });
        if (entry is not null)
        {
            issued.Add(entry.Number);
        }
    }
}
