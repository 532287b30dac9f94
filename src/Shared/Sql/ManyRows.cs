using System.Data;
using System.Data.Common;

namespace MyNumber.Sql;

/// <summary>One statement for many keys, and one key after the other where the order of taking rows matters.</summary>
internal static class ManyRows
{
    /// <summary>Reads the rows of any number of keys, by as many statements as the dialect needs.</summary>
    /// <param name="session">The session.</param>
    /// <param name="select">The statement up to its condition.</param>
    /// <param name="column">The column of the keys.</param>
    /// <param name="keys">The keys, each once.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<List<T>> ReadAsync<T>(
        SqlSession session, string select, string column, IEnumerable<(DbType Type, object Value)> keys, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        foreach ((DbType Type, object Value)[] some in keys.Chunk(session.Text.KeysPerQuery))
        {
            rows.AddRange(await session.QueryAsync($"{select} where {column} in ({session.Text.Marks(0, some.Length)})", some, read, cancellationToken).ConfigureAwait(false));
        }

        return rows;
    }

    /// <summary>Runs one statement with the parameters of one row after the other.</summary>
    /// <returns>How many rows each run touched.</returns>
    public static async ValueTask<int[]> RunEachAsync(
        SqlSession session, string statement, IReadOnlyList<(DbType Type, object Value)[]> rows, CancellationToken cancellationToken)
    {
        int[] touched = new int[rows.Count];
        DbCommand command = session.Command(statement);
        await using (command.ConfigureAwait(false))
        {
            for (int row = 0; row < touched.Length; row++)
            {
                await BindAsync(session, command, rows[row], prepare: row == 0 && touched.Length > 1, cancellationToken).ConfigureAwait(false);
                touched[row] = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return touched;
    }

    private static async ValueTask BindAsync(SqlSession session, DbCommand command, (DbType Type, object Value)[] row, bool prepare, CancellationToken cancellationToken)
    {
        for (int index = 0; index < row.Length; index++)
        {
            if (index < command.Parameters.Count)
            {
                command.Parameters[index].Value = row[index].Value;
            }
            else
            {
                session.Text.Bind(command, row[index].Type, row[index].Value);
            }
        }

        if (prepare)
        {
            await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
