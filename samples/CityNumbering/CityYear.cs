namespace CityNumbering;

/// <summary>Chapter 4: a year of the city, its events in an order that the seed shuffles.</summary>
internal sealed class CityYear(World world, Narrator narrator)
{
    private readonly FirstNumbers _first = new(world);
    private readonly Moves _moves = new(world);
    private readonly Changes _changes = new(world);

    public async Task TellAsync()
    {
        Narrator.Chapter("4 一年間の異動 (a year of events)");
        int thousandth = Math.Max(world.Population / 1000, 1);
        YearEvent[] kinds =
        [
            new("出生: コードを引き、番号を指定 (birth)", 7 * thousandth, _first.BirthAsync),
            new("国外からの転入: 初めての付番 (first entry from abroad)", 3 * thousandth, _first.FromAbroadAsync),
            new("隣町からの転入: コードも番号もそのまま (move in, both kept)", 20 * thousandth, _moves.InAsync),
            new("隣町への転出: コードも番号もそのまま (move out, both kept)", 15 * thousandth, _moves.OutAsync),
            new("死亡: 番号は履歴に残り、二度と使われない (death, number kept in history)", 12 * thousandth, _moves.DeathAsync),
            new("住民票コードの変更請求: 番号は変わらない (change of code, number kept)", 2 * thousandth, _changes.CodeAsync),
            new("漏えいによる番号の変更、請求 (change on leak, by request)", 2 * thousandth, _changes.ByRequestAsync),
            new("漏えいによる番号の変更、職権 (change on leak, ex officio)", thousandth, _changes.ExOfficioAsync),
        ];

        int[] order = [.. kinds.SelectMany((kind, index) => Enumerable.Repeat(index, kind.Count))];
        world.People.Random.Shuffle(order);
        int[] right = new int[kinds.Length];
        foreach (int index in order)
        {
            world.Clock.Advance(TimeSpan.FromDays(365) / order.Length);
            right[index] += await kinds[index].HappenAsync() ? 1 : 0;
        }

        foreach ((YearEvent kind, int done) in kinds.Zip(right))
        {
            narrator.Step(kind.Title, FormattableString.Invariant($"{done:N0} / {kind.Count:N0} 件"), done == kind.Count);
        }

        Narrator.Line(FormattableString.Invariant($"うち {_first.Repeated:N0} 件は応答が失われ、同じ請求の再送で同じ番号が返った (answer lost, asked again, same number)"));
        Narrator.Line(FormattableString.Invariant($"年末の住民 {world.Residents.Count:N0} 人、束の残り {await world.City.LeftAsync():N0} 個"));
    }

    /// <summary>A kind of event, how often it happens, and what makes it happen: whether it came out as it must.</summary>
    private sealed record YearEvent(string Title, int Count, Func<ValueTask<bool>> HappenAsync);
}
