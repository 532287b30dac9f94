using System.Data;
using System.Data.Common;

namespace MyNumber.Numbering.Issuing.Storage;

/// <summary>One connection and one transaction; rolled back unless committed.</summary>
internal sealed class SqlSession : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction? _transaction;

    private SqlSession(DbConnection connection, DbTransaction? transaction, SqlText text)
    {
        _connection = connection;
        _transaction = transaction;
        Text = text;
    }

    public SqlText Text { get; }

    /// <summary>Opens for reading: each statement sees what is committed.</summary>
    public static async ValueTask<SqlSession> ReadAsync(DbDataSource source, SqlText text, CancellationToken cancellationToken) =>
        new(await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), null, text);

    /// <summary>Opens a transaction at READ COMMITTED.</summary>
    public static async ValueTask<SqlSession> WriteAsync(DbDataSource source, SqlText text, CancellationToken cancellationToken)
    {
        DbConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new SqlSession(connection, await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false), text);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public DbCommand Command(string statement)
    {
        DbCommand command = _connection.CreateCommand();
        command.CommandText = statement;
        command.Transaction = _transaction;
        return command;
    }

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction!.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync().ConfigureAwait(false);
        }

        await _connection.DisposeAsync().ConfigureAwait(false);
    }
}
