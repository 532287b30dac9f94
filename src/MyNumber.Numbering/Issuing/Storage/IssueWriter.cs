using System.Data;
using System.Data.Common;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Storage;

/// <summary>Writes a batch into the tables of one session.</summary>
internal static class IssueWriter
{
    /// <summary>Writes to every table, until one passes over a row.</summary>
    /// <returns>The table that did, or <see langword="null"/>.</returns>
    public static async ValueTask<SqlTable?> WriteAsync(SqlSession session, ReadOnlyMemory<NumberIssue> issues, CancellationToken cancellationToken)
    {
        foreach (SqlTable table in SqlTable.All)
        {
            if (!await RowWriter.InsertAllAsync(session, table.Name, table.Columns, RowsOf(table, issues.Span), cancellationToken).ConfigureAwait(false))
            {
                return table;
            }
        }

        return null;
    }

    /// <summary>Moves a run on, if it stands where the step begins.</summary>
    public static async ValueTask<bool> StepAsync(SqlSession session, BulkCheckpoint step, CancellationToken cancellationToken)
    {
        SqlText text = session.Text;
        DbCommand begin = session.Command($"insert into number_run (run, done) values ({text.Mark(0)}, 0) on conflict do nothing");
        await using (begin.ConfigureAwait(false))
        {
            text.Bind(begin, DbType.Int64, step.Run);
            await begin.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        DbCommand move = session.Command($"update number_run set done = {text.Mark(0)} where run = {text.Mark(1)} and done = {text.Mark(2)}");
        await using (move.ConfigureAwait(false))
        {
            text.Bind(move, DbType.Int64, step.To);
            text.Bind(move, DbType.Int64, step.Run);
            text.Bind(move, DbType.Int64, step.From);
            return await move.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1;
        }
    }

    private static NumberIssue[] RowsOf(SqlTable table, ReadOnlySpan<NumberIssue> issues)
    {
        List<NumberIssue> rows = new(issues.Length);
        foreach (ref readonly NumberIssue issue in issues)
        {
            rows.AddRange(table.RowsOf(issue));
        }

        rows.Sort(table.Order);
        return [.. rows];
    }
}
