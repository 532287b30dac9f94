using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Entries;

namespace CityNumbering;

/// <summary>Chapter 1: the people come, and each gets a resident record code out of the bundle (住民票コードの記載).</summary>
internal sealed class Founding(World world, Narrator narrator)
{
    /// <summary>Who is to be numbered; the places never change, so that a run can resume.</summary>
    public List<BulkSubject> Roll { get; } = [];

    public List<Newcomer> People { get; } = [];

    public async Task TellAsync()
    {
        Narrator.Chapter("1 市と住民 (a city and its people)");
        Municipality city = world.City;
        int allotted = await world.Center.Codes.AllotAsync(city.Code, city.Bundle);
        allotted += await world.Center.Codes.AllotAsync(world.Neighbour.Code, world.Neighbour.Bundle);
        narrator.Step(
            $"{city.Name}、全国地方公共団体コード {city.Code} (都道府県番号 99 は存在しない) にコードの束を指定",
            FormattableString.Invariant($"住民票コード {city.Bundle:N0} 個 (a bundle of codes; 10 random digits and a check digit each)"),
            allotted == city.Bundle + world.Neighbour.Bundle);

        int refused = await SettleAsync(world.City, world.Population) + await SettleAsync(world.Neighbour, world.Neighbours);
        IReadOnlyList<CodeEntry> owed = await city.Entries.FindOwedNoticesAsync(world.Population);
        narrator.Step(
            FormattableString.Invariant($"架空の住民 {world.Population:N0} 人と、隣の{world.Neighbour.Name}の {world.Neighbours:N0} 人を住民票に記載"),
            FormattableString.Invariant($"束の残り {await city.CodesLeftAsync():N0} 個、通知票 {owed.Count:N0} 通 (written notices owed)"), refused == 0 && owed.Count == world.Population);
        await city.Entries.MarkNoticesSentAsync(owed, world.Clock.GetUtcNow());
    }

    private async ValueTask<int> SettleAsync(Municipality home, int count)
    {
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            Newcomer newcomer = new(world.People.NextId(), world.People.Invent(home.Name, world.Clock.Today, 95), home);
            CodeEntryResult entry = await home.Book.EnterAsync(newcomer.Person);
            refused += entry.Outcome == CodeEntryOutcome.Drawn ? 0 : 1;
            People.Add(newcomer);
            Roll.Add(new BulkSubject(entry.Code, home.Code));
        }

        return refused;
    }
}
