using System.Data;
using System.Data.Common;

namespace MyNumber.Jpki.Authority.Status.Storage;

/// <summary>One table of entries' contents: how rows are written and read.</summary>
internal sealed class RegisterTable<T>
{
    private readonly string _name;
    private readonly SqlColumn<RegisterRow<T>>[] _columns;
    private readonly Func<DbDataReader, T> _read;
    private readonly string _names;

    /// <summary>Reads begin with the columns of the item, in their order; place and line come after them.</summary>
    public RegisterTable(string name, (string Name, DbType Type, Func<T, object> Value)[] columns, Func<DbDataReader, T> read)
    {
        _name = name;
        _read = read;
        _columns =
        [
            .. columns.Select(column => new SqlColumn<RegisterRow<T>>(column.Name, column.Type, row => column.Value(row.Item))),
            new("position", DbType.Int64, row => row.Position),
            new("line", DbType.Int32, row => row.Line),
        ];
        _names = string.Join(", ", _columns.Select(column => column.Name));
    }

    /// <summary>Writes rows; <see langword="false"/> when a key is there already.</summary>
    public ValueTask<bool> WriteAsync(SqlSession session, long position, IReadOnlyList<T> items, CancellationToken cancellationToken) =>
        items.Count == 0 ? ValueTask.FromResult(true) : RowWriter.InsertAllAsync(session, _name, _columns, RegisterRow<T>.Of(position, items), cancellationToken);

    /// <summary>The items of some entries, by entry and in their order.</summary>
    public async ValueTask<ILookup<long, T>> ReadAsync(SqlSession session, long after, long last, CancellationToken cancellationToken)
    {
        int place = _columns.Length - 2;
        List<(long Position, T Item)> rows = await session.QueryAsync(
            $"select {_names} from {_name} where position > {session.Text.Mark(0)} and position <= {session.Text.Mark(1)} order by position, line",
            [(DbType.Int64, after), (DbType.Int64, last)],
            reader => (reader.GetInt64(place), _read(reader)),
            cancellationToken).ConfigureAwait(false);
        return rows.ToLookup(row => row.Position, row => row.Item);
    }
}
