using System.Data;
using System.Data.Common;

namespace MyNumber.Sql;

/// <summary>Statements that go to the database together, in one journey where the provider can; they are run in their order.</summary>
internal sealed class SqlBatch(SqlSession session)
{
    private readonly List<(string Statement, IReadOnlyList<(DbType Type, object Value)> Parameters, Action<DbDataReader>? Read)> _items = [];

    /// <summary>Adds a statement that changes rows.</summary>
    public void Add(string statement, IReadOnlyList<(DbType Type, object Value)> parameters) => _items.Add((statement, parameters, null));

    /// <summary>Adds a query.</summary>
    /// <returns>Its rows; empty until the batch was run.</returns>
    public List<T> Ask<T>(string statement, IReadOnlyList<(DbType Type, object Value)> parameters, Func<DbDataReader, T> read)
    {
        List<T> rows = [];
        _items.Add((statement, parameters, reader => rows.Add(read(reader))));
        return rows;
    }

    /// <summary>Runs the statements.</summary>
    /// <returns>How many rows each of them touched; nothing is said of queries.</returns>
    public async ValueTask<int[]> RunAsync(CancellationToken cancellationToken)
    {
        DbBatch? batch = _items.Count > 1 ? session.Batch() : null;
        if (batch is null)
        {
            return await RunInTurnAsync(cancellationToken).ConfigureAwait(false);
        }

        await using (batch.ConfigureAwait(false))
        {
            return await RunTogetherAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<int[]> RunInTurnAsync(CancellationToken cancellationToken)
    {
        int[] touched = new int[_items.Count];
        for (int i = 0; i < touched.Length; i++)
        {
            (string statement, IReadOnlyList<(DbType, object)> parameters, Action<DbDataReader>? read) = _items[i];
            if (read is null)
            {
                touched[i] = await session.ExecuteAsync(statement, parameters, cancellationToken).ConfigureAwait(false);
                continue;
            }

            await session.QueryAsync(
                statement,
                parameters,
                reader =>
                {
                    read(reader);
                    return 0;
                },
                cancellationToken).ConfigureAwait(false);
        }

        return touched;
    }

    private async ValueTask<int[]> RunTogetherAsync(DbBatch batch, CancellationToken cancellationToken)
    {
        foreach ((string statement, IReadOnlyList<(DbType Type, object Value)> parameters, _) in _items)
        {
            DbBatchCommand command = batch.CreateBatchCommand();
            command.CommandText = statement;
            foreach ((DbType type, object value) in parameters)
            {
                session.Text.Bind(command, type, value);
            }

            batch.BatchCommands.Add(command);
        }

        if (session.Prepares)
        {
            await batch.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        DbDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            foreach (Action<DbDataReader> read in _items.Select(item => item.Read).OfType<Action<DbDataReader>>())
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    read(reader);
                }

                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return [.. batch.BatchCommands.Select(command => command.RecordsAffected)];
    }
}
