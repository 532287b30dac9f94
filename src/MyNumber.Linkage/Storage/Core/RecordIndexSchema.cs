using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Core;

/// <summary>The table of <see cref="SqlRecordIndex"/> (DDL), as text for a dialect.</summary>
/// <remarks>An entry is unique by tag and key. Partitions go by tag.</remarks>
public static class RecordIndexSchema
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
            .. SchemaText.Table(dialect, "record_index", "tag, inquiry, correction", $"tag {bytes} not null, inquiry {bytes} not null, correction integer not null"),
            "create index if not exists record_index_key on record_index (inquiry, correction)",
        ];
    }
}
