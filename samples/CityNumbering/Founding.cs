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
        bool allotted = await city.AllotAsync() && await world.Neighbour.AllotAsync();
        long left = await city.LeftAsync();
        narrator.Step(
            $"{city.Name}、全国地方公共団体コード {city.Code} (都道府県番号 99 は存在しない) にコードの束を指定",
            FormattableString.Invariant($"住民票コード {left:N0} 個 (a bundle of codes; 10 random digits and a check digit each)"), allotted && left > world.Population);

        int refused = await SettleAsync(world.City, world.Population) + await SettleAsync(world.Neighbour, world.Neighbours);
        IReadOnlyList<CodeEntry> owed = await city.Entries.FindOwedNoticesAsync(int.MaxValue);
        int sent = await city.Entries.MarkNoticesSentAsync(owed, world.Clock.GetUtcNow());
        narrator.Step(
            FormattableString.Invariant($"架空の住民 {world.Population:N0} 人と、隣の{world.Neighbour.Name}の {world.Neighbours:N0} 人を住民票に記載"),
            FormattableString.Invariant($"束の残り {await city.LeftAsync():N0} 個、通知票 {sent:N0} 通 (written notices owed)"), refused == 0);
    }

    private async Task<int> SettleAsync(Municipality home, int count)
    {
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            Newcomer newcomer = new(world.People.NextId(), world.People.Invent(home.Name, world.Clock.Today, 95), home);
            CodeEntryResult entered = await home.Book.EnterAsync(newcomer.Person);
            refused += entered.Outcome == CodeEntryOutcome.Drawn ? 0 : 1;
            People.Add(newcomer);
            Roll.Add(new BulkSubject(entered.Code, home.Code));
        }

        return refused;
    }
}
