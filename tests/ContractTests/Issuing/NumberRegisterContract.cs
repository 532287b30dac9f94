using MyNumber.IssuingHost;
using MyNumber.Numbering.Issuing.Bulk;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.ContractTests.Issuing;

/// <summary>What every register promises. Each implementation runs all of it.</summary>
public abstract class NumberRegisterContract : IAsyncLifetime
{
    protected INumberRegister Register { get; private set; } = null!;

    public async Task InitializeAsync() => Register = await OpenAsync();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task Issue_comes_back_as_it_was_written()
    {
        NumberIssue issue = Issues.Of(1, replaces: 500) with
        {
            NotifiedAt = Issues.Noon.AddSeconds(1),
            DesignatedAt = Issues.Noon.AddSeconds(2),
            RecordedAt = Issues.Noon.AddSeconds(3),
        };
        (await Register.AddAsync(new[] { issue })).IsWritten.ShouldBeTrue();
        NumberIssue back = (await Register.FindByRequestAsync(issue.Request)).ShouldNotBeNull();
        ShouldBeSame(back, issue);
        ShouldBeSame((await Register.FindByNumberAsync(issue.Number)).ShouldNotBeNull(), issue);
        ShouldBeSame((await Register.FindReplacementAsync(issue.Replaces)).ShouldNotBeNull(), issue);
        ShouldBeSame((await Register.HistoryAsync(issue.Code)).ShouldHaveSingleItem(), issue);
    }

    [SkippableFact]
    public async Task Empty_register_finds_nothing()
    {
        (await Register.FindByRequestAsync(Issues.Request(1))).ShouldBeNull();
        (await Register.FindByNumberAsync(Issues.Number(1))).ShouldBeNull();
        (await Register.FindByNumberAsync(default)).ShouldBeNull();
        (await Register.FindReplacementAsync(Issues.Number(1))).ShouldBeNull();
        (await Register.FindReplacementAsync(default)).ShouldBeNull();
        (await Register.HistoryAsync(SyntheticRoll.CodeAt(1))).ShouldBeEmpty();
        (await Register.HistoryAsync(default)).ShouldBeEmpty();
        (await Register.CountAsync()).ShouldBe(0);
        (await Register.BulkPositionAsync(1)).ShouldBe(0);
    }

    [SkippableTheory]
    [InlineData("the request is answered already", 1, null, null, null, RegisterConflict.Request)]
    [InlineData("the number is another's", null, 1, null, null, RegisterConflict.Number)]
    [InlineData("the code gave a number with this count", null, null, 1, null, RegisterConflict.CodeAndCounter)]
    [InlineData("the number is replaced already", null, null, null, 900, RegisterConflict.Replaced)]
    [InlineData("two keys at once: the first of the order counts", null, 1, 1, 900, RegisterConflict.CodeAndCounter)]
    public async Task Taken_key_refuses_the_whole_batch(string row, int? request, int? number, int? code, int? replaces, RegisterConflict conflict)
    {
        await Register.AddAsync(new[] { Issues.Of(1, replaces: 900) });
        NumberIssue[] batch = [Issues.Of(10), Issues.Of(11), Issues.Of(12, request, number, code, 0, replaces), Issues.Of(13)];
        RegisterResult result = await Register.AddAsync(batch, new BulkCheckpoint(5, 0, 4));
        result.Conflict.ShouldBe(conflict, row);
        result.Index.ShouldBe(2, row);
        (await Register.CountAsync()).ShouldBe(1, row);
        (await Register.FindByRequestAsync(Issues.Request(10))).ShouldBeNull(row);
        (await Register.FindByNumberAsync(batch[1].Number)).ShouldBeNull(row);
        (await Register.BulkPositionAsync(5)).ShouldBe(0, row);
    }

    [SkippableTheory]
    [InlineData("request", 20, null, null, null, RegisterConflict.Request)]
    [InlineData("number", null, 20, null, null, RegisterConflict.Number)]
    [InlineData("code and count", null, null, 20, null, RegisterConflict.CodeAndCounter)]
    [InlineData("replaced number", null, null, null, 901, RegisterConflict.Replaced)]
    public async Task Key_that_is_twice_in_a_batch_refuses_it(string row, int? request, int? number, int? code, int? replaces, RegisterConflict conflict)
    {
        NumberIssue[] batch = [Issues.Of(20, replaces: 901), Issues.Of(21), Issues.Of(22, request, number, code, 0, replaces)];
        RegisterResult result = await Register.AddAsync(batch);
        result.Conflict.ShouldBe(conflict, row);
        result.Index.ShouldBe(2, row);
        (await Register.CountAsync()).ShouldBe(0, row);
        (await Register.AddAsync(batch.AsMemory(0, 2))).IsWritten.ShouldBeTrue(row);
    }

    [SkippableFact]
    public async Task Batch_that_was_refused_can_be_written_once_mended()
    {
        await Register.AddAsync(Issues.Batch(0, 100));
        NumberIssue[] batch = Issues.Batch(50, 2500);
        (await Register.AddAsync(batch)).Index.ShouldBe(0);
        (await Register.AddAsync(batch.AsMemory(50))).IsWritten.ShouldBeTrue();
        (await Register.CountAsync()).ShouldBe(2550);
        for (int seed = 0; seed < 2550; seed += 97)
        {
            (await Register.FindByNumberAsync(Issues.Of(seed).Number)).ShouldNotBeNull().Request.ShouldBe(Issues.Request(seed));
        }
    }

    [SkippableFact]
    public async Task Batch_larger_than_a_statement_is_still_one_step()
    {
        NumberIssue[] batch = [.. Issues.Batch(0, 7_000), Issues.Of(7_000, number: 6_999)];
        RegisterResult result = await Register.AddAsync(batch);
        result.ToString().ShouldBe("Number at 7000");
        (await Register.CountAsync()).ShouldBe(0);
        (await Register.AddAsync(batch.AsMemory(0, 7_000))).IsWritten.ShouldBeTrue();
        (await Register.CountAsync()).ShouldBe(7_000);
    }

    [SkippableFact]
    public async Task Checkpoint_moves_with_its_batch_and_not_twice()
    {
        (await Register.AddAsync(Issues.Batch(0, 3), new BulkCheckpoint(9, 0, 3))).IsWritten.ShouldBeTrue();
        (await Register.BulkPositionAsync(9)).ShouldBe(3);
        RegisterResult again = await Register.AddAsync(Issues.Batch(3, 3), new BulkCheckpoint(9, 0, 3));
        (again.Conflict, again.Index).ShouldBe((RegisterConflict.Checkpoint, -1));
        (await Register.AddAsync(Issues.Batch(6, 3), new BulkCheckpoint(9, 4, 7))).Conflict.ShouldBe(RegisterConflict.Checkpoint);
        (await Register.CountAsync()).ShouldBe(3);
        (await Register.BulkPositionAsync(8)).ShouldBe(0);
    }

    [SkippableFact]
    public async Task Checkpoint_moves_without_issues_too()
    {
        (await Register.AddAsync(ReadOnlyMemory<NumberIssue>.Empty, new BulkCheckpoint(9, 0, 1))).IsWritten.ShouldBeTrue();
        (await Register.BulkPositionAsync(9)).ShouldBe(1);
        (await Register.AddAsync(ReadOnlyMemory<NumberIssue>.Empty, new BulkCheckpoint(9, 0, 1))).Conflict.ShouldBe(RegisterConflict.Checkpoint);
    }

    [SkippableFact]
    public async Task Bulk_run_passes_over_whoever_is_numbered_and_numbers_the_rest()
    {
        await Register.AddAsync(new[] { Issues.Of(1, code: 17), Issues.Of(2, code: 90) with { FormerCodes = [SyntheticRoll.CodeAt(40), SyntheticRoll.CodeAt(41)] } });
        List<long> told = [];
        using ConversionKeyRing keys = new(1, new MixedPermutation(NumberConverter.DomainSize, 7));
        BulkOptions options = new()
        {
            BatchSize = 32,
            OnPassedOver = (person, _) =>
            {
                told.Add(person.Position);
                return ValueTask.CompletedTask;
            },
        };
        BulkResult result = await new BulkIssueRun(Register, keys, TimeProvider.System, options).RunAsync(3, new SyntheticRoll(300));
        (result.ToString(), result.PassedOver, await Register.BulkPositionAsync(3)).ShouldBe(("Done, 300", 4L, 300L));
        told.ShouldBe([17L, 40L, 41L, 90L]);
        (await Register.CountAsync()).ShouldBe(298);
    }

    [SkippableFact]
    public async Task States_follow_one_another_and_asking_again_does_no_harm()
    {
        await Register.AddAsync(Issues.Batch(0, 2));
        Guid[] both = [Issues.Request(1), Issues.Request(0), Issues.Request(77)];
        (await Register.AdvanceAsync(both, DesignationState.Designated, Issues.Noon)).ShouldBe(0);
        (await Register.AdvanceAsync(both, DesignationState.Notified, Issues.Noon.AddMinutes(1))).ShouldBe(2);
        (await Register.AdvanceAsync(both, DesignationState.Notified, Issues.Noon.AddMinutes(9))).ShouldBe(0);
        (await Register.AdvanceAsync(both.AsMemory(1, 1), DesignationState.Designated, Issues.Noon.AddMinutes(2))).ShouldBe(1);
        (await Register.AdvanceAsync(both, DesignationState.Recorded, Issues.Noon.AddMinutes(3))).ShouldBe(1);
        NumberIssue first = (await Register.FindByRequestAsync(Issues.Request(0))).ShouldNotBeNull();
        (first.State, first.NotifiedAt, first.DesignatedAt, first.RecordedAt).ShouldBe(
            (DesignationState.Recorded, Issues.Noon.AddMinutes(1), Issues.Noon.AddMinutes(2), Issues.Noon.AddMinutes(3)));
        (await Register.FindByRequestAsync(Issues.Request(1))).ShouldNotBeNull().State.ShouldBe(DesignationState.Notified);
    }

    [SkippableFact]
    public async Task Many_issues_move_in_one_call()
    {
        await Register.AddAsync(Issues.Batch(0, 2_500));
        Guid[] requests = [.. Enumerable.Range(0, 2_500).Select(Issues.Request)];
        (await Register.AdvanceAsync(requests, DesignationState.Notified, Issues.Noon)).ShouldBe(2_500);
    }

    [SkippableTheory]
    [InlineData(DesignationState.None)]
    [InlineData(DesignationState.Generated)]
    [InlineData((DesignationState)5)]
    public async Task State_that_nothing_moves_to_is_an_error(DesignationState to) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Register.AdvanceAsync(new[] { Issues.Request(1) }, to, Issues.Noon));

    [SkippableFact]
    public async Task History_is_every_issue_of_a_code_by_count()
    {
        await Register.AddAsync(new[] { Issues.Of(2, code: 1, counter: 2, replaces: 1), Issues.Of(0, code: 1), Issues.Of(1, code: 1, counter: 1, replaces: 0), Issues.Of(3) });
        (await Register.HistoryAsync(SyntheticRoll.CodeAt(1))).Select(issue => (issue.Counter, issue.Request)).ShouldBe(
            [(0, Issues.Request(0)), (1, Issues.Request(1)), (2, Issues.Request(2))]);
    }

    [SkippableFact]
    public async Task First_issue_takes_the_counts_that_it_passed_over()
    {
        NumberIssue[] both = [Issues.Of(1, counter: 2), Issues.Of(2, code: 1)];
        (await Register.AddAsync(both)).ToString().ShouldBe("CodeAndCounter at 1");
        (await Register.AddAsync(both.AsMemory(0, 1))).IsWritten.ShouldBeTrue();
        (await Register.AddAsync(both.AsMemory(1, 1))).ToString().ShouldBe("CodeAndCounter at 0");
        (await Register.AddAsync(new[] { Issues.Of(3, code: 1, counter: 3) })).ToString().ShouldBe("CodeAndCounter at 0");
        (await Register.AddAsync(new[] { Issues.Of(4, code: 1, counter: 3, replaces: 1) })).IsWritten.ShouldBeTrue();
        (await Register.HistoryAsync(SyntheticRoll.CodeAt(1))).Select(issue => issue.Counter).ShouldBe([2, 3]);
    }

    public static TheoryData<string, NumberIssue> Incomplete => new()
    {
        { "nothing at all", default },
        { "no request", Issues.Of(1) with { Request = Guid.Empty } },
        { "no code", Issues.Of(1) with { Code = default } },
        { "no number", Issues.Of(1) with { Number = default } },
        { "no municipality", Issues.Of(1) with { Municipality = default } },
        { "no reason", Issues.Of(1) with { Reason = IssueReason.None } },
        { "a reason that is none", Issues.Of(1) with { Reason = (IssueReason)77 } },
        { "a reason that fits no byte", Issues.Of(1) with { Reason = (IssueReason)300 } },
        { "a reason below nought", Issues.Of(1) with { Reason = (IssueReason)(-1) } },
        { "its own number to be replaced", Issues.Of(1) with { Replaces = Issues.Of(1).Number } },
        { "a counter of two digits", Issues.Of(1) with { Counter = 10 } },
        { "a counter below zero", Issues.Of(1) with { Counter = -1 } },
        { "designated without notice", Issues.Of(1) with { DesignatedAt = Issues.Noon } },
        { "recorded without designation", Issues.Of(1) with { NotifiedAt = Issues.Noon, RecordedAt = Issues.Noon } },
    };

    [SkippableTheory]
    [MemberData(nameof(Incomplete))]
    public async Task Incomplete_issue_is_an_error(string row, NumberIssue issue)
    {
        ArgumentException error = await Should.ThrowAsync<ArgumentException>(async () => await Register.AddAsync(new[] { Issues.Of(50), issue }));
        error.Message.Any(char.IsAsciiDigit).ShouldBeFalse(row);
        (await Register.CountAsync()).ShouldBe(0, row);
        (await Register.AddAsync(new[] { Issues.Of(50) })).IsWritten.ShouldBeTrue(row);
    }

    [SkippableFact]
    public async Task Stopped_call_writes_nothing()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await Register.AddAsync(Issues.Batch(0, 10), null, stop.Token));
        (await Register.CountAsync()).ShouldBe(0);
    }

    [SkippableTheory]
    [InlineData("nothing", 0)]
    [InlineData("one", 1)]
    [InlineData("a page exactly", 1_000)]
    [InlineData("some pages", 2_345)]
    public async Task Reading_all_gives_each_issue_once_and_in_one_order(string row, int count)
    {
        NumberIssue[] issues = Issues.Batch(0, count);
        new Random(1).Shuffle(issues);
        await Register.AddAsync(issues);
        List<NumberIssue> first = await AllAsync(), second = await AllAsync();
        first.Count.ShouldBe(count, row);
        second.Select(issue => issue.Request).ShouldBe(first.Select(issue => issue.Request), row);
        Dictionary<Guid, NumberIssue> written = issues.ToDictionary(issue => issue.Request);
        foreach (NumberIssue issue in first)
        {
            written.Remove(issue.Request, out NumberIssue expected).ShouldBeTrue(row);
            ShouldBeSame(issue, expected);
        }
    }

    [SkippableFact]
    public async Task Reading_all_gives_what_was_there_at_the_start_also_while_others_write()
    {
        await Register.AddAsync(Issues.Batch(0, 1_500));
        HashSet<Guid> read = [];
        await foreach (NumberIssue issue in Register.ReadAllAsync())
        {
            read.Add(issue.Request).ShouldBeTrue();
            if (read.Count == 10)
            {
                (await Register.AddAsync(Issues.Batch(5_000, 50))).IsWritten.ShouldBeTrue();
            }
        }

        Enumerable.Range(0, 1_500).ShouldAllBe(seed => read.Contains(Issues.Request(seed)));
    }

    [SkippableFact]
    public async Task Reading_all_can_be_given_up()
    {
        await Register.AddAsync(Issues.Batch(0, 1_500));
        using CancellationTokenSource stop = new();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (NumberIssue _ in Register.ReadAllAsync(stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

    [SkippableFact]
    public async Task Rivals_for_the_same_people_never_both_win()
    {
        Task<RegisterResult>[] rivals = [.. Enumerable.Range(0, 4).Select(rival => Task.Run(async () =>
            await Register.AddAsync(Enumerable.Range(0, 200).Select(person => Issues.Of(person, request: 1_000 + (rival * 200) + person, number: 1_000 + (rival * 200) + person)).ToArray())))];
        RegisterResult[] results = await Task.WhenAll(rivals);
        results.Count(result => result.IsWritten).ShouldBe(1);
        results.Where(result => !result.IsWritten).ShouldAllBe(result => result.Conflict == RegisterConflict.CodeAndCounter && result.Index == 0);
        (await Register.CountAsync()).ShouldBe(200);
    }

    [SkippableFact]
    public async Task Rivals_in_opposite_order_do_not_lock_each_other_out()
    {
        NumberIssue[] forward = Issues.Batch(0, 300);
        NumberIssue[] backward = [.. forward.Reverse()];
        RegisterResult[] results = await Task.WhenAll(Enumerable.Range(0, 6).Select(rival =>
            Task.Run(async () => await Register.AddAsync(rival % 2 == 0 ? forward : backward))));
        results.Count(result => result.IsWritten).ShouldBe(1);
        (await Register.CountAsync()).ShouldBe(300);
    }

    protected abstract Task<INumberRegister> OpenAsync();

    private async Task<List<NumberIssue>> AllAsync()
    {
        List<NumberIssue> all = [];
        await foreach (NumberIssue issue in Register.ReadAllAsync())
        {
            all.Add(issue);
        }

        return all;
    }

    private static void ShouldBeSame(NumberIssue one, NumberIssue other)
    {
        (one.Request, one.Code, one.Counter, one.Number, one.Replaces, one.KeyVersion).ShouldBe(
            (other.Request, other.Code, other.Counter, other.Number, other.Replaces, other.KeyVersion));
        (one.Municipality, one.Reason, one.GeneratedAt, one.NotifiedAt, one.DesignatedAt, one.RecordedAt, one.State).ShouldBe(
            (other.Municipality, other.Reason, other.GeneratedAt, other.NotifiedAt, other.DesignatedAt, other.RecordedAt, other.State));
    }
}
