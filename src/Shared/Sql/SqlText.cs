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

    private readonly ConcurrentDictionary<(string, int, string), string> _inserts = new();

    /// <summary>How many rows of a table one statement writes.</summary>
    public int RowsPerInsert(int columns) => Math.Clamp(dialect.MostParameters / columns, 1, MostRows);

    /// <summary>How many keys one statement asks for.</summary>
    public int KeysPerQuery => Math.Min(dialect.MostParameters - 1, MostRows);

    /// <summary>A statement that writes rows and passes over those whose key is there already.</summary>
    public string Insert<TRow>(string table, SqlColumn<TRow>[] columns, int rows) => Insert(table, columns, rows, "do nothing");

    /// <summary>A statement that writes rows, and says what is done where a key is there already.</summary>
    public string Insert<TRow>(string table, SqlColumn<TRow>[] columns, int rows, string onConflict) => _inserts.GetOrAdd((table, rows, onConflict), _ =>
    {
        StringBuilder text = new($"insert into {table} ({string.Join(", ", columns.Select(column => column.Name))}) values ");
        for (int row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (").Append(Marks(row * columns.Length, columns.Length)).Append(')');
        }

        return text.Append(" on conflict ").Append(onConflict).ToString();
    });

    /// <summary>Parameter marks from a place on, with commas.</summary>
    public string Marks(int first, int count) => string.Join(", ", Enumerable.Range(first, count).Select(Mark));

    /// <summary>The mark of one parameter.</summary>
    public string Mark(int index) => dialect.ParameterMark + (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds the next parameter.</summary>
    public void Bind(DbCommand command, DbType type, object value) => Bind(command.Parameters, command.CreateParameter(), type, value);

    /// <summary>Adds the next parameter of one statement of a batch.</summary>
    public void Bind(DbBatchCommand command, DbType type, object value) => Bind(command.Parameters, command.CreateParameter(), type, value);

    private void Bind(DbParameterCollection parameters, DbParameter parameter, DbType type, object value)
    {
        if (dialect.NamesParameters)
        {
            parameter.ParameterName = Mark(parameters.Count);
        }

        parameter.DbType = type;
        parameter.Value = value;
        parameters.Add(parameter);
    }
}
