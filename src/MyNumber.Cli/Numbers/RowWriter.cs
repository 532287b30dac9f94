namespace MyNumber.Cli.Numbers;

/// <summary>Writes rows of digits; no digit needs an escape in any of the formats.</summary>
internal sealed class RowWriter(TextWriter output, RowFormat format, IReadOnlyList<string> columns, IReadOnlyList<int> widths)
{
    public void WriteHeader()
    {
        if (format == RowFormat.Csv)
        {
            output.WriteLine(string.Join(',', columns));
        }
    }

    public void Write(ReadOnlySpan<char> row)
    {
        for (int i = 0; i < widths.Count; i++)
        {
            output.Write(Before(i));
            output.Write(row[..widths[i]]);
            row = row[widths[i]..];
        }

        output.WriteLine(format == RowFormat.Json ? "\"}" : string.Empty);
    }

    private string Before(int column) => (format, column) switch
    {
        (RowFormat.Json, 0) => $"{{\"{columns[0]}\":\"",
        (RowFormat.Json, _) => $"\",\"{columns[column]}\":\"",
        (_, 0) => string.Empty,
        (RowFormat.Csv, _) => ",",
        _ => "\t",
    };
}
