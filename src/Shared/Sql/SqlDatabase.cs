using System.Data;
using System.Data.Common;
using MyNumber.Numbering.Storage;

namespace MyNumber.Sql;

/// <summary>A database that the host supplies: single statements that are repeated, each a transaction of its own, and transactions.</summary>
internal sealed class SqlDatabase
{
    private readonly DbDataSource _source;

    public SqlDatabase(DbDataSource source, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(dialect);
        _source = source;
        Text = new SqlText(dialect);
        Dialect = dialect;
    }

    public SqlDialect Dialect { get; }

    public SqlText Text { get; }

    /// <summary>A session for several questions; each sees what is committed.</summary>
    public ValueTask<SqlSession> ReadAsync(CancellationToken cancellationToken) => SqlSession.ReadAsync(_source, Text, cancellationToken);

    public ValueTask RunAsync(IReadOnlyList<string> statements, CancellationToken cancellationToken) => SqlSession.RunAsync(_source, Text, statements, cancellationToken);

    public async ValueTask<int> ExecuteAsync(string statement, IReadOnlyList<(DbType Type, object Value)> parameters, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.SingleAsync(_source, Text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await session.ExecuteAsync(statement, parameters, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<List<T>> QueryAsync<T>(
        string statement, IReadOnlyList<(DbType Type, object Value)> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.SingleAsync(_source, Text, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await session.QueryAsync(statement, parameters, read, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Does all of something in one transaction, which is committed when the answer says so; giving up ends before the commit, so that it means that nothing was written.</summary>
    public async ValueTask<T> ChangeAsync<T>(bool prepares, Func<SqlSession, ValueTask<(bool Commits, T Answer)>> change, CancellationToken cancellationToken)
    {
        SqlSession session = await SqlSession.WriteAsync(_source, Text, prepares, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            (bool commits, T answer) = await change(session).ConfigureAwait(false);
            if (commits)
            {
                await session.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }

            return answer;
        }
    }
}
