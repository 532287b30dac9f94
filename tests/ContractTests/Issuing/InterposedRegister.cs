using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.ContractTests.Issuing;

/// <summary>A register to which somebody else writes once, just before the first batch: between what its user has read and what it writes.</summary>
internal sealed class InterposedRegister(INumberRegister inner, Func<Task> beforeFirstAdd) : INumberRegister
{
    private Func<Task>? _beforeFirstAdd = beforeFirstAdd;

    public async ValueTask<RegisterResult> AddAsync(ReadOnlyMemory<NumberIssue> issues, BulkCheckpoint? checkpoint = null, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _beforeFirstAdd, null) is { } rivalAsync)
        {
            await rivalAsync();
        }

        return await inner.AddAsync(issues, checkpoint, cancellationToken);
    }

    public ValueTask<int> AdvanceAsync(ReadOnlyMemory<Guid> requests, DesignationState to, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        inner.AdvanceAsync(requests, to, at, cancellationToken);

    public ValueTask<NumberIssue?> FindByRequestAsync(Guid request, CancellationToken cancellationToken = default) => inner.FindByRequestAsync(request, cancellationToken);

    public ValueTask<NumberIssue?> FindByNumberAsync(IndividualNumber number, CancellationToken cancellationToken = default) => inner.FindByNumberAsync(number, cancellationToken);

    public ValueTask<NumberIssue?> FindReplacementAsync(IndividualNumber replaced, CancellationToken cancellationToken = default) =>
        inner.FindReplacementAsync(replaced, cancellationToken);

    public ValueTask<IReadOnlyList<NumberIssue>> HistoryAsync(ResidentRecordCode code, CancellationToken cancellationToken = default) => inner.HistoryAsync(code, cancellationToken);

    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => inner.CountAsync(cancellationToken);

    public IAsyncEnumerable<NumberIssue> ReadAllAsync(CancellationToken cancellationToken = default) => inner.ReadAllAsync(cancellationToken);

    public ValueTask<long> BulkPositionAsync(long run, CancellationToken cancellationToken = default) => inner.BulkPositionAsync(run, cancellationToken);
}
