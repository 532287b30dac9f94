using System.Data;
using System.Data.Common;
using MyNumber.Numbering.Storage;

namespace MyNumber.Jpki.Services.Storage;

/// <summary>Challenges in a database that the host supplies, by ADO.NET alone: of all servers that share it, one at most takes a challenge.</summary>
/// <remarks>
/// <para>Taking reads and deletes one row in one transaction at READ COMMITTED, and the delete's count decides between rivals. Times are kept in milliseconds; a challenge may end up to one earlier.</para>
/// <para>The table (<see cref="ChallengeSchema"/>) has no ceiling, and nothing here removes what was never taken: <c>UseSqlChallenges</c> of MyNumber.Jpki.AspNetCore calls <see cref="RemoveExpiredAsync"/>
/// every ten minutes, and a host of another kind calls it from a timer of its own. Bound how often one client may ask.</para>
/// <para>Thread safe. <see cref="DbException"/> comes through from the provider when the database fails.</para>
/// </remarks>
public sealed class SqlChallengeStore : IChallengeStore
{
    private static readonly SqlColumn<HolderChallenge>[] Columns =
    [
        new("id", DbType.String, row => row.Id),
        new("purpose", DbType.Int16, row => (short)row.Purpose),
        new("origin", DbType.String, row => row.Origin),
        new("audience", DbType.String, row => row.Audience),
        new("session", DbType.String, row => row.Session),
        new("issued_at", DbType.Int64, row => SqlTime.Of(row.IssuedAt)),
        new("expires_at", DbType.Int64, row => SqlTime.Of(row.ExpiresAt)),
        new("statement_text", DbType.String, row => row.Text ?? (object)DBNull.Value),
    ];

    private static readonly string Select = $"select {string.Join(", ", Columns.Select(column => column.Name))} from holder_challenge where id = ";

    private readonly SqlDatabase _database;

    /// <summary>Opens a store; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlChallengeStore(DbDataSource source, SqlDialect dialect) => _database = new SqlDatabase(source, dialect);

    /// <summary>Makes the table where it is missing (<see cref="ChallengeSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) => _database.RunAsync(ChallengeSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the challenge is there or not.</exception>
    public async ValueTask<bool> TryAddAsync(HolderChallenge challenge, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        return await _database.ExecuteAsync(
            _database.Text.Insert("holder_challenge", Columns, 1), [.. Columns.Select(column => (column.Type, column.Value(challenge)))], cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the challenge was taken or not.</exception>
    public async ValueTask<HolderChallenge?> TryTakeAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return HolderStatement.IsNonce(id) // anything else is nobody's id, and a database may refuse such text
            ? await _database.ChangeAsync(prepares: false, session => TakeAsync(session, id, cancellationToken), cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Removes the challenges that nobody can use any more.</summary>
    /// <param name="now">The present, by the clock that issues them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were removed.</returns>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        await _database.ExecuteAsync($"delete from holder_challenge where expires_at <= {_database.Text.Mark(0)}", [(DbType.Int64, SqlTime.Of(now))], cancellationToken).ConfigureAwait(false);

    private static async ValueTask<(bool Commits, HolderChallenge? Answer)> TakeAsync(SqlSession session, string id, CancellationToken cancellationToken)
    {
        (DbType, object)[] key = [(DbType.String, id)];
        List<HolderChallenge> found = await session.QueryAsync(Select + session.Text.Mark(0), key, Read, cancellationToken).ConfigureAwait(false);
        bool isTaken = found.Count == 1
            && await session.ExecuteAsync($"delete from holder_challenge where id = {session.Text.Mark(0)}", key, cancellationToken).ConfigureAwait(false) == 1;
        return (isTaken, isTaken ? found[0] : null);
    }

    private static HolderChallenge Read(DbDataReader reader) => new(
        new HolderStatement(
            (StatementPurpose)reader.GetInt16(1),
            reader.GetString(2),
            reader.GetString(3),
            reader.GetString(0),
            SqlTime.Read(reader, 5)!.Value,
            reader.IsDBNull(7) ? null : reader.GetString(7)),
        reader.GetString(4),
        SqlTime.Read(reader, 6)!.Value);
}
