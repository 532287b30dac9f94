using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Linkage.Tests.Merkle;

namespace MyNumber.Linkage.Tests.Reconciliation;

/// <summary>The same list at three parties, and ways to bend one of them and to bend it back.</summary>
public sealed class ThreeLists
{
    public const int LargeCount = 100_000;

    public ThreeLists()
        : this(LargeCount)
    {
    }

    internal ThreeLists(int count, int seed = 7)
    {
        Digest[] commitments = Seeded.Digests(count, seed);
        DayCommitment[] rows = [.. commitments.Select((commitment, i) => new DayCommitment(Key(2L * i), commitment))];
        Lists = [new DayListing(rows), new DayListing(rows), new DayListing(rows)];
    }

    internal DayListing[] Lists { get; }

    internal int Count => Lists[0].Count;

    /// <summary>Even places are used, odd ones lie between them.</summary>
    internal static RecordKey Key(long place) => new(new InquiryId(Guid.ParseExact($"01{place:x10}7abc8def{place * 0x9E3779B1L & 0xFFFFFFFFFFFF:x12}", "N")), 0);

    internal static Digest Other(int seed) => Seeded.Digests(1, 1000 + seed)[0];

    internal ValueTask<ReconciliationResult> CompareAsync() => Reconciler.CompareAsync(Lists[0], Lists[1], Lists[2]);

    internal static RecordFinding Bend(DayListing list, LogParties party, DeviationKind kind, int place, int second)
    {
        RecordKey key = list[place].Key;
        switch (kind)
        {
            case DeviationKind.Omitted:
                list.RemoveAt(place);
                return new RecordFinding(kind, party, [key]);
            case DeviationKind.Inserted:
                RecordKey between = Key(2L * place + 1);
                list.Insert(place + 1, new DayCommitment(between, Other(place)));
                return new RecordFinding(kind, party, [between]);
            case DeviationKind.Altered:
                list.RemoveAt(place);
                list.Insert(place, new DayCommitment(key, Other(place)));
                return new RecordFinding(kind, party, [key]);
            default:
                RecordKey[] keys = [key, list[second].Key];
                Exchange(list, place, second, kind == DeviationKind.Swapped);
                return new RecordFinding(kind, party, [.. keys.Order()]);
        }
    }

    internal static void BendBack(DayListing list, DayListing right, DeviationKind kind, int place, int second)
    {
        switch (kind)
        {
            case DeviationKind.Omitted:
                list.Insert(place, right[place]);
                break;
            case DeviationKind.Inserted:
                list.RemoveAt(place + 1);
                break;
            case DeviationKind.Altered:
                list.RemoveAt(place);
                list.Insert(place, right[place]);
                break;
            default:
                Exchange(list, place, second, kind == DeviationKind.Swapped);
                break;
        }
    }

    private static void Exchange(DayListing list, int place, int second, bool commitmentsOnly)
    {
        (DayCommitment one, DayCommitment other) = (list[place], list[second]);
        list.RemoveAt(place);
        list.Insert(place, commitmentsOnly ? one with { Commitment = other.Commitment } : other);
        list.RemoveAt(second);
        list.Insert(second, commitmentsOnly ? other with { Commitment = one.Commitment } : one);
    }
}
