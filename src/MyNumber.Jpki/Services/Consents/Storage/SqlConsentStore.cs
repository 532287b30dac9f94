using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using MyNumber.Numbering.Storage;

namespace MyNumber.Jpki.Services.Consents.Storage;

/// <summary>Consents in a database that the host supplies, by ADO.NET alone; another database, or other rights, than the archive of evidence has.</summary>
/// <remarks>
/// <para>Each method is one statement over one table (<see cref="ConsentSchema"/>): after a crash at any moment it was done or not. Times are kept in milliseconds.</para>
/// <para>Thread safe. Several processes may write to one database. <see cref="DbException"/> comes through from the provider when the database fails.</para>
/// </remarks>
public sealed class SqlConsentStore : IConsentStore
{
    /// <summary>The longest id, in characters; the ids of <see cref="ConsentRequest"/> have 43.</summary>
    public const int MaximumIdLength = 128;

    private const int RowsPerPage = 500;

    private static readonly SqlColumn<Consent>[] Columns =
    [
        new("id", DbType.String, row => row.Id),
        new("account", DbType.String, row => row.Account),
        new("service", DbType.String, row => row.Service),
        new("given_at", DbType.Int64, row => SqlTime.Of(row.GivenAt)),
        new("holder", DbType.Binary, row => IdentityBytes.Of(row.Holder)),
        new("content", DbType.Binary, row => SqlBytes.Of(row.Content)),
        new("signed_attributes", DbType.Binary, row => SqlBytes.Of(row.SignedAttributes)),
        new("signature", DbType.Binary, row => SqlBytes.Of(row.Signature)),
        new("reflected_on", DbType.Int32, row => Day(row.ReflectedOn)),
        new("revoked_at", DbType.Int64, row => SqlTime.Of(row.RevokedAt)),
    ];

    private static readonly string Select = $"select {string.Join(", ", Columns.Select(column => column.Name))} from consent";

    private readonly SqlDatabase _database;

    /// <summary>Opens a store; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlConsentStore(DbDataSource source, SqlDialect dialect) => _database = new SqlDatabase(source, dialect);

    /// <summary>Makes the table where it is missing (<see cref="ConsentSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) => _database.RunAsync(ConsentSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id is empty, over <see cref="MaximumIdLength"/> or has control or half characters.</exception>
    /// <exception cref="DbException">The database fails; the consent is there or not.</exception>
    public async ValueTask<bool> TryAddAsync(Consent consent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(consent);
        if (!IsId(consent.Id))
        {
            throw new ArgumentException("An id has 1 to 128 characters, no control characters and no half characters.", nameof(consent));
        }

        SqlColumn<Consent>[] columns = Columns;
        return await _database.ExecuteAsync(
            _database.Text.Insert("consent", columns, 1), [.. columns.Select(column => (column.Type, column.Value(consent)))], cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the change is made or not.</exception>
    public async ValueTask<bool> TryReplaceAsync(Consent old, Consent changed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(changed);
        if (old.Id != changed.Id || !IsId(old.Id))
        {
            return false;
        }

        SqlText text = _database.Text;
        List<(DbType, object)> values = [(DbType.Int32, Day(changed.ReflectedOn)), (DbType.Int64, SqlTime.Of(changed.RevokedAt)), (DbType.String, old.Id)];
        string statement = $"update consent set reflected_on = {text.Mark(0)}, revoked_at = {text.Mark(1)} where id = {text.Mark(2)}"
            + Still("reflected_on", DbType.Int32, Day(old.ReflectedOn), values) + Still("revoked_at", DbType.Int64, SqlTime.Of(old.RevokedAt), values);
        return await _database.ExecuteAsync(statement, values, cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<Consent?> FindAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        List<Consent> found = IsId(id)
            ? await _database.QueryAsync($"{Select} where id = {_database.Text.Mark(0)}", [(DbType.String, id)], Read, cancellationToken).ConfigureAwait(false)
            : [];
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the consent is there or not.</exception>
    public async ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return IsId(id) && await _database.ExecuteAsync($"delete from consent where id = {_database.Text.Mark(0)}", [(DbType.String, id)], cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    /// <remarks>No connection is held between two pages.</remarks>
    /// <exception cref="DbException">The database fails.</exception>
    public async IAsyncEnumerable<Consent> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        SqlText text = _database.Text;
        List<Consent> page;
        string after = string.Empty;
        do
        {
            page = await _database.QueryAsync(
                $"{Select} where id > {text.Mark(0)} order by id limit {text.Mark(1)}", [(DbType.String, after), (DbType.Int32, RowsPerPage)], Read, cancellationToken).ConfigureAwait(false);
            foreach (Consent consent in page)
            {
                yield return consent;
                after = consent.Id;
            }
        }
        while (page.Count == RowsPerPage);
    }

    private string Still(string column, DbType type, object value, List<(DbType, object)> values)
    {
        if (value is DBNull)
        {
            return $" and {column} is null";
        }

        values.Add((type, value));
        return $" and {column} = {_database.Text.Mark(values.Count - 1)}";
    }

    private static bool IsId(string id) => id.Length != 0 && PlainText.IsPlain(id, MaximumIdLength);

    private static object Day(DateOnly? day) => day is { } known ? known.DayNumber : DBNull.Value;

    private static Consent Read(DbDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Account = reader.GetString(1),
        Service = reader.GetString(2),
        GivenAt = SqlTime.Read(reader, 3)!.Value,
        Holder = IdentityBytes.Read(reader, 4),
        Content = SqlBytes.Read(reader, 5),
        SignedAttributes = SqlBytes.Read(reader, 6),
        Signature = SqlBytes.Read(reader, 7),
        ReflectedOn = reader.IsDBNull(8) ? null : DateOnly.FromDayNumber(reader.GetInt32(8)),
        RevokedAt = SqlTime.Read(reader, 9),
    };
}
