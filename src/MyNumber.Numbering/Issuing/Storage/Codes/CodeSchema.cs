using MyNumber.Numbering.Storage;

namespace MyNumber.Numbering.Issuing.Storage.Codes;

/// <summary>The tables of designated codes and pools, and of the entries of codes (DDL), as text for a dialect.</summary>
/// <remarks>One table for each unique key, as in <see cref="NumberSchema"/>. Pools and entries need not be in one database.</remarks>
public static class CodeSchema
{
    /// <summary>The statements that make the tables of <see cref="SqlAllottedCodes"/> where they are missing; running them again does no harm.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <returns>Statements, to be run in this order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public static IReadOnlyList<string> PoolStatements(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        return
        [
            .. SchemaText.Table(dialect, "code_allotted", "code", "code bigint not null, municipality integer not null"),
            .. SchemaText.Table(dialect, "code_pool", "municipality", "municipality integer not null, allotted bigint not null, drawn bigint not null"),
            .. SchemaText.Table(dialect, "code_place", "municipality, place", "municipality integer not null, place bigint not null, code bigint not null"),
            .. SchemaText.Table(dialect, "code_draw", "request, municipality", $"request {dialect.RequestType} not null, municipality integer not null, code bigint not null"),
        ];
    }

    /// <summary>The statements that make the tables of <see cref="SqlResidentCodeRegister"/> where they are missing; running them again does no harm.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <returns>Statements, to be run in this order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public static IReadOnlyList<string> EntryStatements(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        string person = dialect.RequestType;
        return
        [
            .. SchemaText.Table(dialect, "code_entry", "person, version",
                $"person {person} not null, version integer not null, code bigint not null, occasion smallint not null, since bigint not null, notice_sent_at bigint"),
            .. SchemaText.Table(dialect, "code_bearer", "code", $"code bigint not null, person {person} not null, version integer not null"),
            "create index if not exists code_notice_owed on code_entry (since, person, version) where notice_sent_at is null",
        ];
    }
}
