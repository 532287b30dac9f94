using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Merkle;
using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Records;

/// <summary>Signed heads in SQL, over a source of connections that the host supplies.</summary>
/// <remarks>Thread safe, and safe for several processes at once. Isolation is READ COMMITTED.</remarks>
public sealed class SqlHeadStore : IHeadStore
{
    private static readonly SqlColumn<LogHead>[] _columns =
    [
        new("origin", DbType.String, head => head.Origin), new("number", DbType.Int64, head => head.Number), new("head", DbType.Binary, head => head.Encode()),
    ];

    private readonly SqlDatabase _database;
    private readonly SqlText _text;

    /// <summary>Opens a store; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlHeadStore(DbDataSource source, SqlDialect dialect)
    {
        _database = new SqlDatabase(source, dialect);
        _text = _database.Text;
    }

    /// <summary>Makes the table where it is missing (<see cref="HeadStoreSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) =>
        _database.RunAsync(HeadStoreSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the head is there or not.</exception>
    /// <exception cref="InvalidDataException">The head that is there was altered.</exception>
    public async ValueTask<bool> AddAsync(LogHead head, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(head);
        int written = await _database.ExecuteAsync(
            _text.Insert("log_head", _columns, 1), [.. _columns.Select(column => (column.Type, column.Value(head)))], cancellationToken).ConfigureAwait(false);

        // What is there stays, so it may be read after the attempt.
        return written == 1 || (await ReadAsync(head.Origin, head.Number, 1, cancellationToken).ConfigureAwait(false)) is [var kept] && kept.States(head);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    /// <exception cref="InvalidDataException">The head was altered.</exception>
    public async ValueTask<LogHead?> LatestAsync(string origin, CancellationToken cancellationToken = default)
    {
        List<LogHead> latest = await AskAsync(
            origin, $"select head from log_head where origin = {_text.Mark(0)} order by number desc limit 1", [], cancellationToken).ConfigureAwait(false);
        return latest.Count == 0 ? null : latest[0];
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    /// <exception cref="InvalidDataException">A head was altered.</exception>
    public async ValueTask<IReadOnlyList<LogHead>> ReadAsync(string origin, long from, int max, CancellationToken cancellationToken = default) =>
        await AskAsync(
            origin,
            $"select head from log_head where origin = {_text.Mark(0)} and number >= {_text.Mark(1)} order by number limit {_text.Mark(2)}",
            [(DbType.Int64, from), (DbType.Int32, Math.Max(max, 0))],
            cancellationToken).ConfigureAwait(false);

    private async ValueTask<List<LogHead>> AskAsync(string origin, string statement, (DbType, object)[] further, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        cancellationToken.ThrowIfCancellationRequested();
        return LogHeadBody.IsOrigin(origin)
            ? await _database.QueryAsync(statement, [(DbType.String, origin), .. further], Read, cancellationToken).ConfigureAwait(false)
            : [];
    }

    private static LogHead Read(DbDataReader reader) => LogHead.TryDecode(SqlBytes.Read(reader, 0), out LogHead? head)
        ? head!
        : throw new InvalidDataException("A head of the store is none: it was altered.");
}
