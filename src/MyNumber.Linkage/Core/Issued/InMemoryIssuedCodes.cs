using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Issued;

/// <summary>Issued codes in memory. Gone with the process.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class InMemoryIssuedCodes : IIssuedCodes
{
    private readonly Lock _gate = new();
    private readonly IssuedTables _tables = new();

    /// <inheritdoc/>
    public ValueTask<IssuedResult> AddAsync(IReadOnlyList<IssuedCode> codes, CancellationToken cancellationToken = default) =>
        Write(IssuedTables.Checked(codes), static (tables, code) => tables.Add(code), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IssuedResult> ChangeAsync(IReadOnlyList<IssuedChange> changes, CancellationToken cancellationToken = default) =>
        Write(IssuedTables.Checked(changes), static (tables, change) => tables.Change(change), cancellationToken);

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
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_tables.Run(rows, write));
        }
    }
}
