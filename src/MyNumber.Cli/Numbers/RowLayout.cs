namespace MyNumber.Cli.Numbers;

/// <summary>How the rows of a file lie.</summary>
internal enum RowLayout
{
    /// <summary>One number on a line.</summary>
    Lines = 0,

    /// <summary>Records of fixed width.</summary>
    Records,

    /// <summary>One column of a CSV.</summary>
    Csv,

    /// <summary>The published list of corporate numbers (法人番号公表サイト).</summary>
    CorporateList,
}
