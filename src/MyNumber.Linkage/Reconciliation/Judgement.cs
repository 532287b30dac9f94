using System.Collections.Immutable;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>Who deviates how, from the entries that three parties showed of the same ranges.</summary>
internal static class Judgement
{
    private const int Parties = 3;

    public static ImmutableArray<RecordFinding> Of(PartyView[] views)
    {
        List<Deviation> contents = [.. views.SelectMany(view => view.Keys).Distinct().Where(key => !key.Inquiry.IsEmpty)
            .Select(key => Compare(views, key)).OfType<Deviation>()];
        IEnumerable<RecordFinding> swapped = Swaps(contents, out HashSet<RecordKey> exchanged);
        IEnumerable<RecordFinding> others = contents.Where(deviation => !exchanged.Contains(deviation.Key))
            .Select(deviation => new RecordFinding(deviation.Kind, deviation.Party, [deviation.Key]));
        IEnumerable<RecordFinding> moved = views.SelectMany(view => OrderJudgement.Of(view, [.. views.Where(other => other != view)], contents));
        return [.. swapped.Concat(others).Concat(moved).OrderBy(finding => finding.Kind).ThenBy(finding => finding.Keys[0])];
    }

    private static Deviation? Compare(PartyView[] views, RecordKey key)
    {
        ImmutableArray<Digest>[] held = [.. views.Select(view => view.Commitments(key))];
        for (int odd = 0; odd < Parties; odd++)
        {
            (ImmutableArray<Digest> first, ImmutableArray<Digest> second) = (held[(odd + 1) % Parties], held[(odd + 2) % Parties]);
            if (first.SequenceEqual(second))
            {
                return held[odd].SequenceEqual(first) ? null : new Deviation(key, views[odd].Party, Kind(held[odd], first), held[odd], first);
            }
        }

        return new Deviation(key, LogParties.All, DeviationKind.Altered, [], []);
    }

    private static DeviationKind Kind(ImmutableArray<Digest> odd, ImmutableArray<Digest> agreed) =>
        odd.Length < agreed.Length ? DeviationKind.Omitted : odd.Length > agreed.Length ? DeviationKind.Inserted : DeviationKind.Altered;

    private static IEnumerable<RecordFinding> Swaps(List<Deviation> deviations, out HashSet<RecordKey> exchanged)
    {
        exchanged = [];
        List<RecordFinding> findings = [];
        ILookup<(LogParties, Digest, Digest), Deviation> altered = deviations
            .Where(deviation => deviation is { Kind: DeviationKind.Altered, Odd.Length: 1 })
            .ToLookup(deviation => (deviation.Party, deviation.Odd[0], deviation.Agreed[0]));
        foreach (Deviation deviation in altered.SelectMany(group => group))
        {
            Deviation? other = altered[(deviation.Party, deviation.Agreed[0], deviation.Odd[0])].FirstOrDefault();
            if (other is not null && exchanged.Add(deviation.Key) & exchanged.Add(other.Key))
            {
                RecordKey[] keys = [deviation.Key, other.Key];
                findings.Add(new RecordFinding(DeviationKind.Swapped, deviation.Party, [.. keys.Order()]));
            }
        }

        return findings;
    }
}
