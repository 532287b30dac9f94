using System.Data;
using System.Data.Common;
using MyNumber.Jpki.Certificates;
using MyNumber.Numbering.Storage;

namespace MyNumber.Jpki.Services.Accounts.Storage;

/// <summary>Account links in a database that the host supplies, by ADO.NET alone.</summary>
/// <remarks>
/// <para>A change is one transaction at READ COMMITTED over all tables (<see cref="AccountLinkSchema"/>); after a crash at any moment it is there or not. Unique keys over certificate and over account
/// and purpose decide between rivals; what is read before a change is read behind the lock of the account's history row. Times are kept in milliseconds.</para>
/// <para>Thread safe. Several processes may write to one database. <see cref="DbException"/> comes through from the provider when the database fails.</para>
/// </remarks>
public sealed class SqlAccountLinkStore : IAccountLinkStore
{
    private readonly SqlDatabase _database;

    /// <summary>Opens a store; nothing is sent yet.</summary>
    /// <param name="source">Connections; stays the caller's.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SqlAccountLinkStore(DbDataSource source, SqlDialect dialect) => _database = new SqlDatabase(source, dialect);

    /// <summary>Makes the tables that are missing (<see cref="AccountLinkSchema"/>).</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A task.</returns>
    /// <exception cref="DbException">The database refuses.</exception>
    public ValueTask CreateTablesAsync(CancellationToken cancellationToken = default) => _database.RunAsync(AccountLinkSchema.Statements(_database.Dialect), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails; the change is made or not.</exception>
    public ValueTask<AccountLinkOutcome> ChangeAsync(AccountLinkChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _database.ChangeAsync(prepares: false, session => new LinkTransaction(session, change, cancellationToken).RunAsync(), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<CertificateIdentity?> FindCertificateAsync(string account, CertificatePurpose purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        List<CertificateIdentity> found = !AccountLinkChange.IsAccount(account)
            ? []
            : await _database.QueryAsync(
                $"select identity from account_link where account = {_database.Text.Mark(0)} and purpose = {_database.Text.Mark(1)}",
                [(DbType.String, account), (DbType.Int16, (short)purpose)],
                reader => IdentityBytes.Read(reader, 0),
                cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<string?> FindAccountAsync(CertificateIdentity identity, CancellationToken cancellationToken = default)
    {
        List<string> found = identity.IsEmpty
            ? []
            : await _database.QueryAsync(
                $"select account from account_certificate where identity = {_database.Text.Mark(0)}",
                [(DbType.Binary, IdentityBytes.Of(identity))],
                reader => reader.GetString(0),
                cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    /// <inheritdoc/>
    /// <exception cref="DbException">The database fails.</exception>
    public async ValueTask<IReadOnlyList<AccountLinkEvent>> ReadHistoryAsync(string account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        return !AccountLinkChange.IsAccount(account)
            ? []
            : await _database.QueryAsync(
                $"select purpose, identity, begins, cause, made_at from account_event where account = {_database.Text.Mark(0)} order by line",
                [(DbType.String, account)],
                reader => new AccountLinkEvent(
                    (CertificatePurpose)reader.GetInt16(0), IdentityBytes.Read(reader, 1), reader.GetInt16(2) != 0, (AccountLinkCause)reader.GetInt16(3), SqlTime.Read(reader, 4)!.Value),
                cancellationToken).ConfigureAwait(false);
    }
}
