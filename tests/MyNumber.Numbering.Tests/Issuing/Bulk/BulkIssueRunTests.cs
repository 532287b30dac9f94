using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Issuing.Bulk;

public sealed class BulkIssueRunTests
{
    private static readonly BulkOptions _small = new() { BatchSize = 100 };

    [Fact]
    public async Task Everybody_gets_the_number_of_the_conversion()
    {
        InMemoryNumberRegister register = new();
        (await new BulkIssueRun(register, Lab.Keys(), Lab.Clock, _small).RunAsync(1, Roll(950))).ToString().ShouldBe("Done, 950");
        using IKeyedPermutation permutation = Lab.Permutation();
        for (int person = 0; person < 950; person++)
        {
            NumberIssue issue = (await register.FindByRequestAsync(BulkRequests.At(1, person))).ShouldNotBeNull();
            (issue.Number.Value / 10, issue.Counter, issue.Reason).ShouldBe((permutation.Permute((person + 1) * 10L), 0, IssueReason.Introduction));
            (issue.KeyVersion, issue.Municipality, issue.GeneratedAt).ShouldBe((1, Lab.Chiyoda, Lab.Noon));
        }
    }

    [Fact]
    public async Task Stopped_run_goes_on_where_it_stood()
    {
        InMemoryNumberRegister register = new();
        BulkIssueRun run = new(register, Lab.Keys(), Lab.Clock, _small);
        using CancellationTokenSource stop = new();
        List<string> told = [];
        Reporter progress = new(step =>
        {
            told.Add(step.ToString());
            if (step.Done == 300)
            {
                stop.Cancel();
            }
        });
        (await run.RunAsync(1, Roll(950), progress, stop.Token)).ToString().ShouldBe("Stopped, 300");
        (await register.CountAsync()).ShouldBe(300);
        (await run.RunAsync(1, Roll(950), progress)).ToString().ShouldBe("Done, 950");
        told.ShouldBe([.. Enumerable.Range(1, 9).Select(step => $"{step * 100} of 950"), "950 of 950"]);
        (await register.CountAsync()).ShouldBe(950);
    }

    [Fact]
    public async Task Finished_run_does_nothing_again()
    {
        InMemoryNumberRegister register = new();
        BulkIssueRun run = new(register, Lab.Keys(), Lab.Clock, _small);
        await run.RunAsync(1, Roll(200));
        (await run.RunAsync(1, Roll(200))).Outcome.ShouldBe(BulkOutcome.Done);
        (await register.CountAsync()).ShouldBe(200);
    }

    [Theory]
    [InlineData("a dead predecessor's last batch", 1, BulkOutcome.Done, 950)]
    [InlineData("another driver that goes on", 3, BulkOutcome.TakenOver, 200)]
    public async Task A_start_follows_one_batch_that_appears_after_it_read_its_place(string description, int batches, BulkOutcome expected, int done)
    {
        InMemoryNumberRegister register = new();
        OvertakenRoll roll = new(Roll(950), batches, people => new BulkIssueRun(register, Lab.Keys(), Lab.Clock, _small).RunAsync(1, Roll(people)));

        BulkResult result = await new BulkIssueRun(register, Lab.Keys(), Lab.Clock, _small).RunAsync(1, roll);

        (result.Outcome, await register.BulkPositionAsync(1)).ShouldBe((expected, done), description);
        (await register.CountAsync()).ShouldBe(done, description);
    }

    [Fact]
    public async Task Two_drivers_of_one_run_issue_each_number_once()
    {
        InMemoryNumberRegister register = new();
        BulkResult[] results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            Task.Run(async () => await new BulkIssueRun(register, Lab.Keys(), Lab.Clock, _small).RunAsync(1, Roll(20_000)))));
        results.ShouldAllBe(result => result.Outcome == BulkOutcome.Done || result.Outcome == BulkOutcome.TakenOver);
        results.ShouldContain(result => result.Outcome == BulkOutcome.Done);
        (await register.CountAsync()).ShouldBe(20_000);
    }

    [Theory]
    [InlineData("twice in one batch", 130, 150)]
    [InlineData("twice across batches", 30, 450)]
    public async Task Person_who_is_on_the_roll_twice_stops_the_run_at_that_place(string row, int first, int second)
    {
        InMemoryNumberRegister register = new();
        BulkSubject[] people = People(600);
        people[second] = people[first];
        BulkOptions stopping = new() { BatchSize = 100, Obstacles = ObstacleRule.Stop };
        BulkResult result = await new BulkIssueRun(register, Lab.Keys(), Lab.Clock, stopping).RunAsync(1, new MemoryBulkRoll(people));
        (result.Outcome, result.Obstacle).ShouldBe((BulkOutcome.AlreadyNumbered, second), row);
        (await register.CountAsync()).ShouldBe(result.Done, row);
        (result.Done % 100).ShouldBe(0, row);
    }

    [Fact]
    public async Task Excluded_code_takes_the_next_count()
    {
        InMemoryNumberRegister register = new();
        BulkOptions options = new() { BatchSize = 10, Excluded = System.Collections.Frozen.FrozenSet.Create(50L, 51L) };
        await new BulkIssueRun(register, Lab.Keys(), Lab.Clock, options).RunAsync(1, Roll(20));
        (await register.HistoryAsync(Lab.Code(5))).ShouldHaveSingleItem().Counter.ShouldBe(2);
        (await register.HistoryAsync(Lab.Code(6))).ShouldHaveSingleItem().Counter.ShouldBe(0);
    }

    [Fact]
    public async Task Number_of_an_older_key_is_passed_over()
    {
        using IKeyedPermutation older = Lab.Permutation(1), newer = Lab.Permutation(2);
        InMemoryNumberRegister register = new();
        long taken = newer.Permute(Lab.Code(3).Value / 10 * 10);
        long input = older.Invert(taken);
        new NumberConverter(older, ExcludedNumbers.None).TryConvert(Lab.Code(input / 10), (int)(input % 10), out IndividualNumber number);
        await register.AddAsync(new[]
        {
            new NumberIssue
            {
                Request = Lab.Request(1), Code = Lab.Code(input / 10), Counter = (int)(input % 10), Number = number, KeyVersion = 1, Municipality = Lab.Chiyoda,
                Reason = IssueReason.Birth, GeneratedAt = Lab.Noon,
            },
        });
        (await new BulkIssueRun(register, Lab.Keys(2), Lab.Clock, _small).RunAsync(1, Roll(10))).Outcome.ShouldBe(BulkOutcome.Done);
        (await register.HistoryAsync(Lab.Code(3))).ShouldHaveSingleItem().Counter.ShouldBe(1);
    }

    [Theory]
    [InlineData("no batch", 0)]
    [InlineData("a batch too large", 100_001)]
    [InlineData("no such rule for obstacles", 1, 2)]
    [InlineData("a rule below nought", 1, -1)]
    public void Option_outside_its_range_is_an_error(string row, int size, int rule = 0) => Should.Throw<ArgumentOutOfRangeException>(
        () => new BulkIssueRun(new InMemoryNumberRegister(), Lab.Keys(), Lab.Clock, new BulkOptions { BatchSize = size, Obstacles = (ObstacleRule)rule }), row);

    [Theory]
    [InlineData("no run", 0, 0)]
    [InlineData("a run too large", 1L << 47, 0)]
    [InlineData("a place below zero", 1, -1)]
    [InlineData("a place too large", 1, 1L << 48)]
    public void Request_outside_its_range_is_an_error(string row, long run, long position) =>
        Should.Throw<ArgumentOutOfRangeException>(() => BulkRequests.At(run, position), row);

    [Fact]
    public void Requests_are_uuids_of_version_eight_and_differ() =>
        BulkRequests.At(0x123456789ABC, 0x0FEDCBA98765).ToString().ShouldBe("12345678-9abc-8000-8000-0fedcba98765");

    [Fact]
    public async Task Roll_that_gives_less_than_it_counts_is_an_error() =>
        await Should.ThrowAsync<InvalidOperationException>(async () =>
            await new BulkIssueRun(new InMemoryNumberRegister(), Lab.Keys(), Lab.Clock, _small).RunAsync(1, new ShortRoll()));

    private static BulkSubject[] People(int count) => [.. Enumerable.Range(1, count).Select(person => new BulkSubject(Lab.Code(person), Lab.Chiyoda))];

    private static MemoryBulkRoll Roll(int count) => new(People(count));

    private sealed class Reporter(Action<BulkProgress> report) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value) => report(value);
    }

    /// <summary>Another driver writes the batch at hand while it is read, for the first few reads.</summary>
    private sealed class OvertakenRoll(MemoryBulkRoll roll, int times, Func<int, ValueTask<BulkResult>> overtake) : IBulkRoll
    {
        private int _left = times;

        public long Count => roll.Count;

        public async ValueTask<int> ReadAsync(long position, Memory<BulkSubject> into, CancellationToken cancellationToken = default)
        {
            if (_left-- > 0)
            {
                await overtake((int)position + into.Length);
            }

            return await roll.ReadAsync(position, into, cancellationToken);
        }
    }

    private sealed class ShortRoll : IBulkRoll
    {
        public long Count => 5;

        public ValueTask<int> ReadAsync(long position, Memory<BulkSubject> into, CancellationToken cancellationToken = default) => ValueTask.FromResult(0);
    }
}
