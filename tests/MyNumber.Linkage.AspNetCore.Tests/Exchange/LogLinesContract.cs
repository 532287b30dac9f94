using System.Security.Cryptography;
using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

/// <summary>What parties show each other of their logs, over every kind of line.</summary>
public abstract class LogLinesContract : IAsyncLifetime
{
    private static readonly LogOwner _city = new(ChildAllowance.City);
    private static readonly LogOwner _taxCity = new(ChildAllowance.TaxCity);
    private readonly Func<Task<IExchangeWorld>> _start;
    private IExchangeWorld _world = null!;

    private protected LogLinesContract(Func<Task<IExchangeWorld>> start) => _start = start;

    private LinkageLab Lab => _world.Lab;

    private RecordScope Scope => new(RecordDay.Of(_world.Clock.GetUtcNow()), ChildAllowance.City, ChildAllowance.TaxCity);

    public async Task InitializeAsync() => _world = await _start();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Three_that_recorded_alike_are_found_alike()
    {
        await InquireAsync(20);
        ReconciliationResult result = await CompareAsync();
        (result.Findings.Length, result.Rounds).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Record_that_one_party_lacks_is_named()
    {
        InquiryId[] asked = await InquireAsync(40);
        StoredRecord gone = (await Lab.Core.Stores.Records.FindAsync(new RecordKey(asked[7], 0)))!;
        SaltedRecord kept = new(gone.Record.Record with { Outcome = InquiryOutcome.NoRecord, ProvidedAt = null, Inquiry = InquiryId.Create(_world.Clock.GetUtcNow()) }, gone.Record.Salt);
        (await Lab[ChildAllowance.TaxCity].Stores.Records.AppendAsync(new[] { kept })).Single().IsKept.ShouldBeTrue();
        RecordFinding finding = (await CompareAsync()).Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Parties, finding.Keys.Single()).ShouldBe((DeviationKind.Inserted, LogParties.Provider, kept.Record.Key));
    }

    [Fact]
    public async Task Third_body_gets_no_answer_about_the_scope_of_two_others()
    {
        await InquireAsync(1);
        foreach (LogOwner owner in new[] { LogOwner.Core, _city, _taxCity })
        {
            await Should.ThrowAsync<IOException>(async () => await _world.DaySourceOf(ChildAllowance.Insurer, owner, Scope).AskAsync([DayRange.Whole]));
        }

        await Should.ThrowAsync<IOException>(async () => await _world.DaySourceOf(ChildAllowance.Insurer, _city, Scope with { Provider = ChildAllowance.Insurer, Inquirer = ChildAllowance.TaxCity })
            .AskAsync([DayRange.Whole]));
    }

    [Fact]
    public async Task Rounds_of_a_comparison_see_one_list_while_the_log_goes_on()
    {
        await InquireAsync(40);
        IDaySource source = _world.DaySourceOf(ChildAllowance.City, LogOwner.Core, Scope);
        RangeAnswer whole = (await source.AskAsync([DayRange.Whole])).Single();
        await InquireAsync(40);
        IReadOnlyList<RangeAnswer> parts = await source.AskAsync([.. Enumerable.Range(0, DayRange.Fanout).Select(DayRange.Whole.Child)]);
        parts.Select(part => part.Digest).ShouldBe(whole.Parts);
    }

    [Fact]
    public async Task Witness_follows_a_log_by_its_heads_and_proofs()
    {
        using ECDsa coreKey = Lab.Keys.Core.CreateLogKey();
        Auditor auditor = new();
        auditor.Watch(LogOwner.Core, coreKey);
        IHeadLine line = _world.HeadLineOf(ChildAllowance.TaxOffice, LogOwner.Core);
        (await line.LatestAsync()).ShouldBeNull();
        (await line.ReadAsync(0, 10)).ShouldBeEmpty();
        foreach (int count in new[] { 3, 5, 1 })
        {
            await InquireAsync(count);
            await Lab.Core.Log.SignHeadAsync();
        }

        IReadOnlyList<LogHead> heads = await line.ReadAsync(0, IHeadLine.MostHeads);
        heads.Select(head => head.Size).ShouldBe([3, 8, 9]);
        (await line.LatestAsync())!.States(heads[2]).ShouldBeTrue();
        (await line.ReadAsync(1, 1)).ShouldHaveSingleItem().Number.ShouldBe(1);
        foreach (LogHead head in heads)
        {
            ConsistencyProof? proof = auditor.Latest(LogOwner.Core) is { } seen ? await line.ProveAsync(seen.Size, head.Size) : null;
            auditor.Show(head, proof).ShouldBe(HeadVerdict.Accepted);
        }
    }

    [Theory]
    [InlineData("larger than the log", 0, 10)]
    [InlineData("in the wrong order", 2, 1)]
    [InlineData("negative", -1, 1)]
    public async Task Sizes_that_the_log_never_had_have_no_proof(string row, long first, long second)
    {
        await InquireAsync(3);
        (await _world.HeadLineOf(ChildAllowance.City, LogOwner.Core).ProveAsync(first, second)).ShouldBeNull(row);
    }

    [Fact]
    public async Task Heads_are_asked_for_within_bounds()
    {
        IHeadLine line = _world.HeadLineOf(ChildAllowance.City, _taxCity);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await line.ReadAsync(-1, 1));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await line.ReadAsync(0, 0));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await line.ReadAsync(0, IHeadLine.MostHeads + 1));
    }

    private ValueTask<ReconciliationResult> CompareAsync() => Reconciler.CompareAsync(
        _world.DaySourceOf(default, _city, Scope), _world.DaySourceOf(default, _taxCity, Scope), _world.DaySourceOf(ChildAllowance.City, LogOwner.Core, Scope));

    private async Task<InquiryId[]> InquireAsync(int count)
    {
        LabBody city = Lab[ChildAllowance.City];
        List<InquiryId> asked = [];
        for (int i = 0; i < count; i++)
        {
            InquiryResult result = await city.Asking.InquireAsync(city.CreateWorker(ChildAllowance.Affair), ChildAllowance.Order(person: 0, need: 1));
            result.Outcome.ShouldBe(InquiryOutcome.Provided);
            asked.Add(result.Inquiry);
        }

        return [.. asked];
    }
}
