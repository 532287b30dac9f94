using MyNumber.Numbering.Storage;

namespace MyNumber.Jpki.Services.Consents.Storage;

/// <summary>The table of <see cref="SqlConsentStore"/> (DDL), as text for a dialect.</summary>
/// <remarks>
/// No certificate and none of the four attributes is in it. Account reference, certificate handle (シリアル番号), signed text and signature value are plain: whoever reads the database has them. The database's own
/// rights and its encryption at rest guard them.
/// </remarks>
public static class ConsentSchema
{
    /// <summary>The statements that make the table where it is missing; running them again does no harm.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <returns>Statements, to be run in this order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dialect"/> is null.</exception>
    public static IReadOnlyList<string> Statements(SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        string bytes = dialect.BinaryType;
        return
        [
            .. SchemaText.Table(dialect, "consent", "id",
                $"id varchar({SqlConsentStore.MaximumIdLength}) not null, account varchar(128) not null, service varchar(200) not null, given_at bigint not null, holder {bytes} not null, content {bytes} not null, "
                + $"signed_attributes {bytes} not null, signature {bytes} not null, reflected_on integer, revoked_at bigint"),
        ];
    }
}
