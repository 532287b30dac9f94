using System.Data;
using System.Data.Common;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;

namespace MyNumber.Linkage.Storage.Bodies;

/// <summary>The statements over the table of spaces.</summary>
internal sealed class BodyStatements(SqlText text)
{
    private static readonly SqlColumn<(AgencyId Body, BodyRow Row)>[] _columns =
    [
        new("body", DbType.Int32, entry => entry.Body.Value),
        new("kind", DbType.Int16, entry => (short)entry.Row.Key.Table),
        new("tag", DbType.Binary, entry => SqlBytes.Of(entry.Row.Key.Tag)),
        new("version", DbType.Int64, entry => entry.Row.Version),
        new("sealed", DbType.Binary, entry => SqlBytes.Of(entry.Row.Sealed)),
    ];

    private readonly string _key = $"body = {text.Mark(0)} and kind = {text.Mark(1)} and tag = {text.Mark(2)}";

    /// <summary>How many rows one statement writes.</summary>
    public int MostRows { get; } = text.RowsPerInsert(_columns.Length);

    /// <summary>Puts a row where none is.</summary>
    public string Insert { get; } = text.Insert("body_row", _columns, 1);

    public string Find => $"select version, sealed from body_row where {_key}";

    public string Delete => $"delete from body_row where {_key}";

    public string Replace { get; } =
        $"update body_row set version = {text.Mark(3)}, sealed = {text.Mark(4)} where body = {text.Mark(0)} and kind = {text.Mark(1)} and tag = {text.Mark(2)}";

    /// <summary>Puts rows, where the one that is there has a lower version.</summary>
    public string Raise(int rows) => text.Insert(
        "body_row",
        _columns,
        rows,
        "(body, kind, tag) do update set version = excluded.version, sealed = excluded.sealed where body_row.version < excluded.version");

    /// <summary>Body, table and ceiling come first among the parameters, then a range of versions, then the place.</summary>
    public string List(bool isFirst, bool hasVersions)
    {
        string versions = hasVersions ? $" and version >= {text.Mark(3)} and version <= {text.Mark(4)}" : string.Empty;
        string place = isFirst ? string.Empty : $" and tag > {text.Mark(hasVersions ? 5 : 3)}";
        return $"select tag, version, sealed from body_row where body = {text.Mark(0)} and kind = {text.Mark(1)}{versions}{place} order by tag limit {text.Mark(2)}";
    }

    public static (DbType Type, object Value)[] KeyOf(AgencyId body, BodyRowKey key) =>
        [(DbType.Int32, body.Value), (DbType.Int16, (short)key.Table), (DbType.Binary, SqlBytes.Of(key.Tag))];

    public static IEnumerable<(DbType Type, object Value)> RowOf(AgencyId body, BodyRow row) => _columns.Select(column => (column.Type, column.Value((body, row))));

    /// <summary>Reads what <see cref="List"/> selects.</summary>
    public static BodyRow Read(DbDataReader reader, BodyTable table) =>
        new(new BodyRowKey(table, SqlBytes.ReadWide(reader, 0)), reader.GetInt64(1), SqlBytes.Read(reader, 2));
}
