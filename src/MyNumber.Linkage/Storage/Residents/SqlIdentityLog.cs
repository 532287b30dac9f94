using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Residents;
using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Residents;

/// <summary>Notes of questions for identity information in a database that the host supplies, by ADO.NET alone.</summary>
/// <remarks>Who reads the table sees who asked when in which affair, and by the network's handle which notes are one person's; no attribute and no number is in it. The notes of a
/// request are written in one transaction. Isolation is READ COMMITTED. Thread safe, and safe for several processes at once.</remarks>
public sealed class SqlIdentityLog : IIdentityLog
{
    private static readonly SqlColumn<NotedIdentity>[] _columns =
    [
        new("request", DbType.Binary, note => Bytes(note.Place.Request)),
        new("place", DbType.Int32, note => note.Place.Number),
        new("noted_at", DbType.Int64, note => SqlTime.Of(note.Entry.At)),
        new("agency", DbType.Int32, note => note.Entry.Agency.Value),
        new("operator", DbType.String, note => note.Entry.Operator.ToString()),
        new("affair", DbType.String, note => note.Entry.Affair.ToString()),
        new("items", DbType.Int16, note => (short)note.Entry.Items),
        new("outcome", DbType.Int16, note => (short)note.Entry.Outcome),
        new("rule", DbType.String, note => note.Entry.Rule.ToString()),
        new("person", DbType.Binary, note => note.Entry.Person == Guid.Empty ? DBNull.Value : Bytes(note.Entry.Person)),
    ];

    private static readonly string _names = string.Join(", ", _columns.Select(column => column.Name));

    private readonly SqlDatabase _database;

    /// <summary>Opens the log; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlIdentityLog(DbDataSource source, SqlDialect dialect) => _database = new SqlDatabase(source, dialect);

    /// <summary>Makes the table if it is missing (<see cref="IdentityLogSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) => _database.RunAsync(IdentityLogSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; all are noted or none.</exception>
    public async ValueTask AppendAsync(IReadOnlyList<IdentityEntry> entries, CancellationToken cancellationToken = default)
    {
        NotedIdentity[] notes = NotedIdentity.Of(entries);
        cancellationToken.ThrowIfCancellationRequested();
        if (notes.Length > 0)
        {
            bool isWritten = await _database.ChangeAsync(
                prepares: false,
                async session => await RowWriter.InsertAllAsync(session, "identity_note", _columns, notes, cancellationToken).ConfigureAwait(false) ? (true, true) : (false, false),
                cancellationToken).ConfigureAwait(false);
            _ = isWritten ? true : throw new IOException("A request of this number is noted already.");
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<IReadOnlyList<NotedIdentity>> ReadAsync(Guid? person, IdentityPlace? after, int most, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        SqlText text = _database.Text;
        IdentityPlace from = after ?? new IdentityPlace(Guid.Empty, -1);
        List<(DbType, object)> parameters = [(DbType.Binary, Bytes(from.Request)), (DbType.Int32, from.Number), (DbType.Int32, most)];
        if (person is { } one)
        {
            parameters.Add((DbType.Binary, Bytes(one)));
        }

        string whose = person is null ? string.Empty : $" and person = {text.Mark(3)}";
        return await _database.QueryAsync(
            $"select {_names} from identity_note where (request, place) > ({text.Mark(0)}, {text.Mark(1)}){whose} order by request, place limit {text.Mark(2)}", parameters, Read, cancellationToken).ConfigureAwait(false);
    }

    private static NotedIdentity Read(DbDataReader reader) => new(
        new IdentityPlace(ReadId(reader, 0), reader.GetInt32(1)),
        new IdentityEntry
        {
            At = SqlTime.Read(reader, 2)!.Value,
            Agency = new AgencyId(reader.GetInt32(3)),
            Operator = new OperatorId(reader.GetString(4)),
            Affair = new AffairId(reader.GetString(5)),
            Items = (IdentityItems)reader.GetInt16(6),
            Outcome = (IdentityOutcome)reader.GetInt16(7),
            Rule = reader.GetString(8) is { Length: > 0 } rule ? new RuleId(rule) : default,
            Person = reader.IsDBNull(9) ? Guid.Empty : ReadId(reader, 9),
        });

    private static Guid ReadId(DbDataReader reader, int column) => new(SqlBytes.Read(reader, column), bigEndian: true);

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);
}
