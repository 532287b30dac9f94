using MyNumber.Linkage.Reconciliation;

namespace MyNumber.Linkage.Tests.Reconciliation;

/// <summary>Every kind of single deviation at every party in a list of 100,000, at the edges and at seeded places.</summary>
public sealed class SingleDeviationTests(ThreeLists lists) : IClassFixture<ThreeLists>
{
    private const int Last = ThreeLists.LargeCount - 1;
    private const int MostRanges = 400;
    private const int MostRounds = 8;

    public static TheoryData<string, DeviationKind, LogParties> Cases
    {
        get
        {
            TheoryData<string, DeviationKind, LogParties> cases = [];
            foreach (LogParties party in new[] { LogParties.Inquirer, LogParties.Provider, LogParties.Core })
            {
                cases.Add("one record is missing", DeviationKind.Omitted, party);
                cases.Add("one record too many", DeviationKind.Inserted, party);
                cases.Add("one record is another", DeviationKind.Altered, party);
                cases.Add("two records have exchanged contents", DeviationKind.Swapped, party);
                cases.Add("two records have exchanged places", DeviationKind.Reordered, party);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Deviation_is_found_and_named(string description, DeviationKind kind, LogParties party)
    {
        DayListing list = lists.Lists[party == LogParties.Inquirer ? 0 : party == LogParties.Provider ? 1 : 2];
        DayListing right = lists.Lists[party == LogParties.Inquirer ? 1 : 0];
        Random random = new((int)kind * 10 + (int)party);
        List<(int, int)> places = [(0, 1), (Last - 1, Last), (Last, 0), (500, 501), (700, 702)];
        places.AddRange(Enumerable.Range(0, 40).Select(_ => (random.Next(Last / 2), random.Next(Last / 2 + 1, Last))));
        foreach ((int place, int second) in places)
        {
            RecordFinding expected = ThreeLists.Bend(list, party, kind, place, second);
            ReconciliationResult result = await lists.CompareAsync();
            result.Findings.ToArray().ShouldBe(kind == DeviationKind.Reordered ? Each(expected) : [expected], $"{description} at {place}, {second}");
            result.Ranges.ShouldBeLessThan(MostRanges);
            result.Rounds.ShouldBeLessThan(MostRounds);
            ThreeLists.BendBack(list, right, kind, place, second);
            list.Digest.ShouldBe(right.Digest);
        }

        (await lists.CompareAsync()).ShouldSatisfyAllConditions(
            result => result.Agrees.ShouldBeTrue(),
            result => result.Ranges.ShouldBe(3));
    }

    private static RecordFinding[] Each(RecordFinding finding) => [.. finding.Keys.Select(key => finding with { Keys = [key] })];
}
