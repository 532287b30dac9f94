using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Records;

/// <summary>Appends that wait for the log are written together.</summary>
public sealed class GroupedAppendTests : IAsyncLifetime
{
    private readonly InMemoryRecordStore _inner = new();
    private LogWorld _world = null!;
    private SteppedRecordStore _store = null!;
    private PartyLog _log = null!;

    public async Task InitializeAsync()
    {
        _world = await LogWorld.StartAsync();
        _store = new SteppedRecordStore(_inner);
        _log = await _world.OpenAsync(LogWorld.Agency(101), _store);
    }

    public Task DisposeAsync()
    {
        _log.Dispose();
        _world.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Calls_that_wait_are_written_in_one_and_each_gets_its_own_places()
    {
        SaltedRecord[][] batches = [Records(1), Records(2), Records(3), Records(1)];
        Task<IReadOnlyList<RecordPlace>>[] calls = await StartAsync(batches);
        int reads = _store.CommitmentReads;
        _store.LetGo(2);
        IReadOnlyList<RecordPlace>[] places = await Task.WhenAll(calls);
        _store.Appends.ShouldBe([1, 6]);
        places.Select(some => some.Select(place => place.Position)).ShouldBe(new long[][] { [0], [1, 2], [3, 4, 5], [6] });
        (await _inner.ReadCommitmentsAsync(0, 10)).ShouldBe(batches.SelectMany(batch => batch).Select(record => record.Commitment));
        (_log.Size, _store.CommitmentReads).ShouldBe((7, reads));
        (await _log.SignHeadAsync()).Root.ShouldBe((await RereadAsync()).Root);
    }

    [Fact]
    public async Task Same_record_from_two_calls_is_written_for_the_first()
    {
        SaltedRecord[] twice = Records(1);
        Task<IReadOnlyList<RecordPlace>>[] calls = await StartAsync(Records(1), twice, twice);
        _store.LetGo(2);
        (await calls[1]).ShouldBe([new RecordPlace(RecordAppend.Written, 1)]);
        (await calls[2]).ShouldBe([new RecordPlace(RecordAppend.AlreadyThere, 1)]);
        _log.Size.ShouldBe(2);
    }

    [Fact]
    public async Task Caller_that_gives_up_while_it_waits_writes_nothing_and_harms_nobody()
    {
        using CancellationTokenSource stop = new();
        SaltedRecord[] given = Records(1);
        Task<IReadOnlyList<RecordPlace>>[] calls = await StartAsync(Records(1), Records(1));
        Task<IReadOnlyList<RecordPlace>> late = _log.AppendAsync(given, stop.Token).AsTask();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(late);
        _store.LetGo(2);
        (await Task.WhenAll(calls)).ShouldAllBe(places => places[0].Outcome == RecordAppend.Written);
        (await _inner.FindAsync(given[0].Record.Key)).ShouldBeNull();
    }

    [Fact]
    public async Task Caller_that_gives_up_while_it_is_written_with_others_leaves_at_once_and_harms_nobody()
    {
        using CancellationTokenSource stop = new();
        SaltedRecord[] given = Records(1);
        Task<IReadOnlyList<RecordPlace>> first = _log.AppendAsync(Records(1)).AsTask();
        await _store.ArrivalAsync();
        Task<IReadOnlyList<RecordPlace>> leaving = _log.AppendAsync(given, stop.Token).AsTask();
        Task<IReadOnlyList<RecordPlace>> staying = _log.AppendAsync(Records(1)).AsTask();
        _store.LetGo();
        await first;
        await _store.ArrivalAsync();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(leaving);
        _store.LetGo();
        (await staying).ShouldBe([new RecordPlace(RecordAppend.Written, 2)]);
        _store.LetGo();
        (await _log.AppendAsync(given)).ShouldBe([new RecordPlace(RecordAppend.AlreadyThere, 1)]);
    }

    [Fact]
    public async Task Caller_that_is_alone_stops_the_store()
    {
        using CancellationTokenSource stop = new();
        Task<IReadOnlyList<RecordPlace>> call = _log.AppendAsync(Records(1), stop.Token).AsTask();
        await _store.ArrivalAsync();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
        // A stopped wait may still take one step before it learns that it is stopped.
        _store.LetGo(2);
        (await _log.AppendAsync(Records(1))).ShouldBe([new RecordPlace(RecordAppend.Written, 0)]);
    }

    [Fact]
    public async Task Failure_of_the_store_reaches_every_caller_of_the_batch_and_no_later_one()
    {
        Task<IReadOnlyList<RecordPlace>>[] calls = await StartAsync(Records(1), Records(1), Records(1));
        _store.LetGo();
        await calls[0];
        await _store.ArrivalAsync();
        _store.Failure = new IOException("The disk is gone.");
        _store.LetGo();
        foreach (Task<IReadOnlyList<RecordPlace>> call in calls.Skip(1))
        {
            (await Should.ThrowAsync<IOException>(call)).Message.ShouldBe("The disk is gone.");
        }

        _store.Failure = null;
        _store.LetGo();
        (await _log.AppendAsync(Records(1))).ShouldBe([new RecordPlace(RecordAppend.Written, 1)]);
    }

    [Fact]
    public async Task What_another_log_wrote_in_between_is_read_from_the_store()
    {
        using PartyLog other = await _world.OpenAsync(LogWorld.Agency(101), _inner);
        SaltedRecord[] theirs = Records(2);
        await other.AppendAsync(theirs);
        _store.LetGo(2);
        (await _log.AppendAsync(Records(1)))[0].Position.ShouldBe(2);
        _log.Size.ShouldBe(3);
        await other.AppendAsync(Records(1));
        (await _log.AppendAsync(theirs)).ShouldAllBe(place => place.Outcome == RecordAppend.AlreadyThere);
        LogHead head = await _log.SignHeadAsync();
        (head.Size, head.Root).ShouldBe((4, (await RereadAsync()).Root));
    }

    /// <summary>Starts the first call alone, and the others while it is being written.</summary>
    private async Task<Task<IReadOnlyList<RecordPlace>>[]> StartAsync(params SaltedRecord[][] batches)
    {
        List<Task<IReadOnlyList<RecordPlace>>> calls = [_log.AppendAsync(batches[0]).AsTask()];
        await _store.ArrivalAsync();
        calls.AddRange(batches.Skip(1).Select(batch => _log.AppendAsync(batch).AsTask()));
        return [.. calls];
    }

    private async Task<MerkleLog> RereadAsync()
    {
        MerkleLog tree = new();
        tree.Append([.. await _inner.ReadCommitmentsAsync(0, 100)]);
        return tree;
    }

    private SaltedRecord[] Records(int count) => [.. Enumerable.Range(0, count).Select(_ => _world.Record())];
}
