using System.Collections.Frozen;
using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Issuing.Bulk;

/// <summary>People on the roll whom a bulk run cannot number.</summary>
public sealed class BulkObstacleTests
{
    private readonly InMemoryNumberRegister _register = new();
    private readonly List<BulkPassedOver> _told = [];

    [Fact]
    public async Task Person_who_was_numbered_meanwhile_keeps_nobody_waiting_by_default()
    {
        await NumberAsync(3);
        BulkResult result = await new BulkIssueRun(_register, Lab.Keys(), Lab.Clock).RunAsync(1, Roll(500));
        (result.ToString(), result.PassedOver, result.Obstacle).ShouldBe(("Done, 500", 1L, -1L));
        (await _register.CountAsync()).ShouldBe(500);
        (await _register.HistoryAsync(Lab.Code(3))).ShouldHaveSingleItem().Reason.ShouldBe(IssueReason.Birth);
        (await _register.FindByRequestAsync(BulkRequests.At(1, 2))).ShouldBeNull("whoever was passed over has no issue under the run's name");
        (await _register.BulkPositionAsync(1)).ShouldBe(500);
    }

    [Theory]
    [InlineData("the first of the roll", new[] { 1 })]
    [InlineData("the last of the roll", new[] { 950 })]
    [InlineData("the last of a batch and the first of the next", new[] { 100, 101 })]
    [InlineData("some here and there", new[] { 5, 99, 333, 334, 335, 720 })]
    public async Task Each_is_told_of_once_and_everybody_else_is_numbered(string row, int[] numbered)
    {
        foreach (int person in numbered)
        {
            await NumberAsync(person);
        }

        List<long> passedOver = [];
        BulkResult result = await Run().RunAsync(1, Roll(950), new Reporter(passedOver));
        (result.Outcome, result.Done, result.PassedOver).ShouldBe((BulkOutcome.Done, 950, numbered.Length), row);
        _told.Select(told => (told.ToString(), told.Subject.Code, told.Subject.Municipality)).ShouldBe(
            numbered.Select(person => ($"AlreadyNumbered at {person - 1}", Lab.Code(person), Lab.Chiyoda)), row);
        passedOver.ShouldBeInOrder();
        passedOver[^1].ShouldBe(numbered.Length, row);
        (await _register.CountAsync()).ShouldBe(950, row);
        for (int person = 1; person <= 950; person++)
        {
            (await _register.HistoryAsync(Lab.Code(person))).ShouldHaveSingleItem().Reason.ShouldBe(numbered.Contains(person) ? IssueReason.Birth : IssueReason.Introduction, row);
        }
    }

    [Fact]
    public async Task Roll_that_is_numbered_already_is_passed_over_whole_and_in_few_rows()
    {
        CountingRegister counting = new(_register);
        await new BulkIssueRun(_register, Lab.Keys(), Lab.Clock).RunAsync(1, Roll(2_000));
        BulkResult result = await new BulkIssueRun(counting, Lab.Keys(), Lab.Clock, Options()).RunAsync(2, Roll(2_000));
        (result.ToString(), result.PassedOver, _told.Count).ShouldBe(("Done, 2000", 2_000L, 2_000));
        counting.Rows.ShouldBeLessThan(3 * 2_000);
        (await _register.CountAsync()).ShouldBe(2_000);
    }

    [Theory]
    [InlineData("twice in one batch", 130, 150)]
    [InlineData("twice across batches", 30, 450)]
    public async Task Person_who_is_on_the_roll_twice_is_numbered_once(string row, int first, int second)
    {
        BulkSubject[] people = People(600);
        people[second] = people[first];
        BulkResult result = await Run().RunAsync(1, new MemoryBulkRoll(people));
        (result.Outcome, result.PassedOver, await _register.CountAsync()).ShouldBe((BulkOutcome.Done, 1, 599), row);
        _told.ShouldHaveSingleItem().Position.ShouldBe(second, row);
    }

    [Theory]
    [InlineData("passed over", ObstacleRule.PassOver, BulkOutcome.Done, 10, 9, -1)]
    [InlineData("stopped at", ObstacleRule.Stop, BulkOutcome.IssuesExhausted, 0, 0, 4)]
    public async Task Code_that_gives_no_number_is_an_obstacle(string row, ObstacleRule rule, BulkOutcome outcome, int done, int count, int obstacle)
    {
        BulkOptions options = new() { Excluded = Enumerable.Range(50, 10).Select(value => (long)value).ToFrozenSet(), Obstacles = rule, OnPassedOver = TellAsync };
        BulkResult result = await new BulkIssueRun(_register, Lab.Keys(), Lab.Clock, options).RunAsync(1, Roll(10));
        (result.Outcome, result.Done, result.Obstacle, await _register.CountAsync()).ShouldBe((outcome, done, obstacle, count), row);
        _told.Select(told => told.ToString()).ShouldBe(rule == ObstacleRule.Stop ? [] : ["IssuesExhausted at 4"], row);
    }

    [Fact]
    public async Task Code_of_ten_noughts_is_passed_over_because_all_it_could_give_are_placeholders()
    {
        BulkSubject[] people = [new(Lab.Code(1), Lab.Chiyoda), new(Lab.Code(0), Lab.Chiyoda), new(Lab.Code(2), Lab.Chiyoda)];
        (await Run().RunAsync(1, new MemoryBulkRoll(people))).PassedOver.ShouldBe(1);
        _told.ShouldHaveSingleItem().ToString().ShouldBe("IssuesExhausted at 1");
        (await _register.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Listener_that_fails_ends_the_run_before_the_place_moves_and_is_told_again()
    {
        await NumberAsync(50);
        bool fails = true;
        BulkOptions options = new()
        {
            BatchSize = 20,
            OnPassedOver = (told, _) => fails ? throw new IOException("The list cannot be written.") : TellAsync(told, default),
        };
        BulkIssueRun run = new(_register, Lab.Keys(), Lab.Clock, options);
        await Should.ThrowAsync<IOException>(async () => await run.RunAsync(1, Roll(100)));
        (await _register.BulkPositionAsync(1)).ShouldBe(40);
        fails = false;
        (await run.RunAsync(1, Roll(100))).ToString().ShouldBe("Done, 100");
        _told.ShouldHaveSingleItem().Position.ShouldBe(49);
    }

    [Fact]
    public async Task Request_of_a_place_that_was_answered_before_stops_the_run()
    {
        await NumberAsync(700, BulkRequests.At(1, 7));
        BulkResult result = await Run().RunAsync(1, Roll(20));
        (result.Outcome, result.Obstacle, _told.Count).ShouldBe((BulkOutcome.AlreadyNumbered, 7, 0));
    }

    [Fact]
    public async Task Version_on_record_is_that_of_the_key_that_made_the_numbers()
    {
        using RotatingKeys keys = new();
        await new BulkIssueRun(_register, keys, Lab.Clock).RunAsync(1, Roll(5));
        NumberIssue issue = (await _register.HistoryAsync(Lab.Code(5))).ShouldHaveSingleItem();
        (issue.Number.Value / 10).ShouldBe(keys.PermutationOf(issue.KeyVersion).Permute(50));
    }

    [Fact]
    public async Task Placeholder_is_not_issued_by_default()
    {
        using IKeyedPermutation permutation = Lab.Permutation();
        long[] placeholders = [.. ExcludedNumbers.Placeholders.Where(eleven => permutation.Invert(eleven) % 10 == 0)];
        placeholders.ShouldNotBeEmpty("some placeholder is somebody's first number under this key");
        BulkSubject[] people = [.. placeholders.Select(eleven => new BulkSubject(Lab.Code(permutation.Invert(eleven) / 10), Lab.Chiyoda))];
        await new BulkIssueRun(_register, Lab.Keys(), Lab.Clock).RunAsync(1, new MemoryBulkRoll(people));
        foreach (BulkSubject person in people)
        {
            (await _register.HistoryAsync(person.Code)).ShouldHaveSingleItem().Number.IsPlaceholder.ShouldBeFalse();
        }
    }

    private BulkOptions Options() => new() { BatchSize = 100, OnPassedOver = TellAsync };

    private BulkIssueRun Run() => new(_register, Lab.Keys(), Lab.Clock, Options());

    private ValueTask TellAsync(BulkPassedOver told, CancellationToken cancellationToken)
    {
        _told.Add(told);
        return ValueTask.CompletedTask;
    }

    private async Task NumberAsync(int person, Guid? request = null)
    {
        GenerationRequest birth = new() { Id = request ?? Lab.Request(10_000 + person), Municipality = Lab.Chiyoda, Code = Lab.Code(person), Reason = IssueReason.Birth };
        (await new NumberGenerationCenter(_register, Lab.Keys(), Lab.Clock).GenerateAsync(birth)).IsMade.ShouldBeTrue();
    }

    private static BulkSubject[] People(int count) => [.. Enumerable.Range(1, count).Select(person => new BulkSubject(Lab.Code(person), Lab.Chiyoda))];

    private static MemoryBulkRoll Roll(int count) => new(People(count));

    private sealed class Reporter(List<long> passedOver) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value) => passedOver.Add(value.PassedOver);
    }
}
