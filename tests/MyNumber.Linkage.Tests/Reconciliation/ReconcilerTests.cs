using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Reconciliation;

public sealed class ReconcilerTests
{
    private static readonly DeviationKind[] _kinds =
        [DeviationKind.Omitted, DeviationKind.Altered, DeviationKind.Inserted, DeviationKind.Swapped, DeviationKind.Reordered];

    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("one record", 1)]
    [InlineData("as many as are listed with the end", 15)]
    [InlineData("one more", 16)]
    [InlineData("divided", 17)]
    [InlineData("a thousand", 1000)]
    public async Task Same_lists_agree_in_one_round(string description, int count)
    {
        ReconciliationResult result = await new ThreeLists(count).CompareAsync();
        (result.Agrees, result.Rounds, result.Ranges).ShouldBe((true, 1, 3), description);
    }

    [Theory]
    [InlineData("one record", 1)]
    [InlineData("at the border of division, one short", 15)]
    [InlineData("at the border of division", 16)]
    [InlineData("divided", 17)]
    [InlineData("divided twice", 300)]
    public async Task Every_omission_insertion_and_change_of_a_small_list_is_named(string description, int count)
    {
        ThreeLists lists = new(count);
        foreach (DeviationKind kind in _kinds[..3])
        {
            for (int place = 0; place < count; place++)
            {
                RecordFinding expected = ThreeLists.Bend(lists.Lists[1], LogParties.Provider, kind, place, 0);
                (await lists.CompareAsync()).Findings.ShouldBe([expected], description);
                ThreeLists.BendBack(lists.Lists[1], lists.Lists[0], kind, place, 0);
            }
        }

        lists.Lists[1].Digest.ShouldBe(lists.Lists[0].Digest);
    }

    [Fact]
    public async Task Every_exchange_in_a_small_list_is_named()
    {
        ThreeLists lists = new(24);
        foreach (DeviationKind kind in _kinds[3..])
        {
            for (int place = 0; place < lists.Count; place++)
            {
                for (int second = place + 1; second < lists.Count; second++)
                {
                    RecordFinding expected = ThreeLists.Bend(lists.Lists[2], LogParties.Core, kind, place, second);
                    (await lists.CompareAsync()).Findings.SelectMany(finding => finding.Keys).ShouldBe(expected.Keys, $"{kind} {place} {second}");
                    ThreeLists.BendBack(lists.Lists[2], lists.Lists[0], kind, place, second);
                }
            }
        }
    }

    [Fact]
    public async Task Many_deviations_of_all_parties_are_all_named()
    {
        ThreeLists lists = new(20_000);
        Random random = new(23);
        List<RecordFinding> expected = [];
        for (int i = 90; i > 0; i--)
        {
            (DeviationKind kind, int party) = (_kinds[i % 3], random.Next(3));
            expected.Add(ThreeLists.Bend(lists.Lists[party], (LogParties)(1 << party), kind, 200 * i + random.Next(100), 0));
        }

        ReconciliationResult result = await lists.CompareAsync();
        result.Findings.OrderBy(finding => finding.ToString()).ShouldBe(expected.OrderBy(finding => finding.ToString()));
        result.Ranges.ShouldBeLessThan(90 * 2 * 3 * 16 * 5);
    }

    [Fact]
    public async Task Three_different_commitments_accuse_all()
    {
        ThreeLists lists = new(50);
        ThreeLists.Bend(lists.Lists[0], LogParties.Inquirer, DeviationKind.Altered, 20, 0);
        RecordKey key = lists.Lists[1].RemoveAt(20).Key;
        (await lists.CompareAsync()).Findings.ShouldBe([new RecordFinding(DeviationKind.Altered, LogParties.All, [key])]);
    }

    [Fact]
    public async Task Record_that_is_listed_twice_is_an_insertion()
    {
        ThreeLists lists = new(50);
        lists.Lists[2].Insert(11, lists.Lists[2][10]);
        (await lists.CompareAsync()).Findings.ShouldBe([new RecordFinding(DeviationKind.Inserted, LogParties.Core, [lists.Lists[0][10].Key])]);
    }

    [Fact]
    public async Task One_record_that_moved_is_named_alone()
    {
        ThreeLists lists = new(500);
        DayCommitment row = lists.Lists[0].RemoveAt(100);
        lists.Lists[0].Insert(300, row);
        (await lists.CompareAsync()).Findings.ShouldBe([new RecordFinding(DeviationKind.Reordered, LogParties.Inquirer, [row.Key])]);
    }

    [Fact]
    public async Task Lists_in_three_orders_with_rows_twice_end_in_findings()
    {
        ThreeLists lists = new(60);
        Random random = new(29);
        foreach (DayListing list in lists.Lists)
        {
            for (int i = 0; i < 40; i++)
            {
                list.Insert(random.Next(list.Count), random.Next(2) == 0 ? list.RemoveAt(random.Next(list.Count - 1)) : list[random.Next(list.Count)]);
            }
        }

        ReconciliationResult result = await lists.CompareAsync();
        result.Findings.Select(finding => finding.Kind).ShouldContain(DeviationKind.Reordered);
        (await Reconciler.CompareAsync(lists.Lists[0], lists.Lists[0], new ThreeLists(60).Lists[0])).Agrees.ShouldBeFalse();
    }

    [Fact]
    public async Task Empty_list_against_full_ones_names_every_record()
    {
        ThreeLists lists = new(200);
        ReconciliationResult result = await Reconciler.CompareAsync(lists.Lists[0], new DayListing([]), lists.Lists[2]);
        result.Findings.Length.ShouldBe(200);
        result.Findings.ShouldAllBe(finding => finding.Kind == DeviationKind.Omitted && finding.Parties == LogParties.Provider);
    }

    [Fact]
    public async Task Two_that_lie_alike_make_the_third_look_wrong()
    {
        ThreeLists lists = new(100);
        ThreeLists.Bend(lists.Lists[0], LogParties.Inquirer, DeviationKind.Omitted, 40, 0);
        ThreeLists.Bend(lists.Lists[1], LogParties.Provider, DeviationKind.Omitted, 40, 0);
        (await lists.CompareAsync()).Findings.ShouldBe([new RecordFinding(DeviationKind.Inserted, LogParties.Core, [lists.Lists[2][40].Key])]);
    }

    [Theory]
    [InlineData("a digest that its entries do not have", 0)]
    [InlineData("fewer answers", 1)]
    [InlineData("another range", 2)]
    [InlineData("entries of another range", 3)]
    [InlineData("entries in no order", 4)]
    [InlineData("fifteen parts", 5)]
    public async Task Answers_that_contradict_each_other_are_named(string description, int lie)
    {
        ThreeLists lists = new(2000);
        ThreeLists.Bend(lists.Lists[0], LogParties.Inquirer, DeviationKind.Altered, 5, 0);
        ReconciliationResult result = await Reconciler.CompareAsync(lists.Lists[0], new LyingSource(lists.Lists[1], lie), lists.Lists[2]);
        result.Findings.ShouldBe([new RecordFinding(DeviationKind.Contradictory, LogParties.Provider, [])], description);
    }

    [Fact]
    public async Task Range_that_is_none_is_not_answered()
    {
        DayListing list = new([]);
        await Should.ThrowAsync<ArgumentException>(async () => await list.AskAsync([new DayRange(0, 17)]));
        await Should.ThrowAsync<ArgumentException>(async () => await list.AskAsync([new DayRange(1, 1)]));
        await Should.ThrowAsync<ArgumentException>(async () => await list.AskAsync([new DayRange(0, -1)]));
        Should.Throw<ArgumentOutOfRangeException>(() => DayRange.Whole.Child(16));
        Should.Throw<ArgumentOutOfRangeException>(() => new DayRange(0, 16).Child(0));
    }

    [Fact]
    public void Digest_depends_on_the_rows_and_not_on_how_they_came()
    {
        DayListing right = new ThreeLists(300).Lists[0];
        DayListing list = new([]);
        foreach (int place in Enumerable.Range(0, 300).OrderBy(place => place * 7919 % 300))
        {
            list.Add(right[place]);
        }

        list.Digest.ShouldBe(right.Digest);
        while (list.Count > 40)
        {
            list.RemoveAt(40);
        }

        list.Digest.ShouldBe(new DayListing(Enumerable.Range(0, 40).Select(i => right[i])).Digest);
    }

    private sealed class LyingSource(DayListing list, int lie) : IDaySource
    {
        public async ValueTask<IReadOnlyList<RangeAnswer>> AskAsync(IReadOnlyList<DayRange> ranges, CancellationToken cancellationToken = default)
        {
            RangeAnswer[] answers = [.. await list.AskAsync(ranges, cancellationToken)];
            for (int i = 0; i < answers.Length; i++)
            {
                answers[i] = ranges[0].Depth == 0 && lie < 5 ? answers[i] : Bend(answers[i]);
            }

            return lie == 1 && ranges[0].Depth > 0 ? answers[1..] : answers;
        }

        private RangeAnswer Bend(RangeAnswer answer) => lie switch
        {
            0 when answer.IsDivided => answer with { Parts = answer.Parts.SetItem(3, default) },
            0 => answer with { Entries = answer.Entries.RemoveAt(0) },
            2 => answer with { Range = DayRange.Whole },
            3 when !answer.IsDivided => answer with { Entries = [.. answer.Entries, default] },
            4 when !answer.IsDivided => answer with { Entries = [.. answer.Entries.Reverse()] },
            5 when answer.IsDivided => answer with { Parts = answer.Parts.RemoveAt(0) },
            _ => answer,
        };
    }
}
