using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Tests.Issuing.Bulk;

/// <summary>Counts the rows that are sent, written or not.</summary>
internal sealed class CountingRegister(INumberRegister inner) : INumberRegister
{
    public long Rows { get; private set; }

    public ValueTask<RegisterResult> AddAsync(ReadOnlyMemory<NumberIssue> issues, BulkCheckpoint? checkpoint = null, CancellationToken cancellationToken = default)
    {
        Rows += issues.Length;
        return inner.AddAsync(issues, checkpoint, cancellationToken);
    }

    public ValueTask<long> BulkPositionAsync(long run, CancellationToken cancellationToken = default) => inner.BulkPositionAsync(run, cancellationToken);

    public ValueTask<int> AdvanceAsync(ReadOnlyMemory<Guid> requests, DesignationState to, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public ValueTask<NumberIssue?> FindByRequestAsync(Guid request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<NumberIssue?> FindByNumberAsync(IndividualNumber number, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<NumberIssue?> FindReplacementAsync(IndividualNumber replaced, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<NumberIssue>> HistoryAsync(ResidentRecordCode code, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<NumberIssue> ReadAllAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
