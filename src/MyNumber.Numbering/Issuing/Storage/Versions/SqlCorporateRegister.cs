using System.Data;
using System.Data.Common;
using MyNumber.Numbering.Issuing.Corporate;
using MyNumber.Numbering.Storage;

namespace MyNumber.Numbering.Issuing.Storage.Versions;

/// <summary>Corporate numbers in SQL, over a source of connections that the host supplies.</summary>
/// <remarks>Thread safe, and safe for several processes at once. Isolation is READ COMMITTED.</remarks>
public sealed class SqlCorporateRegister : ICorporateRegister
{
    private static readonly SqlColumn<CorporateEntry> _number = new("number", DbType.Int64, entry => entry.Number.Value);
    private static readonly SqlColumn<CorporateEntry> _version = new("version", DbType.Int32, entry => entry.Version);
    private static readonly SqlColumn<CorporateEntry> _request = new("request", DbType.Guid, entry => entry.Request);

    private static readonly VersionTable<CorporateEntry> _entries = new(
        "corporate_entry",
        [
            _number,
            _version,
            _request,
            new("name", DbType.String, entry => entry.Name),
            new("seat", DbType.String, entry => entry.Seat),
            new("since", DbType.Int64, entry => entry.Since.ToUnixTimeMilliseconds()),
        ],
        entry => entry.Version,
        Read);

    private readonly DbDataSource _source;
    private readonly SqlDialect _dialect;
    private readonly SqlText _text;

    /// <summary>Opens a register; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlCorporateRegister(DbDataSource source, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(dialect);
        _source = source;
        _dialect = dialect;
        _text = new SqlText(dialect);
    }

    /// <summary>Makes the tables that are missing (<see cref="VersionSchema.CorporateStatements"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) =>
        SqlSession.RunAsync(_source, _text, VersionSchema.CorporateStatements(_dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the version is there or not.</exception>
    public async ValueTask<bool> TryAddAsync(CorporateEntry entry, CancellationToken cancellationToken = default)
    {
        CorporateRules.Check(entry);
        SqlSession session = await SqlSession.WriteAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            if (!await _entries.AddAsync(session, entry, cancellationToken).ConfigureAwait(false)
                || !await RowWriter.InsertAllAsync(session, "corporate_request", [_request, _number, _version], [entry], cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<CorporateEntry?> FindByRequestAsync(Guid request, CancellationToken cancellationToken = default)
    {
        SqlSession session = await SqlSession.ReadAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            List<CorporateEntry> found = await session.QueryAsync(
                $"select {_entries.ColumnsOf("e.")} from corporate_request r join corporate_entry e on e.number = r.number and e.version = r.version where r.request = {_text.Mark(0)}",
                [(DbType.Guid, request)],
                Read,
                cancellationToken).ConfigureAwait(false);
            return found.Count == 0 ? null : found[0];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<IReadOnlyList<CorporateEntry>> HistoryAsync(CorporateNumber number, CancellationToken cancellationToken = default) =>
        _entries.HistoryAsync(_source, _text, number.Value, cancellationToken);

    private static CorporateEntry Read(DbDataReader reader) => new()
    {
        Number = CorporateNumber.FromTrusted(reader.GetInt64(0)),
        Version = reader.GetInt32(1),
        Request = reader.GetGuid(2),
        Name = reader.GetString(3),
        Seat = reader.GetString(4),
        Since = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(5)),
    };
}
