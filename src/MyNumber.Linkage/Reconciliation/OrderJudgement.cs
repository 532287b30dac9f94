using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>Which records a party lists at another place, from the keys before.</summary>
/// <remarks>A record that moved has another key before it, and so has the record that followed it. Neighbours of what was omitted or inserted differ too and are no
/// deviations of their own.</remarks>
internal static class OrderJudgement
{
    public static IEnumerable<RecordFinding> Of(PartyView view, PartyView[] others, List<Deviation> contents)
    {
        HashSet<RecordKey> omitted = Keys(contents, view.Party, DeviationKind.Omitted);
        HashSet<RecordKey> inserted = Keys(contents, view.Party, DeviationKind.Inserted);
        Dictionary<RecordKey, RecordKey> displaced = [];
        foreach (DayEntry entry in view.Entries.Where(entry => view.Previous(entry.Key) is not null))
        {
            RecordKey? agreed = others[0].Previous(entry.Key) is { } before && before == others[1].Previous(entry.Key) ? before : null;
            if (agreed is { } key && key != entry.Previous && !omitted.Contains(key) && !inserted.Contains(entry.Previous))
            {
                displaced[entry.Key] = key;
            }
        }

        HashSet<RecordKey> moved = Moved(view, displaced);
        moved.UnionWith(view.Entries.Where(entry => entry.IsOutOfOrder && !inserted.Contains(entry.Key) && !inserted.Contains(entry.Previous))
            .Where(entry => !moved.Contains(entry.Key) && !moved.Contains(entry.Previous)).Select(entry => entry.Key).ToArray());
        return moved.Select(key => new RecordFinding(DeviationKind.Reordered, view.Party, [key]));
    }

    /// <summary>A record whose two neighbours changed sides did not move itself: they changed places around it.</summary>
    private static HashSet<RecordKey> Moved(PartyView view, Dictionary<RecordKey, RecordKey> displaced)
    {
        Dictionary<RecordKey, RecordKey> agreedNext = displaced.DistinctBy(pair => pair.Value).ToDictionary(pair => pair.Value, pair => pair.Key);
        ILookup<RecordKey, RecordKey> next = displaced.Keys.ToLookup(key => view.Previous(key) ?? default);
        return [.. agreedNext.Keys.Where(key => !key.Inquiry.IsEmpty && displaced.ContainsKey(key) && !StandsBetween(key))];

        bool StandsBetween(RecordKey key) => (displaced[key], agreedNext[key]) is var (before, after) && !before.Inquiry.IsEmpty && !after.Inquiry.IsEmpty
            && view.Previous(key) == after && next[key].Contains(before);
    }

    private static HashSet<RecordKey> Keys(List<Deviation> contents, LogParties party, DeviationKind kind) =>
        [.. contents.Where(deviation => deviation.Party == party && deviation.Kind == kind).Select(deviation => deviation.Key)];
}
