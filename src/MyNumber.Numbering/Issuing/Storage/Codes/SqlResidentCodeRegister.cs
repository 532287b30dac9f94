using System.Data;
using System.Data.Common;
using MyNumber.Numbering.Issuing.Entries;
using MyNumber.Numbering.Issuing.Storage.Versions;
using MyNumber.Numbering.Storage;

namespace MyNumber.Numbering.Issuing.Storage.Codes;

/// <summary>Entries of resident record codes in SQL, over a source of connections that the host supplies.</summary>
/// <remarks>
/// <para>Who bears a code is decided by its unique key, not by reading first. Entry and bearer are written in one transaction.</para>
/// <para>Thread safe, and safe for several processes at once. Isolation is READ COMMITTED.</para>
/// </remarks>
public sealed class SqlResidentCodeRegister : IResidentCodeRegister
{
    private static readonly SqlColumn<CodeEntry> _person = new("person", DbType.Guid, entry => entry.Person);
    private static readonly SqlColumn<CodeEntry> _version = new("version", DbType.Int32, entry => entry.Version);
    private static readonly SqlColumn<CodeEntry> _code = new("code", DbType.Int64, entry => entry.Code.Value);

    private static readonly VersionTable<CodeEntry> _entries = new(
        "code_entry",
        [
            _person, _version, _code,
            new("occasion", DbType.Int16, entry => (short)entry.Occasion),
            new("since", DbType.Int64, entry => entry.Since.ToUnixTimeMilliseconds()),
            new("notice_sent_at", DbType.Int64, entry => SqlTime.Of(entry.NoticeSentAt)),
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
    public SqlResidentCodeRegister(DbDataSource source, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(dialect);
        _source = source;
        _dialect = dialect;
        _text = new SqlText(dialect);
    }

    /// <summary>Makes the tables that are missing (<see cref="CodeSchema.EntryStatements"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) =>
        SqlSession.RunAsync(_source, _text, CodeSchema.EntryStatements(_dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the entry is there or not.</exception>
    public async ValueTask<CodeEntryConflict> AddAsync(CodeEntry entry, CancellationToken cancellationToken = default)
    {
        CodeEntryRules.Check(entry);
        SqlSession session = await SqlSession.WriteAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            if (!await _entries.AddAsync(session, entry, cancellationToken).ConfigureAwait(false))
            {
                return CodeEntryConflict.Version;
            }

            if (!await RowWriter.InsertAllAsync(session, "code_bearer", [_code, _person, _version], [entry], cancellationToken).ConfigureAwait(false))
            {
                return CodeEntryConflict.Code;
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return CodeEntryConflict.None;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<IReadOnlyList<CodeEntry>> HistoryAsync(Guid person, CancellationToken cancellationToken = default) =>
        _entries.HistoryAsync(_source, _text, person, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<CodeEntry?> FindByCodeAsync(ResidentRecordCode code, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<CodeEntry> found = await QueryAsync(
            $"select {_entries.ColumnsOf("e.")} from code_bearer b join code_entry e on e.person = b.person and e.version = b.version where b.code = {_text.Mark(0)}",
            (DbType.Int64, code.Value),
            cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public ValueTask<IReadOnlyList<CodeEntry>> FindOwedNoticesAsync(int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return QueryAsync(
            $"select {_entries.ColumnsOf(string.Empty)} from code_entry where notice_sent_at is null order by since, person, version limit {_text.Mark(0)}",
            (DbType.Int32, most),
            cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are noted or none.</exception>
    public async ValueTask<int> MarkNoticesSentAsync(IReadOnlyList<CodeEntry> entries, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        CodeEntryRules.Check(entries);
        string statement = $"update code_entry set notice_sent_at = {_text.Mark(0)} where person = {_text.Mark(1)} and version = {_text.Mark(2)} and notice_sent_at is null";
        int noted = 0;
        SqlSession session = await SqlSession.WriteAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            foreach (CodeEntry entry in entries.OrderBy(entry => entry.Person).ThenBy(entry => entry.Version))
            {
                noted += await session.ExecuteAsync(
                    statement, [(DbType.Int64, at.ToUnixTimeMilliseconds()), (DbType.Guid, entry.Person), (DbType.Int32, entry.Version)], cancellationToken).ConfigureAwait(false);
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return noted;
        }
    }

    private async ValueTask<IReadOnlyList<CodeEntry>> QueryAsync(string statement, (DbType, object) parameter, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.ReadAsync(_source, _text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await session.QueryAsync(statement, [parameter], Read, cancellationToken).ConfigureAwait(false);
        }
    }

    private static CodeEntry Read(DbDataReader reader) => new()
    {
        Person = reader.GetGuid(0),
        Version = reader.GetInt32(1),
        Code = ResidentRecordCode.FromTrusted(reader.GetInt64(2)),
        Occasion = (CodeEntryOutcome)reader.GetInt16(3),
        Since = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
        NoticeSentAt = SqlTime.Read(reader, 5),
    };
}
