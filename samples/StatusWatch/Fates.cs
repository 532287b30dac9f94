namespace StatusWatch;

/// <summary>How many customers meet which fate: more than on a real day, so that each is seen.</summary>
internal static class Fates
{
    private static readonly (Fate Fate, int PerThousand)[] Shares =
    [
        (Fate.Moves, 12),
        (Fate.Renews, 8),
        (Fate.LosesCard, 5),
        (Fate.LosesCardAfterMidnight, 3),
        (Fate.Dies, 4),
        (Fate.ReturnsCard, 2),
        (Fate.LeaksKey, 1),
        (Fate.Expires, 15),
        (Fate.CopyIsDamaged, 1),
    ];

    /// <summary>One fate for each customer, each fate at least once, in an order that follows from the random numbers.</summary>
    public static Fate[] Deal(int customers, Random random)
    {
        IEnumerable<Fate> rare = Shares.SelectMany(share => Enumerable.Repeat(share.Fate, Math.Max(1, (int)((long)customers * share.PerThousand / 1000))));
        Fate[] all = [.. rare.Concat(Enumerable.Repeat(Fate.Stays, customers)).Take(customers)];
        random.Shuffle(all);
        return all;
    }
}
