using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>The tables of <see cref="SqlIssuedCodes"/> (DDL), as text for a dialect.</summary>
/// <remarks>One table for each unique key: every code of a holder, and the one in use of a person. Code and link come before the holder, because they spread and holders do not.</remarks>
public static class IssuedSchema
{
    /// <summary>The statements that make the tables where they are missing; running them again does no harm.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <returns>Statements, to be run in this order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public static IReadOnlyList<string> Statements(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        string bytes = dialect.BinaryType;
        return
        [
            .. SchemaText.Table(dialect, "issued_code", "code, holder",
                $"code {bytes} not null, holder integer not null, link {bytes} not null, holder_epoch smallint not null, issued_at bigint not null, state smallint not null, "
                + $"reason smallint not null, replacement {bytes}, changed_at bigint not null"),
            .. SchemaText.Table(dialect, "issued_in_use", "link, holder", $"link {bytes} not null, holder integer not null, code {bytes} not null"),
            "create index if not exists issued_of_person on issued_code (link)",
        ];
    }
}
