using System.Data;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Storage;

/// <summary>The columns of an issue.</summary>
internal static class IssueColumns
{
    public static SqlColumn<NumberIssue> Request { get; } = new("request", DbType.Guid, issue => issue.Request);

    public static SqlColumn<NumberIssue> Code { get; } = new("code", DbType.Int64, issue => issue.Code.Value);

    public static SqlColumn<NumberIssue> Counter { get; } = new("counter", DbType.Int16, issue => (short)issue.Counter);

    public static SqlColumn<NumberIssue> Number { get; } = new("number", DbType.Int64, issue => issue.Number.Value);

    /// <summary>Every column of the table of issues, in the order of reading.</summary>
    public static SqlColumn<NumberIssue>[] All { get; } =
    [
        Request, Code, Counter, Number,
        new("replaces", DbType.Int64, issue => issue.Replaces.IsEmpty ? DBNull.Value : issue.Replaces.Value),
        new("key_version", DbType.Int32, issue => issue.KeyVersion),
        new("municipality", DbType.Int32, issue => (int)issue.Municipality.Value),
        new("reason", DbType.Int16, issue => (short)issue.Reason),
        new("generated_at", DbType.Int64, issue => issue.GeneratedAt.ToUnixTimeMilliseconds()),
        new("notified_at", DbType.Int64, issue => SqlTime.Of(issue.NotifiedAt)),
        new("designated_at", DbType.Int64, issue => SqlTime.Of(issue.DesignatedAt)),
        new("recorded_at", DbType.Int64, issue => SqlTime.Of(issue.RecordedAt)),
    ];
}
