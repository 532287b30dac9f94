using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>Issued codes in a database that the host supplies, by ADO.NET alone.</summary>
/// <remarks>
/// <para>The unique keys decide: whoever writes a code or takes it into use first has it. A change takes its codes first and is judged then, by the same rules as in memory.
/// Isolation is READ COMMITTED.</para>
/// <para>Codes and links are plain bytes in the tables (<see cref="IssuedSchema"/>): whoever reads the database can tie codes. Thread safe, and safe for several processes at once.</para>
/// </remarks>
public sealed class SqlIssuedCodes : IIssuedCodes
{
    private readonly SqlDatabase _database;

    /// <summary>Opens a register; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlIssuedCodes(DbDataSource source, SqlDialect dialect) => _database = new SqlDatabase(source, dialect);

    /// <summary>Makes the tables that are missing (<see cref="IssuedSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) => _database.RunAsync(IssuedSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are written or none.</exception>
    public async ValueTask<IssuedResult> AddAsync(IReadOnlyList<IssuedCode> codes, CancellationToken cancellationToken = default)
    {
        IssuedCode[] rows = IssuedTables.Checked(codes);
        while (true)
        {
            IssuedResult? settled = await _database.ChangeAsync<IssuedResult?>(
                prepares: false,
                async session => await IssuedWriter.AddAsync(session, rows, cancellationToken).ConfigureAwait(false) ? (true, default(IssuedResult)) : (false, null),
                cancellationToken).ConfigureAwait(false) ?? await JudgeAsync(rows, cancellationToken).ConfigureAwait(false);
            if (settled is { } result)
            {
                return result;
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are changed or none.</exception>
    public async ValueTask<IssuedResult> ChangeAsync(IReadOnlyList<IssuedChange> changes, CancellationToken cancellationToken = default)
    {
        IssuedChange[] rows = IssuedTables.Checked(changes);
        while (true)
        {
            IssuedResult? settled = await _database.ChangeAsync(
                prepares: false,
                async session =>
                {
                    IssuedResult? result = await IssuedWriter.ChangeAsync(session, rows, cancellationToken).ConfigureAwait(false);
                    return (result == default(IssuedResult), result);
                },
                cancellationToken).ConfigureAwait(false);
            if (settled is { } done)
            {
                return done;
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<IssuedCode?> FindAsync(CodeHolderId holder, AgencyCode code, CancellationToken cancellationToken = default) => FindAsync(
        $"{IssuedRows.Select} where i.code = {_database.Text.Mark(0)} and i.holder = {_database.Text.Mark(1)}", CodeBytes.Of(code), holder, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<IssuedCode?> FindAsync(CodeHolderId holder, LinkCode link, CancellationToken cancellationToken = default) => FindAsync(
        $"{IssuedRows.Select} join issued_in_use u on i.code = u.code and i.holder = u.holder where u.link = {_database.Text.Mark(0)} and u.holder = {_database.Text.Mark(1)}",
        CodeBytes.Of(link), holder, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<IReadOnlyList<IssuedCode>> OfPersonAsync(LinkCode link, CancellationToken cancellationToken = default) => IssuedTables.Ordered(
        await _database.QueryAsync($"{IssuedRows.Select} where i.link = {_database.Text.Mark(0)}", [(DbType.Binary, CodeBytes.Of(link))], IssuedRows.Read, cancellationToken).ConfigureAwait(false));

    private async ValueTask<IssuedCode?> FindAsync(string statement, byte[] key, CodeHolderId holder, CancellationToken cancellationToken) =>
        (await _database.QueryAsync(statement, [(DbType.Binary, key), (DbType.Int32, holder.Value)], IssuedRows.Read, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Finds out which code was passed over; none when what it ran into was taken out of use meanwhile.</summary>
    private async ValueTask<IssuedResult?> JudgeAsync(IssuedCode[] rows, CancellationToken cancellationToken)
    {
        SqlSession session = await _database.ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            IssuedTables tables = await IssuedRows.LoadAsync(
                session, [.. rows.Select(row => (row.Code, row.Holder))], rows.Select(row => row.Link), [], cancellationToken).ConfigureAwait(false);
            IssuedResult result = tables.Run(rows, static (tables, row) => tables.Add(row));
            return result.Conflict == IssuedConflict.None ? null : result;
        }
    }
}
