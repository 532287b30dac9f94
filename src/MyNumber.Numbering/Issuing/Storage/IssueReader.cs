using System.Data;
using System.Data.Common;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Storage;

/// <summary>Reads issues through one of the key tables.</summary>
internal static class IssueReader
{
    private static readonly string _columns = string.Join(", ", IssueColumns.All.Select(column => "i." + column.Name));

    public static async ValueTask<IReadOnlyList<NumberIssue>> ReadAsync(
        SqlSession session, SqlTable table, DbType type, object key, CancellationToken cancellationToken)
    {
        string counted = table.Conflict == RegisterConflict.CodeAndCounter ? " and i.code = k.code and i.counter = k.counter" : string.Empty;
        string from = table.Conflict == RegisterConflict.Request ? "number_issue k" : $"{table.Name} k join number_issue i on i.request = k.request{counted}";
        string columns = table.Conflict == RegisterConflict.Request ? _columns.Replace("i.", "k.", StringComparison.Ordinal) : _columns;
        DbCommand command = session.Command($"select {columns} from {from} where k.{table.Key} = {session.Text.Mark(0)}");
        await using (command.ConfigureAwait(false))
        {
            session.Text.Bind(command, type, key);
            DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                List<NumberIssue> issues = [];
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    issues.Add(Row(reader));
                }

                return [.. issues.OrderBy(issue => issue.Counter)];
            }
        }
    }

    /// <summary>The next issues by request, after one; none to begin with.</summary>
    public static ValueTask<List<NumberIssue>> PageAsync(SqlSession session, Guid? after, int most, CancellationToken cancellationToken)
    {
        string from = after is null ? string.Empty : $" where i.request > {session.Text.Mark(1)}";
        List<(DbType, object)> parameters = [(DbType.Int32, most)];
        if (after is { } request)
        {
            parameters.Add((DbType.Guid, request));
        }

        string limit = $" order by i.request limit {session.Text.Mark(0)}";
        return session.QueryAsync($"select {_columns} from number_issue i{from}{limit}", parameters, Row, cancellationToken);
    }

    private static NumberIssue Row(DbDataReader reader) => new()
    {
        Request = reader.GetGuid(0),
        Code = ResidentRecordCode.FromTrusted(reader.GetInt64(1)),
        Counter = reader.GetInt16(2),
        Number = IndividualNumber.FromTrusted(reader.GetInt64(3)),
        Replaces = reader.IsDBNull(4) ? default : IndividualNumber.FromTrusted(reader.GetInt64(4)),
        KeyVersion = reader.GetInt32(5),
        Municipality = LocalGovernmentCode.FromTrusted(reader.GetInt32(6)),
        Reason = (IssueReason)reader.GetInt16(7),
        GeneratedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(8)),
        NotifiedAt = SqlTime.Read(reader, 9),
        DesignatedAt = SqlTime.Read(reader, 10),
        RecordedAt = SqlTime.Read(reader, 11),
    };
}
