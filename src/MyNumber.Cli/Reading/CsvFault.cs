namespace MyNumber.Cli.Reading;

/// <summary>Why a row of CSV has no field to look at.</summary>
internal enum CsvFault
{
    None = 0,

    /// <summary>Fewer columns than the one asked for.</summary>
    MissingColumn,

    /// <summary>A quotation mark inside an unquoted field, or text after a closing one.</summary>
    StrayQuote,

    /// <summary>A quoted field does not end before the row's ceiling or the end of the file.</summary>
    UnclosedQuote,

    /// <summary>The row is longer than 65,536 bytes.</summary>
    RowTooLong,
}
