using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Residents;

/// <summary>The table of <see cref="SqlIdentityLog"/> (DDL), as text for a dialect.</summary>
/// <remarks>A note is unique by request and place in it. Partitions go by request.</remarks>
public static class IdentityLogSchema
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
            .. SchemaText.Table(
                dialect,
                "identity_note",
                "request, place",
                $"request {bytes} not null, place integer not null, noted_at bigint not null, agency integer not null, operator text not null, affair text not null, items smallint not null, outcome smallint not null, rule text not null, person {bytes}"),
            "create index if not exists identity_note_person on identity_note (person, request, place)",
        ];
    }
}
