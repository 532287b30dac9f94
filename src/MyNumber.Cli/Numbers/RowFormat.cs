namespace MyNumber.Cli.Numbers;

/// <summary>How issued rows are written.</summary>
internal enum RowFormat
{
    /// <summary>A row on a line, columns parted by a tabulator.</summary>
    Lines = 0,

    /// <summary>CSV with a header.</summary>
    Csv,

    /// <summary>One JSON object on a line.</summary>
    Json,
}
