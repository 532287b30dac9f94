using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Records;

/// <summary>The table of <see cref="SqlHeadStore"/> (DDL), as text for a dialect.</summary>
/// <remarks>A head is unique by origin and number. Partitions go by number.</remarks>
public static class HeadStoreSchema
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
            .. SchemaText.Table(
                dialect, "log_head", "origin, number", $"origin {dialect.TextType} not null, number bigint not null, head {dialect.BinaryType} not null", spread: "number"),
        ];
    }
}
