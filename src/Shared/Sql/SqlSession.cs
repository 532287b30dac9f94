using System.Data;
using System.Data.Common;

namespace MyNumber.Sql;

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

    /// <summary>Whether statements are prepared, because they are repeated on the connection.</summary>
    public bool Prepares { get; init; }

    /// <summary>Opens for reading: each statement sees what is committed.</summary>
    public static async ValueTask<SqlSession> ReadAsync(DbDataSource source, SqlText text, CancellationToken cancellationToken) =>
        new(await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), null, text);

    /// <summary>Opens without a transaction for statements that are repeated: each is a transaction of its own.</summary>
    public static async ValueTask<SqlSession> SingleAsync(DbDataSource source, SqlText text, CancellationToken cancellationToken) =>
        new(await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), null, text) { Prepares = true };

    /// <summary>Opens a transaction at READ COMMITTED.</summary>
    public static ValueTask<SqlSession> WriteAsync(DbDataSource source, SqlText text, CancellationToken cancellationToken) => WriteAsync(source, text, prepares: false, cancellationToken);

    /// <summary>Opens a transaction at READ COMMITTED whose statements are prepared or not.</summary>
    public static async ValueTask<SqlSession> WriteAsync(DbDataSource source, SqlText text, bool prepares, CancellationToken cancellationToken)
    {
        DbConnection connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new SqlSession(connection, await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false), text)
            {
                Prepares = prepares,
            };
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs statements in one transaction of their own.</summary>
    public static async ValueTask RunAsync(DbDataSource source, SqlText text, IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        SqlSession session = await WriteAsync(source, text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            foreach (string statement in statements)
            {
                await session.ExecuteAsync(statement, [], cancellationToken).ConfigureAwait(false);
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs one statement with its parameters.</summary>
    /// <returns>How many rows it touched.</returns>
    public async ValueTask<int> ExecuteAsync(string statement, IReadOnlyList<(DbType Type, object Value)> parameters, CancellationToken cancellationToken)
    {
        DbCommand command = Command(statement, parameters);
        await using (command.ConfigureAwait(false))
        {
            await PrepareAsync(command, cancellationToken).ConfigureAwait(false);
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks one query and reads every row.</summary>
    public async ValueTask<List<T>> QueryAsync<T>(
        string statement, IReadOnlyList<(DbType Type, object Value)> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        DbCommand command = Command(statement, parameters);
        await using (command.ConfigureAwait(false))
        {
            await PrepareAsync(command, cancellationToken).ConfigureAwait(false);
            DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                List<T> rows = [];
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add(read(reader));
                }

                return rows;
            }
        }
    }

    public DbCommand Command(string statement)
    {
        DbCommand command = _connection.CreateCommand();
        command.CommandText = statement;
        command.Transaction = _transaction;
        return command;
    }

    /// <summary>A batch of statements, where the provider has such a thing.</summary>
    public DbBatch? Batch()
    {
        DbBatch? batch = _connection.CanCreateBatch ? _connection.CreateBatch() : null;
        if (batch is not null)
        {
            batch.Transaction = _transaction;
        }

        return batch;
    }

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction!.CommitAsync(cancellationToken);

    private Task PrepareAsync(DbCommand command, CancellationToken cancellationToken) => Prepares ? command.PrepareAsync(cancellationToken) : Task.CompletedTask;

    private DbCommand Command(string statement, IReadOnlyList<(DbType Type, object Value)> parameters)
    {
        DbCommand command = Command(statement);
        foreach ((DbType type, object value) in parameters)
        {
            Text.Bind(command, type, value);
        }

        return command;
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync().ConfigureAwait(false);
        }

        await _connection.DisposeAsync().ConfigureAwait(false);
    }
}
