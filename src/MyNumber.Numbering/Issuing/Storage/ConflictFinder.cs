using System.Data.Common;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Storage;

/// <summary>Finds out, after a batch was passed over and rolled back, which of its issues is the first to run into what.</summary>
internal static class ConflictFinder
{
    public static async ValueTask<RegisterResult?> FindAsync(SqlSession session, ReadOnlyMemory<NumberIssue> issues, CancellationToken cancellationToken)
    {
        HashSet<object>[] taken = new HashSet<object>[SqlTable.All.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = await TakenAsync(session, SqlTable.All[i], issues, cancellationToken).ConfigureAwait(false);
        }

        for (int index = 0; index < issues.Length; index++)
        {
            for (int i = 0; i < taken.Length; i++)
            {
                SqlTable table = SqlTable.All[i];
                if (table.RowsOf(issues.Span[index]).Any(row => !taken[i].Add(KeyOf(table, row))))
                {
                    return new RegisterResult(table.Conflict, index);
                }
            }
        }

        return null;
    }

    private static async ValueTask<HashSet<object>> TakenAsync(
        SqlSession session, SqlTable table, ReadOnlyMemory<NumberIssue> issues, CancellationToken cancellationToken)
    {
        HashSet<object> taken = [];
        bool byCode = table.Conflict == RegisterConflict.CodeAndCounter;
        SqlColumn<NumberIssue> key = table.Columns.First(column => column.Name == table.Key);
        NumberIssue[] held = [.. issues.ToArray().SelectMany(table.RowsOf)];
        foreach (NumberIssue[] some in held.Chunk(session.Text.KeysPerQuery))
        {
            DbCommand command = session.Command(
                $"select {table.Key}{(byCode ? ", counter" : string.Empty)} from {table.Name} where {table.Key} in ({session.Text.Marks(0, some.Length)})");
            await using (command.ConfigureAwait(false))
            {
                foreach (NumberIssue issue in some)
                {
                    session.Text.Bind(command, key.Type, key.Value(issue));
                }

                DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        taken.Add(table.Conflict == RegisterConflict.Request ? reader.GetGuid(0)
                            : byCode ? (reader.GetInt64(0), (int)reader.GetInt16(1))
                            : reader.GetInt64(0));
                    }
                }
            }
        }

        return taken;
    }

    private static object KeyOf(SqlTable table, in NumberIssue issue) => table.Conflict switch
    {
        RegisterConflict.Request => issue.Request,
        RegisterConflict.CodeAndCounter => (issue.Code.Value, issue.Counter),
        RegisterConflict.Replaced => issue.Replaces.Value,
        _ => issue.Number.Value,
    };
}
