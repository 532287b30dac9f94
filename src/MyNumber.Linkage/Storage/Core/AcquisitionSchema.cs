using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>The table of <see cref="SqlAcquisitions"/> (DDL), as text for a dialect.</summary>
public static class AcquisitionSchema
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
            .. SchemaText.Table(dialect, "acquisition", "number_key",
                $"number_key {bytes} not null, version integer not null, state smallint not null, opened_at bigint not null, changed_at bigint not null, agency integer not null, "
                + $"holder integer not null, route smallint not null, verification smallint not null, fields {bytes} not null, link {bytes}, code {bytes}, waited smallint not null"),
            "create index if not exists acquisition_over on acquisition (changed_at) where state = 6",
        ];
    }
}
