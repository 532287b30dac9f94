using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Codes;

namespace CityNumbering;

/// <summary>Chapter 1: the people come, and each gets a resident record code out of the bundle (住民票コードの記載).</summary>
internal sealed class Founding(World world, Narrator narrator)
{
    /// <summary>Who is to be numbered; the places never change, so that a run can resume.</summary>
    public List<BulkSubject> Roll { get; } = [];

    public List<Newcomer> People { get; } = [];

    public void Tell()
    {
        Narrator.Chapter("1 市と住民 (a city and its people)");
        Municipality city = world.City;
        narrator.Step(
            $"{city.Name}、全国地方公共団体コード {city.Code} (都道府県番号 99 は存在しない) にコードの束を指定",
            FormattableString.Invariant($"住民票コード {city.Pool.Left:N0} 個 (a bundle of codes; 10 random digits and a check digit each)"), city.Pool.Left > world.Population);

        int refused = Settle(world.City, world.Population) + Settle(world.Neighbour, world.Neighbours);
        narrator.Step(
            FormattableString.Invariant($"架空の住民 {world.Population:N0} 人と、隣の{world.Neighbour.Name}の {world.Neighbours:N0} 人を住民票に記載"),
            FormattableString.Invariant($"束の残り {city.Pool.Left:N0} 個、通知票 {city.Book.TakeNotices().Count:N0} 通 (written notices owed)"), refused == 0);
    }

    private int Settle(Municipality home, int count)
    {
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            Newcomer newcomer = new(world.People.NextId(), world.People.Invent(home.Name, world.Clock.Today, 95), home);
            CodeEntryOutcome outcome = home.Book.Enter(newcomer.Person, latest: default, out ResidentRecordCode code);
            refused += outcome == CodeEntryOutcome.Drawn ? 0 : 1;
            People.Add(newcomer);
            Roll.Add(new BulkSubject(code, home.Code));
        }

        return refused;
    }
}
