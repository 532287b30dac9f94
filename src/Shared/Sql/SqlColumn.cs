using System.Data;

namespace MyNumber.Sql;

/// <summary>A column, its type, and where its value comes from in a row.</summary>
internal sealed record SqlColumn<TRow>(string Name, DbType Type, Func<TRow, object> Value);
