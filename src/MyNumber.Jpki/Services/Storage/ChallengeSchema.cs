using MyNumber.Numbering.Storage;

namespace MyNumber.Jpki.Services.Storage;

/// <summary>The table of <see cref="SqlChallengeStore"/> (DDL), as text for a dialect.</summary>
/// <remarks>The text of an approval or an application is plain in the table while it waits, and it may be personal: the database's own rights guard it.</remarks>
public static class ChallengeSchema
{
    /// <summary>The statements that make the table where it is missing; running them again does no harm.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <returns>Statements, to be run in this order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public static IReadOnlyList<string> Statements(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        return
        [
            .. SchemaText.Table(dialect, "holder_challenge", "id",
                "id varchar(43) not null, purpose smallint not null, origin varchar(512) not null, audience varchar(512) not null, session varchar(512) not null, "
                + "issued_at bigint not null, expires_at bigint not null, statement_text text"),
            "create index if not exists holder_challenge_expiry on holder_challenge (expires_at)",
        ];
    }
}
