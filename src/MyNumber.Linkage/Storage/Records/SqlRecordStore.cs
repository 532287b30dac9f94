using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;
using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Records;

/// <summary>The records of one owner's log in SQL, over a source of connections that the host supplies. Several owners may share a database.</summary>
/// <remarks>
/// <para>An append moves the owner's counter first and so waits for an unfinished append of the same owner, never for one of another. What is abandoned leaves no hole.
/// Records and salts lie in clear: whoever reads the database reads them.</para>
/// <para>Thread safe, and safe for several processes at once. Isolation is READ COMMITTED.</para>
/// </remarks>
public sealed class SqlRecordStore : IRecordStore
{
    private readonly SqlDatabase _database;
    private readonly SqlText _text;
    private readonly RecordAppender _appender;
    private readonly RecordShredder _shredder;

    /// <summary>Opens a store; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <param name="owner">Whose records.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlRecordStore(DbDataSource source, SqlDialect dialect, LogOwner owner)
    {
        _database = new SqlDatabase(source, dialect);
        _text = _database.Text;
        _appender = new RecordAppender(_text, owner);
        _shredder = new RecordShredder(_text, owner);
        Owner = owner;
    }

    /// <summary>Whose records.</summary>
    public LogOwner Owner { get; }

    private (DbType, object) OwnerKey => (DbType.Int32, Owner.Agency.Value);

    /// <summary>Makes the tables that are missing (<see cref="RecordStoreSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) =>
        _database.RunAsync(RecordStoreSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are written or none, and asking again tells.</exception>
    public async ValueTask<IReadOnlyList<RecordPlace>> AppendAsync(ReadOnlyMemory<SaltedRecord> records, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SaltedRecord[] asked = records.ToArray();
        return asked.Length == 0
            ? []
            : await _database.ChangeAsync(
                RecordAppender.Prepares(asked.Length),
                async session => (true, await _appender.AppendAsync(session, asked, cancellationToken).ConfigureAwait(false)),
                cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    /// <exception cref="InvalidDataException">The row was altered: its bytes are not what was committed to.</exception>
    public async ValueTask<StoredRecord?> FindAsync(RecordKey key, CancellationToken cancellationToken = default)
    {
        List<StoredRecord> found = await _database.QueryAsync(
            $"select position, commitment, salt, canonical from log_record where inquiry = {_text.Mark(0)} and correction = {_text.Mark(1)} and owner = {_text.Mark(2)}",
            [(DbType.Guid, key.Inquiry.Value), (DbType.Int32, key.Correction), OwnerKey],
            RecordRow.Read,
            cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<IReadOnlyList<Digest>> ReadCommitmentsAsync(long from, int max, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        return await _database.QueryAsync(
            $"select commitment from log_leaf where owner = {_text.Mark(0)} and position >= {_text.Mark(1)} order by position limit {_text.Mark(2)}",
            [OwnerKey, (DbType.Int64, from), (DbType.Int32, max)],
            reader => RecordRow.ReadDigest(reader, 0),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<IReadOnlyList<DayCommitment>> ReadDayAsync(RecordScope scope, CancellationToken cancellationToken = default) =>
        await _database.QueryAsync(
            "select inquiry, correction, commitment from log_record "
            + $"where owner = {_text.Mark(0)} and day = {_text.Mark(1)} and inquirer = {_text.Mark(2)} and provider = {_text.Mark(3)} order by inquiry, correction",
            [OwnerKey, (DbType.Int32, scope.Day.DayNumber), (DbType.Int32, scope.Inquirer.Value), (DbType.Int32, scope.Provider.Value)],
            reader => new DayCommitment(RecordRow.ReadKey(reader), RecordRow.ReadDigest(reader, 2)),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<IReadOnlyList<RecordScope>> ReadScopesAsync(DateOnly day, CancellationToken cancellationToken = default) =>
        await _database.QueryAsync(
            $"select distinct inquirer, provider from log_record where owner = {_text.Mark(0)} and day = {_text.Mark(1)}",
            [OwnerKey, (DbType.Int32, day.DayNumber)],
            reader => new RecordScope(day, RecordRow.ReadAgency(reader, 0), RecordRow.ReadAgency(reader, 1)),
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are dropped or none.</exception>
    public async ValueTask<IReadOnlyList<RecordKey>> ShredAsync(DateOnly lastDay, int max, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        cancellationToken.ThrowIfCancellationRequested();
        return await _database.ChangeAsync(
            prepares: false,
            async session => (true, await _shredder.ShredAsync(session, lastDay, max, cancellationToken).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
    }
}
