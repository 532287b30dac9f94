using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Core.Imports;

/// <summary>What a dry run found in a row: names of attributes, never their values.</summary>
public sealed class RowFinding
{
    internal RowFinding(int row, RowOutcome outcome, IReadOnlyList<PersonAttribute> fields, int shift = 0) => (Row, Outcome, Fields, Shift) = (row, outcome, fields, shift);

    /// <summary>The row, from 0.</summary>
    public int Row { get; }

    /// <summary>What it is.</summary>
    public RowOutcome Outcome { get; }

    /// <summary>The attributes that are not the same.</summary>
    public IReadOnlyList<PersonAttribute> Fields { get; }

    /// <summary>Where the number lies that fits this row's attributes: −1 for the row before, 1 for the row behind, 0 for neither.</summary>
    public int Shift { get; }

    /// <summary>Row and outcome.</summary>
    /// <returns>One line.</returns>
    public override string ToString() =>
        $"row {Row}: {Outcome}{(Fields.Count == 0 ? "" : $" ({string.Join(", ", Fields)})")}{(Shift == 0 ? "" : Shift < 0 ? ", fits the number of the row before" : ", fits the number of the row behind")}";

    internal RowFinding ShiftedBy(int shift) => new(Row, Outcome, Fields, shift);
}
