namespace MyNumber.Linkage.Core.Imports;

/// <summary>What a dry run found: the difference between what the holder has and what it would get.</summary>
/// <remarks>Immutable. It holds no number, no attribute and no code. The seal ties it to its rows and to the desk that made it.</remarks>
public sealed class ImportReport
{
    private readonly byte[] _seal;

    internal ImportReport(IReadOnlyList<RowFinding> findings, byte[] seal) => (Findings, _seal) = (findings, seal);

    /// <summary>A finding for each row.</summary>
    public IReadOnlyList<RowFinding> Findings { get; }

    /// <summary>The rows whose attributes fit a neighbour's number: rows slipped, or a family member's number was taken.</summary>
    public IEnumerable<RowFinding> Shifted => Findings.Where(finding => finding.Shift != 0);

    /// <summary>Whether rows slipped against numbers. Then nothing of the file is applied, not even the rows that look right.</summary>
    public bool HasShift => Shifted.Any();

    internal ReadOnlySpan<byte> Seal => _seal;

    /// <summary>How many rows have an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>The count.</returns>
    public int Count(RowOutcome outcome) => Findings.Count(finding => finding.Outcome == outcome);

    /// <summary>Counts.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => string.Join(", ", Findings.GroupBy(finding => finding.Outcome).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"));
}
