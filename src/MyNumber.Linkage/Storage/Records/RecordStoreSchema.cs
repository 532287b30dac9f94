using MyNumber.Numbering.Storage;

namespace MyNumber.Linkage.Storage.Records;

/// <summary>The tables of <see cref="SqlRecordStore"/> (DDL), as text for a dialect.</summary>
/// <remarks>
/// <c>log_size</c> counts the positions of each owner; <c>log_leaf</c> keeps every commitment for ever; <c>log_record</c> keeps record and salt for as long as the law wants them kept.
/// Partitions go by owner, by position and by inquiry.
/// </remarks>
public static class RecordStoreSchema
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
            .. SchemaText.Table(dialect, "log_size", "owner", "owner integer not null, size bigint not null"),
            .. SchemaText.Table(
                dialect, "log_leaf", "owner, position", $"owner integer not null, position bigint not null, commitment {bytes} not null", spread: "position"),
            .. SchemaText.Table(
                dialect,
                "log_record",
                "inquiry, correction, owner",
                $"inquiry {dialect.RequestType} not null, correction integer not null, owner integer not null, position bigint not null, "
                + $"day integer not null, inquirer integer not null, provider integer not null, commitment {bytes} not null, salt {bytes} not null, canonical {bytes} not null"),
            "create index if not exists log_record_day on log_record (owner, day, inquirer, provider, inquiry, correction)",
        ];
    }
}
