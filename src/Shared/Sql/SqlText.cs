using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using MyNumber.Numbering.Storage;

namespace MyNumber.Sql;

/// <summary>Statements and parameters of a dialect. Texts of repeated statements are kept.</summary>
internal sealed class SqlText(SqlDialect dialect)
{
    private const int MostRows = 1000;

    private readonly ConcurrentDictionary<(string, int), string> _inserts = new();

    /// <summary>How many rows of a table one statement writes.</summary>
    public int RowsPerInsert(int columns) => Math.Clamp(dialect.MostParameters / columns, 1, MostRows);

    /// <summary>How many keys one statement asks for.</summary>
    public int KeysPerQuery => Math.Min(dialect.MostParameters - 1, MostRows);

    /// <summary>A statement that writes rows and passes over those whose key is there already.</summary>
    public string Insert<TRow>(string table, SqlColumn<TRow>[] columns, int rows) => _inserts.GetOrAdd((table, rows), _ =>
    {
        StringBuilder text = new($"insert into {table} ({string.Join(", ", columns.Select(column => column.Name))}) values ");
        for (int row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (").Append(Marks(row * columns.Length, columns.Length)).Append(')');
        }

        return text.Append(" on conflict do nothing").ToString();
    });

    /// <summary>Parameter marks from a place on, with commas.</summary>
    public string Marks(int first, int count) => string.Join(", ", Enumerable.Range(first, count).Select(Mark));

    /// <summary>The mark of one parameter.</summary>
    public string Mark(int index) => dialect.ParameterMark + (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds the next parameter.</summary>
    public void Bind(DbCommand command, DbType type, object value)
    {
        DbParameter parameter = command.CreateParameter();
        if (dialect.NamesParameters)
        {
            parameter.ParameterName = Mark(command.Parameters.Count);
        }

        parameter.DbType = type;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
