namespace MyNumber.Cli.Numbers;

/// <summary>Makes rows of synthetic numbers: the row of a place is always the same one under a key, and no two places have the same.</summary>
internal interface IRowMaker : IDisposable
{
    /// <summary>The columns, named as in CSV and JSON.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>How many rows there are.</summary>
    long Most { get; }

    /// <summary>Makes the rows of places that follow each other.</summary>
    /// <param name="first">The first place.</param>
    /// <param name="rows">For each place as many characters as <see cref="Widths"/> together, one column after another.</param>
    /// <param name="count">How many places.</param>
    void Make(long first, Span<char> rows, int count);

    /// <summary>Characters of each column.</summary>
    IReadOnlyList<int> Widths { get; }
}
