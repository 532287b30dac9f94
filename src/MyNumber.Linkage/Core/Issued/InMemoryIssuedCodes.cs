using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Issued;

/// <summary>Issued codes in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryIssuedCodes : IIssuedCodes
{
    private readonly Lock _gate = new();
    private readonly IssuedTables _tables = new();

    /// <inheritdoc/>
    public ValueTask<IssuedResult> AddAsync(IReadOnlyList<IssuedCode> codes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return Write([.. codes], static (tables, code) => tables.Add(code), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IssuedResult> ChangeAsync(IReadOnlyList<IssuedChange> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return Write([.. changes], static (tables, change) => tables.Change(change), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IssuedCode?> FindAsync(CodeHolderId holder, AgencyCode code, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_tables.Find(holder, code));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IssuedCode?> FindAsync(CodeHolderId holder, LinkCode link, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_tables.Find(holder, link));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IssuedCode>> OfPersonAsync(LinkCode link, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<IssuedCode>>(_tables.OfPerson(link));
        }
    }

    private ValueTask<IssuedResult> Write<T>(T[] rows, Func<IssuedTables, T, IssuedConflict> write, CancellationToken cancellationToken)
    {
        Array.ForEach(rows, row => ArgumentNullException.ThrowIfNull(row, nameof(rows)));
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            for (int index = 0; index < rows.Length; index++)
            {
                IssuedConflict conflict = write(_tables, rows[index]);
                if (conflict != IssuedConflict.None)
                {
                    _tables.RollBack();
                    return ValueTask.FromResult(new IssuedResult(conflict, index));
                }
            }

            _tables.Commit();
            return ValueTask.FromResult(default(IssuedResult));
        }
    }
}
