using System.Data;
using System.Data.Common;
using System.Globalization;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>Acquisitions in a database that the host supplies, by ADO.NET alone.</summary>
/// <remarks>
/// <para>A step is one statement that names the version before it and the states from which it may come; nothing is read first. Isolation is READ COMMITTED.</para>
/// <para>The number is not there, only its key. Link and code are plain bytes until the acquisition is erased (<see cref="AcquisitionSchema"/>). Thread safe, and safe for several processes at once.</para>
/// </remarks>
public sealed class SqlAcquisitions : IAcquisitions
{
    private readonly SqlDatabase _database;

    /// <summary>Opens the acquisitions; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlAcquisitions(DbDataSource source, SqlDialect dialect) => _database = new SqlDatabase(source, dialect);

    /// <summary>Makes the table if it is missing (<see cref="AcquisitionSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) => _database.RunAsync(AcquisitionSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the acquisition is there or not.</exception>
    public ValueTask<bool> AddAsync(Acquisition acquisition, CancellationToken cancellationToken = default)
    {
        Acquisition.CheckNew(acquisition);
        return WriteAsync(async session => await RowWriter.InsertAllAsync(session, "acquisition", AcquisitionRows.All, [acquisition], cancellationToken).ConfigureAwait(false), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<Acquisition?> FindAsync(AcquisitionKey key, CancellationToken cancellationToken = default) => (await _database.QueryAsync(
        $"select {AcquisitionRows.Columns} from acquisition where number_key = {_database.Text.Mark(0)}",
        [(DbType.Binary, key.ToBytes())],
        AcquisitionRows.Read,
        cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the step is done or not.</exception>
    public async ValueTask<bool> MoveAsync(Acquisition acquisition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acquisition);
        string from = string.Join(", ", Enum.GetValues<AcquisitionState>().Where(state => AcquisitionSteps.Allows(state, acquisition.State))
            .Select(state => ((int)state).ToString(CultureInfo.InvariantCulture)));
        SqlText text = _database.Text;
        SqlColumn<Acquisition>[] columns = AcquisitionRows.All[1..];
        string sets = string.Join(", ", columns.Select((column, index) => $"{column.Name} = {text.Mark(index)}"));
        string where = $"number_key = {text.Mark(columns.Length)} and version = {text.Mark(columns.Length + 1)} and state in ({(from.Length == 0 ? "-1" : from)})";
        List<(DbType, object)> parameters =
            [.. columns.Select(column => (column.Type, column.Value(acquisition))), (DbType.Binary, acquisition.Key.ToBytes()), (DbType.Int64, acquisition.Version - 1L)];
        return await WriteAsync(
            async session => await session.ExecuteAsync($"update acquisition set {sets} where {where}", parameters, cancellationToken).ConfigureAwait(false) == 1, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are forgotten or none.</exception>
    public async ValueTask<int> PurgeErasedAsync(DateTimeOffset before, CancellationToken cancellationToken = default)
    {
        string over = $"state = 6 and changed_at < {_database.Text.Mark(0)}";
        (DbType, object) time = (DbType.Int64, SqlTime.Of(before));
        return await _database.ChangeAsync(
            prepares: false,
            async session =>
            {
                List<byte[]> keys = await session.QueryAsync(
                    $"select number_key from acquisition where {over} order by number_key", [time], reader => reader.GetFieldValue<byte[]>(0), cancellationToken).ConfigureAwait(false);
                int[] gone = await ManyRows.RunEachAsync(
                    session, $"delete from acquisition where {over} and number_key = {session.Text.Mark(1)}",
                    [.. keys.Select(key => new[] { time, (DbType.Binary, key) })], cancellationToken).ConfigureAwait(false);
                return (true, gone.Sum());
            },
            cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<bool> WriteAsync(Func<SqlSession, ValueTask<bool>> write, CancellationToken cancellationToken) => _database.ChangeAsync(
        prepares: false,
        async session =>
        {
            bool isWritten = await write(session).ConfigureAwait(false);
            return (isWritten, isWritten);
        },
        cancellationToken);
}
