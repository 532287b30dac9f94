using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Bodies;

/// <summary>Spaces of bodies in SQL, over a source of connections that the host supplies.</summary>
/// <remarks>
/// <para>What the database sees is body, table, tag, version and sealed bytes. A call is one transaction, and one statement where that suffices. Writers go through rows in
/// one order, so they never wait in a circle.</para>
/// <para>Thread safe, and safe for several processes at once. Isolation is READ COMMITTED.</para>
/// </remarks>
public sealed class SqlBodyStore : IBodyStore
{
    private const int StepsAtOnce = 500;
    private const int RowsPrepared = 8;

    private readonly SqlDatabase _database;
    private readonly BodyStatements _statements;

    /// <summary>Opens a store; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlBodyStore(DbDataSource source, SqlDialect dialect)
    {
        _database = new SqlDatabase(source, dialect);
        _statements = new BodyStatements(_database.Text);
    }

    /// <summary>Makes the table where it is missing (<see cref="BodyStoreSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) =>
        _database.RunAsync(BodyStoreSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<BodyRow?> FindAsync(AgencyId body, BodyRowKey key, CancellationToken cancellationToken = default)
    {
        List<BodyRow> found = await _database.QueryAsync(
            _statements.Find,
            BodyStatements.KeyOf(body, key),
            reader => new BodyRow(key, reader.GetInt64(0), SqlBytes.Read(reader, 1)),
            cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the rows are written or not.</exception>
    public ValueTask<int> WriteAsync(AgencyId body, IReadOnlyList<BodyRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        BodyRules.CheckKeys(rows.Select(row => row.Key), rows.Count, nameof(rows));
        cancellationToken.ThrowIfCancellationRequested();
        BodyRow[] ordered = [.. rows];
        Array.Sort(ordered, (one, other) => BodyRules.Compare(one.Key, other.Key));
        return ordered.Length == 0 ? ValueTask.FromResult(0)
            : ordered.Length <= RowsPrepared ? _database.ExecuteAsync(_statements.Raise(ordered.Length), Parameters(body, ordered), cancellationToken)
            : _database.ChangeAsync(prepares: false, session => RaiseAsync(session, body, ordered, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the exchange is done or not.</exception>
    public async ValueTask<bool> TryExchangeAsync(
        AgencyId body, IReadOnlyList<BodyRowKey> gone, IReadOnlyList<BodyRow> come, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gone);
        ArgumentNullException.ThrowIfNull(come);
        BodyRules.CheckKeys(gone, gone.Count, nameof(gone));
        BodyRules.CheckKeys(come.Select(row => row.Key), come.Count, nameof(come));
        cancellationToken.ThrowIfCancellationRequested();
        (string Statement, (DbType, object)[] Parameters)[] steps = Steps(body, gone, come);
        return steps.Length switch
        {
            0 => true,
            1 => await _database.ExecuteAsync(steps[0].Statement, steps[0].Parameters, cancellationToken).ConfigureAwait(false) == 1,
            _ => await _database.ChangeAsync(prepares: true, session => StepAsync(session, steps, cancellationToken), cancellationToken).ConfigureAwait(false),
        };
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(AgencyId body, BodyTable table, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        ListAsync(body, table, [], after, most, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<IReadOnlyList<BodyRow>> ListAsync(
        AgencyId body, BodyTable table, (long Lowest, long Highest) versions, UInt128? after, int most, CancellationToken cancellationToken = default) =>
        ListAsync(body, table, [(DbType.Int64, versions.Lowest), (DbType.Int64, versions.Highest)], after, most, cancellationToken);

    private async ValueTask<IReadOnlyList<BodyRow>> ListAsync(
        AgencyId body, BodyTable table, (DbType, object)[] versions, UInt128? after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        List<(DbType, object)> parameters = [(DbType.Int32, body.Value), (DbType.Int16, (short)table), (DbType.Int32, most), .. versions];
        if (after is { } place)
        {
            parameters.Add((DbType.Binary, SqlBytes.Of(place)));
        }

        string statement = _statements.List(after is null, versions.Length > 0);
        return await _database.QueryAsync(statement, parameters, reader => BodyStatements.Read(reader, table), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(bool Commits, int Answer)> RaiseAsync(SqlSession session, AgencyId body, BodyRow[] rows, CancellationToken cancellationToken)
    {
        int written = 0;
        foreach (BodyRow[] some in rows.Chunk(_statements.MostRows))
        {
            written += await session.ExecuteAsync(_statements.Raise(some.Length), Parameters(body, some), cancellationToken).ConfigureAwait(false);
        }

        return (true, written);
    }

    private static (DbType, object)[] Parameters(AgencyId body, BodyRow[] rows) => [.. rows.SelectMany(row => BodyStatements.RowOf(body, row))];

    /// <summary>Every step must touch its row.</summary>
    private static async ValueTask<(bool Commits, bool Answer)> StepAsync(
        SqlSession session, (string Statement, (DbType, object)[] Parameters)[] steps, CancellationToken cancellationToken)
    {
        foreach ((string, (DbType, object)[])[] some in steps.Chunk(StepsAtOnce))
        {
            SqlBatch batch = new(session);
            foreach ((string statement, (DbType, object)[] parameters) in some)
            {
                batch.Add(statement, parameters);
            }

            if ((await batch.RunAsync(cancellationToken).ConfigureAwait(false)).Any(touched => touched != 1))
            {
                return (false, false);
            }
        }

        return (true, true);
    }

    /// <summary>One statement for each key, in the order in which all writers take keys.</summary>
    private (string Statement, (DbType, object)[] Parameters)[] Steps(AgencyId body, IReadOnlyList<BodyRowKey> gone, IReadOnlyList<BodyRow> come)
    {
        HashSet<BodyRowKey> going = [.. gone];
        HashSet<BodyRowKey> coming = [.. come.Select(row => row.Key)];
        List<(BodyRowKey Key, string Statement, (DbType, object)[] Parameters)> steps = [];
        steps.AddRange(gone.Where(key => !coming.Contains(key)).Select(key => (key, _statements.Delete, BodyStatements.KeyOf(body, key))));
        steps.AddRange(come.Select(row => (row.Key, going.Contains(row.Key) ? _statements.Replace : _statements.Insert, BodyStatements.RowOf(body, row).ToArray())));
        steps.Sort((one, other) => BodyRules.Compare(one.Key, other.Key));
        return [.. steps.Select(step => (step.Statement, step.Parameters))];
    }
}
