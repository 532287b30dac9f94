using System.Data;
using System.Data.Common;
using MyNumber.Numbering.Storage;

namespace MyNumber.Sql;

/// <summary>What each store has: connections that stay the caller's, and a dialect.</summary>
internal sealed class SqlStore
{
    private readonly DbDataSource _source;
    private readonly SqlDialect _dialect;

    public SqlStore(DbDataSource source, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(dialect);
        (_source, _dialect, Text) = (source, dialect, new SqlText(dialect));
    }

    public SqlText Text { get; }

    public ValueTask CreateTablesAsync(Func<SqlDialect, IReadOnlyList<string>> statements, CancellationToken cancellationToken) =>
        SqlSession.RunAsync(_source, Text, statements(_dialect), cancellationToken);

    public ValueTask<SqlSession> ReadAsync(CancellationToken cancellationToken) => SqlSession.ReadAsync(_source, Text, cancellationToken);

    public ValueTask<SqlSession> WriteAsync(CancellationToken cancellationToken) => SqlSession.WriteAsync(_source, Text, cancellationToken);

    /// <summary>Asks one query in a session of its own.</summary>
    public async ValueTask<List<T>> QueryAsync<T>(
        string statement, IReadOnlyList<(DbType Type, object Value)> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        SqlSession session = await ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await session.QueryAsync(statement, parameters, read, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a call as one transaction, which is kept when the call says so. Giving up ends before the commit, so it means that nothing was written.</summary>
    public async ValueTask<T> RunAsync<T>(Func<SqlSession, ValueTask<(bool Keep, T Answer)>> call, CancellationToken cancellationToken)
    {
        SqlSession session = await WriteAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            (bool keep, T answer) = await call(session).ConfigureAwait(false);
            if (keep)
            {
                await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }

            return answer;
        }
    }
}
