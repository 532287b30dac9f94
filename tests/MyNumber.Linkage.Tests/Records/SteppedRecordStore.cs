using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Records;

/// <summary>A store whose appends wait until they are let go, and that counts its calls.</summary>
internal sealed class SteppedRecordStore(IRecordStore inner) : IRecordStore
{
    private readonly SemaphoreSlim _steps = new(0);
    private readonly SemaphoreSlim _arrivals = new(0);

    public List<int> Appends { get; } = [];

    public int CommitmentReads { get; private set; }

    public Exception? Failure { get; set; }

    /// <summary>Waits until an append has come this far.</summary>
    public Task ArrivalAsync() => _arrivals.WaitAsync();

    public void LetGo(int appends = 1) => _steps.Release(appends);

    public async ValueTask<IReadOnlyList<RecordPlace>> AppendAsync(ReadOnlyMemory<SaltedRecord> records, CancellationToken cancellationToken = default)
    {
        Appends.Add(records.Length);
        _arrivals.Release();
        await _steps.WaitAsync(cancellationToken);
        return Failure is null ? await inner.AppendAsync(records, cancellationToken) : throw Failure;
    }

    public ValueTask<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken = default) => inner.FindAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<Digest>> ReadCommitmentsAsync(long from, int max, CancellationToken cancellationToken = default)
    {
        CommitmentReads++;
        return inner.ReadCommitmentsAsync(from, max, cancellationToken);
    }

    public ValueTask<IReadOnlyList<DayCommitment>> ReadDayAsync(RecordScope scope, CancellationToken cancellationToken = default) => inner.ReadDayAsync(scope, cancellationToken);

    public ValueTask<IReadOnlyList<RecordScope>> ReadScopesAsync(DateOnly day, CancellationToken cancellationToken = default) => inner.ReadScopesAsync(day, cancellationToken);

    public ValueTask<IReadOnlyList<RecordKey>> ShredAsync(DateOnly lastDay, int max, CancellationToken cancellationToken = default) => inner.ShredAsync(lastDay, max, cancellationToken);
}
