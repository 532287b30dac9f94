using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.Storage;

namespace MyNumber.Numbering.Issuing.Storage;

/// <summary>A register in a database that the host supplies, by ADO.NET alone.</summary>
/// <remarks>
/// <para>A batch is one transaction over all tables: after a crash at any moment it is either there or not. Writers run at READ COMMITTED, and nothing is decided by
/// reading first: the unique keys decide, and a row that a key passes over rolls the batch back. A writer that meets a key of an unfinished transaction waits for it.</para>
/// <para>Thread safe. Several processes may write to one database. <see cref="DbException"/> comes through from the provider when the database fails; then ask
/// <see cref="BulkPositionAsync"/> or <see cref="FindByRequestAsync"/> what is there.</para>
/// </remarks>
public sealed class SqlNumberRegister : INumberRegister
{
    private const int RowsPerPage = 1_000;

    private static readonly string[] _timeColumns = ["generated_at", "notified_at", "designated_at", "recorded_at"];

    private readonly DbDataSource _source;
    private readonly SqlDialect _dialect;
    private readonly SqlText _text;

    /// <summary>Opens a register; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlNumberRegister(DbDataSource source, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(dialect);
        _source = source;
        _dialect = dialect;
        _text = new SqlText(dialect);
    }

    /// <summary>Makes the tables that are missing (<see cref="NumberSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) =>
        SqlSession.RunAsync(_source, _text, NumberSchema.Statements(_dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the batch is there or not.</exception>
    public async ValueTask<RegisterResult> AddAsync(
        ReadOnlyMemory<NumberIssue> issues, BulkCheckpoint? checkpoint = null, CancellationToken cancellationToken = default)
    {
        IssueRules.Check(issues.Span);
        SqlSession session = await SqlSession.WriteAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            if (checkpoint is { } step && !await IssueWriter.StepAsync(session, step, cancellationToken).ConfigureAwait(false))
            {
                return new RegisterResult(RegisterConflict.Checkpoint, -1);
            }

            if (await IssueWriter.WriteAsync(session, issues, cancellationToken).ConfigureAwait(false) is null)
            {
                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
                return default;
            }
        }

        SqlSession reading = await SqlSession.ReadAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (reading.ConfigureAwait(false))
        {
            return await ConflictFinder.FindAsync(reading, issues, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException("A row was passed over, yet no key of the batch is taken: rows were deleted from the register.");
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<int> AdvanceAsync(
        ReadOnlyMemory<Guid> requests, DesignationState to, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        IssueRules.Check(to);
        Guid[] ordered = requests.ToArray();
        Array.Sort(ordered);
        int moved = 0;
        SqlSession session = await SqlSession.WriteAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            foreach (Guid[] some in ordered.Chunk(_text.KeysPerQuery))
            {
                moved += await AdvanceAsync(session, some, to, at, cancellationToken).ConfigureAwait(false);
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return moved;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<NumberIssue?> FindByRequestAsync(Guid request, CancellationToken cancellationToken = default) =>
        FindAsync(RegisterConflict.Request, DbType.Guid, request, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<NumberIssue?> FindByNumberAsync(IndividualNumber number, CancellationToken cancellationToken = default) =>
        FindAsync(RegisterConflict.Number, DbType.Int64, number.Value, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<NumberIssue?> FindReplacementAsync(IndividualNumber replaced, CancellationToken cancellationToken = default) =>
        FindAsync(RegisterConflict.Replaced, DbType.Int64, replaced.Value, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<IReadOnlyList<NumberIssue>> HistoryAsync(ResidentRecordCode code, CancellationToken cancellationToken = default) =>
        ReadAsync(RegisterConflict.CodeAndCounter, DbType.Int64, code.Value, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default) =>
        NumberOfAsync("select count(*) from number_issue", null, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<long> BulkPositionAsync(long run, CancellationToken cancellationToken = default) =>
        NumberOfAsync($"select done from number_run where run = {_text.Mark(0)}", run, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>In the order of the requests, as the database sorts them. No connection is held between two pages.</remarks>
    /// <exception cref="DbException">The database fails.</exception>
    public async IAsyncEnumerable<NumberIssue> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Guid? last = null;
        while (true)
        {
            List<NumberIssue> page = await PageAsync(last, cancellationToken).ConfigureAwait(false);
            foreach (NumberIssue issue in page)
            {
                yield return issue;
            }

            if (page.Count < RowsPerPage)
            {
                yield break;
            }

            last = page[^1].Request;
        }
    }

    private async ValueTask<List<NumberIssue>> PageAsync(Guid? after, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.ReadAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await IssueReader.PageAsync(session, after, RowsPerPage, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<int> AdvanceAsync(
        SqlSession session, Guid[] requests, DesignationState to, DateTimeOffset at, CancellationToken cancellationToken)
    {
        (string before, string column) = (_timeColumns[(int)to - 2], _timeColumns[(int)to - 1]);
        DbCommand command = session.Command(
            $"update number_issue set {column} = {_text.Mark(0)} where {column} is null and {before} is not null and request in ({_text.Marks(1, requests.Length)})");
        await using (command.ConfigureAwait(false))
        {
            _text.Bind(command, DbType.Int64, at.ToUnixTimeMilliseconds());
            foreach (Guid request in requests)
            {
                _text.Bind(command, DbType.Guid, request);
            }

            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<NumberIssue?> FindAsync(RegisterConflict key, DbType type, object value, CancellationToken cancellationToken)
    {
        IReadOnlyList<NumberIssue> found = await ReadAsync(key, type, value, cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    private async ValueTask<IReadOnlyList<NumberIssue>> ReadAsync(RegisterConflict key, DbType type, object value, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.ReadAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            SqlTable table = SqlTable.All.First(table => table.Conflict == key);
            return await IssueReader.ReadAsync(session, table, type, value, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<long> NumberOfAsync(string statement, long? key, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.ReadAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            DbCommand command = session.Command(statement);
            await using (command.ConfigureAwait(false))
            {
                if (key is { } value)
                {
                    _text.Bind(command, DbType.Int64, value);
                }

                return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
            }
        }
    }
}
