using MyNumber.Linkage.Core.Residents;

namespace MyNumber.Linkage.Core.Imports;

/// <summary>Finds rows whose attributes fit the number of a neighbouring row, as after a column slipped by one row (the wrong registrations of 2023).</summary>
internal static class ShiftDetector
{
    private static readonly int[] _neighbours = [-1, 1];

    public static async ValueTask<RowFinding[]> MarkAsync(
        IResidentCodeLookup residents, IReadOnlyList<ImportRow> rows, RowFinding[] findings, CancellationToken cancellationToken)
    {
        (int Row, int Shift)[] pairs = [.. findings.Where(MaySlip).SelectMany(finding => _neighbours.Select(shift => (finding.Row, shift)))
            .Where(pair => pair.Row + pair.shift >= 0 && pair.Row + pair.shift < rows.Count)];
        ResidentQuery[] crossed = [.. pairs.Select(pair => new ResidentQuery(rows[pair.Row + pair.Shift].Query.Number, rows[pair.Row].Query.Attributes))];
        IReadOnlyList<ResidentAnswer> answers = await residents.LookUpAsync(crossed, cancellationToken).ConfigureAwait(false);
        RowFinding[] marked = [.. findings];
        for (int index = pairs.Length - 1; index >= 0; index--)
        {
            if (answers[index].Outcome == ResidentOutcome.Found)
            {
                marked[pairs[index].Row] = marked[pairs[index].Row].ShiftedBy(pairs[index].Shift);
            }
        }

        return marked;
    }

    /// <summary>A row whose own number fits has not slipped, whoever else has that number.</summary>
    private static bool MaySlip(RowFinding finding) => finding.Outcome is RowOutcome.Mismatch or RowOutcome.NotFound || finding.Fields.Count > 0;
}
