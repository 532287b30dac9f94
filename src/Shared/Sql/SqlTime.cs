using System.Data.Common;

namespace MyNumber.Sql;

/// <summary>Times as milliseconds since 1970-01-01 UTC.</summary>
internal static class SqlTime
{
    public static object Of(DateTimeOffset? time) => time is { } at ? at.ToUnixTimeMilliseconds() : DBNull.Value;

    public static DateTimeOffset? Read(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
}
