using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Core.Audit;
using MyNumber.Linkage.Records;
using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>The core's index of people's records in a database that the host supplies, by ADO.NET alone.</summary>
/// <remarks>Tags are there as they are: who reads the table sees which records are one person's of one year, and not whose. Isolation is READ COMMITTED. Thread safe,
/// and safe for several processes at once.</remarks>
public sealed class SqlRecordIndex : IRecordIndex
{
    private static readonly SqlColumn<IndexedRecord>[] _columns =
    [
        new("tag", DbType.Binary, entry => Bytes(entry.Tag)),
        new("inquiry", DbType.Binary, entry => entry.Key.Inquiry.ToBytes()),
        new("correction", DbType.Int32, entry => entry.Key.Correction),
    ];

    private readonly SqlDatabase _database;

    /// <summary>Opens the index; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlRecordIndex(DbDataSource source, SqlDialect dialect) => _database = new SqlDatabase(source, dialect);

    /// <summary>Makes the table if it is missing (<see cref="RecordIndexSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) => _database.RunAsync(RecordIndexSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are added or none.</exception>
    public async ValueTask<int> AddAsync(IReadOnlyList<IndexedRecord> entries, CancellationToken cancellationToken = default)
    {
        IndexedRecord[] rows = IndexedRecord.Checked(entries);
        Array.Sort(rows, static (one, other) => one.Key.CompareTo(other.Key));
        string statement = _database.Text.Insert("record_index", _columns, 1);
        if (rows is [var only])
        {
            return await _database.ExecuteAsync(statement, Parameters(only), cancellationToken).ConfigureAwait(false);
        }

        return await _database.ChangeAsync(
            prepares: true,
            async session => (true, (await ManyRows.RunEachAsync(session, statement, [.. rows.Select(Parameters)], cancellationToken).ConfigureAwait(false)).Sum()),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<IReadOnlyList<RecordKey>> ReadAsync(AuditTag tag, RecordKey? after, int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        SqlText text = _database.Text;
        RecordKey from = after ?? new RecordKey(default, -1);
        return await _database.QueryAsync(
            $"select inquiry, correction from record_index where tag = {text.Mark(0)} and (inquiry, correction) > ({text.Mark(1)}, {text.Mark(2)}) order by inquiry, correction limit {text.Mark(3)}",
            [(DbType.Binary, Bytes(tag)), (DbType.Binary, from.Inquiry.ToBytes()), (DbType.Int32, from.Correction), (DbType.Int32, most)],
            Read,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are dropped or none.</exception>
    public async ValueTask<int> DropAsync(IReadOnlyList<RecordKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        (DbType, object)[][] rows = [.. keys.Distinct().Order().Select(key => new[] { (DbType.Binary, (object)key.Inquiry.ToBytes()), (DbType.Int32, key.Correction) })];
        string statement = $"delete from record_index where inquiry = {_database.Text.Mark(0)} and correction = {_database.Text.Mark(1)}";
        return rows.Length == 0 ? 0 : await _database.ChangeAsync(
            prepares: true, async session => (true, (await ManyRows.RunEachAsync(session, statement, rows, cancellationToken).ConfigureAwait(false)).Sum()), cancellationToken).ConfigureAwait(false);
    }

    private static (DbType Type, object Value)[] Parameters(IndexedRecord entry) => [.. _columns.Select(column => (column.Type, column.Value(entry)))];

    private static byte[] Bytes(AuditTag tag)
    {
        byte[] bytes = new byte[AuditTag.Length];
        tag.WriteRevealed(bytes);
        return bytes;
    }

    private static RecordKey Read(DbDataReader reader) => new(new InquiryId(new Guid(SqlBytes.Read(reader, 0), bigEndian: true)), reader.GetInt32(1));
}
