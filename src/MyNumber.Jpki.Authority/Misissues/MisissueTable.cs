namespace MyNumber.Jpki.Authority.Misissues;

/// <summary>Certificates of unusual shape and certificates that are wrong, each kind a row: for tests of verifiers.</summary>
/// <remarks>Source of the list: project research notes on JPKI, §9 and §10, and RFC 5280 §4.</remarks>
public static class MisissueTable
{
    /// <summary>All rows: unusual and valid ones first, then wrong ones.</summary>
    public static IReadOnlyList<Misissue> All { get; } =
        [.. ShapeRows.All, .. PeriodRows.All, .. ProfileRows.All, .. PersonRows.All, .. IssuerRows.All, .. EncodingRows.All, .. KeyRows.All];

    /// <summary>One row.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The row, or <see langword="null"/> when there is none.</returns>
    public static Misissue? Find(string name) => All.FirstOrDefault(row => row.Name == name);
}
