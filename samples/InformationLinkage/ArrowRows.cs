namespace InformationLinkage;

/// <summary>Which row each arrow is drawn in: an arrow that goes on where the last one ended, in the same direction, shares its row, so that what passes through a lane is seen to stop there.</summary>
internal static class ArrowRows
{
    /// <summary>Lays the arrows out.</summary>
    /// <param name="arrows">In the order of time.</param>
    /// <param name="lanes">From left to right.</param>
    /// <returns>Each arrow with its row, from 0.</returns>
    public static IReadOnlyList<(Arrow Arrow, int Row)> Of(IReadOnlyList<Arrow> arrows, IReadOnlyList<string> lanes)
    {
        Dictionary<string, int> places = lanes.Select((name, place) => (name, place)).ToDictionary(lane => lane.name, lane => lane.place);
        List<(Arrow, int)> laid = [];
        int row = -1;
        Arrow? last = null;
        foreach (Arrow arrow in arrows)
        {
            row += last is { } before && before.To == arrow.From && Direction(before, places) is not 0 and var way && Direction(arrow, places) == way ? 0 : 1;
            laid.Add((arrow, row));
            last = arrow;
        }

        return laid;
    }

    private static int Direction(Arrow arrow, Dictionary<string, int> places) =>
        arrow.Kind == ArrowKind.Chapter ? 0 : Math.Sign(places[arrow.To] - places[arrow.From]);
}
