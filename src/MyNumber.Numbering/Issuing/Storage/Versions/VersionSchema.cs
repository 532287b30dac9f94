using MyNumber.Numbering.Storage;

namespace MyNumber.Numbering.Issuing.Storage.Versions;

/// <summary>The tables of the registers that keep every version: corporate numbers and identity information (DDL), as text for a dialect.</summary>
public static class VersionSchema
{
    /// <summary>The statements that make the tables of <see cref="SqlCorporateRegister"/> where they are missing; running them again does no harm.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <returns>Statements, to be run in this order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public static IReadOnlyList<string> CorporateStatements(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        (string text, string request) = (dialect.TextType, dialect.RequestType);
        return
        [
            .. SchemaText.Table(dialect, "corporate_entry", "number, version",
                $"number bigint not null, version integer not null, request {request} not null, name {text} not null, seat {text} not null, since bigint not null"),
            .. SchemaText.Table(dialect, "corporate_request", "request", $"request {request} not null, number bigint not null, version integer not null"),
        ];
    }

    /// <summary>The statements that make the tables of <see cref="SqlIdentityRegister"/> where they are missing; running them again does no harm.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <returns>Statements, to be run in this order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public static IReadOnlyList<string> IdentityStatements(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        string text = dialect.TextType;
        return [.. SchemaText.Table(dialect, "identity_record", "person, version",
            $"person {dialect.RequestType} not null, version integer not null, name {text} not null, address {text} not null, birth_date integer not null, sex smallint not null, "
            + "code bigint not null, number bigint, municipality integer not null, since bigint not null")];
    }
}
