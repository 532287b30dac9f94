using System.Data;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Storage;

/// <summary>A table that holds one unique key of the register, and the order in which rows are written to it.</summary>
/// <remarks>Every writer goes through the tables in one order and through each table by ascending key, so two writers that wait for each other's keys never wait in a circle.</remarks>
internal sealed record SqlTable(string Name, RegisterConflict Conflict, string Key, SqlColumn<NumberIssue>[] Columns, Comparison<NumberIssue> Order)
{
    public static SqlTable[] All { get; } =
    [
        new("number_issue", RegisterConflict.Request, "request", IssueColumns.All, (one, other) => one.Request.CompareTo(other.Request)),
        new("number_by_code", RegisterConflict.CodeAndCounter, "code", [IssueColumns.Code, IssueColumns.Counter, IssueColumns.Request], CompareCodes),
        new("number_by_value", RegisterConflict.Number, "number", [IssueColumns.Number, IssueColumns.Request], (one, other) => one.Number.Value.CompareTo(other.Number.Value)),
        new("number_by_replaced", RegisterConflict.Replaced, "replaced",
            [new("replaced", DbType.Int64, issue => issue.Replaces.Value), IssueColumns.Request], (one, other) => one.Replaces.Value.CompareTo(other.Replaces.Value)),
    ];

    /// <summary>The rows that an issue has in this table: mostly one, none when it replaces nothing, several when it passed counts over or names former codes.</summary>
    public IEnumerable<NumberIssue> RowsOf(NumberIssue issue) => Conflict switch
    {
        RegisterConflict.Replaced when issue.Replaces.IsEmpty => [],
        RegisterConflict.CodeAndCounter when issue.TakesMore => issue.FurtherTaken().Select(key => issue with { Code = key.Code, Counter = key.Counter }).Append(issue),
        _ => [issue],
    };

    private static int CompareCodes(NumberIssue one, NumberIssue other)
    {
        int codes = one.Code.Value.CompareTo(other.Code.Value);
        return codes != 0 ? codes : one.Counter.CompareTo(other.Counter);
    }
}
