using MyNumber.Numbering.Storage;

namespace MyNumber.Numbering.Issuing.Storage;

/// <summary>The tables of a number register (DDL), as text for a dialect.</summary>
/// <remarks>
/// One table for each unique key, so that each can be partitioned by the hash of that key alone: a hash-partitioned table can keep unique only what it is partitioned by.
/// All four are written in one transaction.
/// </remarks>
public static class NumberSchema
{
    /// <summary>The statements that make the tables where they are missing; running them again does no harm.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <returns>Statements, to be run in this order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public static IReadOnlyList<string> Statements(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        string request = dialect.RequestType;
        return
        [
            .. SchemaText.Table(dialect, "number_issue", "request",
                $"request {request} not null, code bigint not null, counter smallint not null, number bigint not null, replaces bigint, key_version integer not null, "
                + "municipality integer not null, reason smallint not null, generated_at bigint not null, notified_at bigint, designated_at bigint, recorded_at bigint"),
            .. SchemaText.Table(dialect, "number_by_value", "number", $"number bigint not null, request {request} not null"),
            .. SchemaText.Table(dialect, "number_by_code", "code, counter", $"code bigint not null, counter smallint not null, request {request} not null"),
            .. SchemaText.Table(dialect, "number_by_replaced", "replaced", $"replaced bigint not null, request {request} not null"),
            "create table if not exists number_run (run bigint not null primary key, done bigint not null)",
        ];
    }
}
