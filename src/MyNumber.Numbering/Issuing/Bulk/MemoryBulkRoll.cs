namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>A roll in memory.</summary>
/// <remarks>Thread safe as long as the caller leaves the memory alone.</remarks>
public sealed class MemoryBulkRoll : IBulkRoll
{
    private readonly ReadOnlyMemory<BulkSubject> _subjects;

    /// <summary>Wraps people; not copied.</summary>
    /// <param name="subjects">The people.</param>
    public MemoryBulkRoll(ReadOnlyMemory<BulkSubject> subjects) => _subjects = subjects;

    /// <inheritdoc/>
    public long Count => _subjects.Length;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(long position, Memory<BulkSubject> into, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int count = (int)Math.Clamp(_subjects.Length - position, 0, into.Length);
        if (count > 0)
        {
            _subjects.Slice((int)position, count).CopyTo(into);
        }

        return ValueTask.FromResult(count);
    }
}
