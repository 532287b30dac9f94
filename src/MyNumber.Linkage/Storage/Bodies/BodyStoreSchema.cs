using MyNumber.Linkage.Intermediate;
using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Bodies;

/// <summary>The table of <see cref="SqlBodyStore"/> (DDL), as text for a dialect.</summary>
/// <remarks>A row is unique by body, table (<see cref="BodyTable"/>, column <c>kind</c>) and tag. Partitions go by the tag: it is a keyed hash and spreads evenly, however few the bodies.</remarks>
public static class BodyStoreSchema
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
                "body_row",
                "body, kind, tag",
                $"body integer not null, kind smallint not null, tag {bytes} not null, version bigint not null, sealed {bytes} not null",
                spread: "tag"),
        ];
    }
}
