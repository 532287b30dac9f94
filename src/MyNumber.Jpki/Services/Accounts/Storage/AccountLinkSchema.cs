using MyNumber.Numbering.Storage;

namespace MyNumber.Jpki.Services.Accounts.Storage;

/// <summary>The tables of <see cref="SqlAccountLinkStore"/> (DDL), as text for a dialect.</summary>
/// <remarks>Account references and certificate handles (シリアル番号) are plain in the tables: whoever reads the database has them. The database's own rights and its encryption at rest guard them.</remarks>
public static class AccountLinkSchema
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
            .. SchemaText.Table(dialect, "account_history", "account", "account varchar(128) not null, lines bigint not null"),
            .. SchemaText.Table(dialect, "account_link", "account, purpose", $"account varchar(128) not null, purpose smallint not null, identity {bytes} not null"),
            .. SchemaText.Table(dialect, "account_certificate", "identity", $"identity {bytes} not null, account varchar(128) not null, purpose smallint not null"),
            .. SchemaText.Table(dialect, "account_event", "account, line",
                $"account varchar(128) not null, line bigint not null, purpose smallint not null, identity {bytes} not null, begins smallint not null, cause smallint not null, made_at bigint not null"),
        ];
    }
}
