using MyNumber.Numbering.Storage;

namespace MyNumber.Jpki.Authority.Status.Storage;

/// <summary>The tables of <see cref="SqlCertificateRegister"/> (DDL), as text for a dialect.</summary>
/// <remarks>Serials and, in signature certificates, the four attributes are plain in the tables: whoever reads the database has them. Private keys are nowhere in it.</remarks>
public static class RegisterSchema
{
    private const string Place = "place_code varchar(5) not null, place_prefecture varchar(100) not null, place_name varchar(100) not null";

    /// <summary>The statements that make the tables where they are missing; running them again does no harm.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <returns>Statements, to be run in this order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public static IReadOnlyList<string> Statements(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        string bytes = dialect.BinaryType, text = dialect.TextType;
        return
        [
            .. SchemaText.Table(dialect, "authority_entry", "position", "position bigint not null, made_at bigint not null"),
            .. SchemaText.Table(dialect, "authority_generation", "purpose, number",
                $"purpose smallint not null, number integer not null, serial bigint not null, began_at bigint not null, certificate {bytes} not null, position bigint not null, line integer not null"),
            .. SchemaText.Table(dialect, "authority_certificate", "identity",
                $"identity {bytes} not null, issuer {bytes} not null, serial bigint not null, purpose smallint not null, medium smallint not null, policy {text} not null, cps {text} not null, "
                + $"key_usage integer not null, purposes {text} not null, names_ocsp smallint not null, may_be_lifted smallint not null, {Place}, begins_at bigint not null, "
                + $"ends_at bigint not null, encoded {bytes} not null, position bigint not null, line integer not null"),
            .. SchemaText.Table(dialect, "authority_status", "position, line",
                $"position bigint not null, line integer not null, identity {bytes} not null, made_at bigint not null, state smallint not null, reason smallint not null, since_at bigint not null"),
            .. SchemaText.Table(dialect, "authority_link", "position, line",
                $"position bigint not null, line integer not null, kind smallint not null, origin {bytes} not null, target {bytes} not null"),
            .. SchemaText.Table(dialect, "authority_application", "id, position",
                $"id varchar(23) not null, position bigint not null, line integer not null, kind smallint not null, stage smallint not null, {Place}, card_expiry integer not null, "
                + $"replaces varchar(23), card varchar(23), signature {bytes}, authentication {bytes}"),
            .. SchemaText.Table(dialect, "authority_event", "position, line",
                "position bigint not null, line integer not null, id varchar(23) not null, made_at bigint not null, step smallint not null, refusal smallint not null, reason smallint"),
            .. SchemaText.Table(dialect, "authority_list", "purpose, generation, scope, number",
                $"purpose smallint not null, generation integer not null, scope varchar(5) not null, number bigint not null, this_update bigint not null, next_update bigint not null, "
                + $"encoded {bytes} not null, position bigint not null, line integer not null",
                spread: "scope"),
            .. new[] { "certificate", "application", "list" }.Select(table => $"create index if not exists authority_{table}_position on authority_{table} (position)"),
            "create index if not exists authority_status_identity on authority_status (identity)",
            "create index if not exists authority_event_id on authority_event (id)",
        ];
    }
}
