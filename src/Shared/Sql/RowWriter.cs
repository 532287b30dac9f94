using System.Data.Common;

namespace MyNumber.Sql;

/// <summary>Writes rows into a table and passes over those whose key is there already.</summary>
internal static class RowWriter
{
    /// <summary>Writes any number of rows, by as many statements as the dialect needs, until one passes over a row.</summary>
    /// <returns>Whether every row was written.</returns>
    public static async ValueTask<bool> InsertAllAsync<TRow>(
        SqlSession session, string table, SqlColumn<TRow>[] columns, TRow[] rows, CancellationToken cancellationToken)
    {
        int most = session.Text.RowsPerInsert(columns.Length);
        for (int at = 0; at < rows.Length; at += most)
        {
            ArraySegment<TRow> some = new(rows, at, Math.Min(most, rows.Length - at));
            if (await InsertAsync(session, table, columns, some, prepare: rows.Length > most, cancellationToken).ConfigureAwait(false) != some.Count)
            {
                return false;
            }
        }

        return true;
    }

    private static async ValueTask<int> InsertAsync<TRow>(
        SqlSession session, string table, SqlColumn<TRow>[] columns, ArraySegment<TRow> rows, bool prepare, CancellationToken cancellationToken)
    {
        DbCommand command = session.Command(session.Text.Insert(table, columns, rows.Count));
        await using (command.ConfigureAwait(false))
        {
            foreach (TRow row in rows)
            {
                foreach (SqlColumn<TRow> column in columns)
                {
                    session.Text.Bind(command, column.Type, column.Value(row));
                }
            }

            if (prepare && rows.Count == session.Text.RowsPerInsert(columns.Length))
            {
                await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
            }

            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
