namespace MyNumber.Linkage.Core.Imports;

/// <summary>What became of applying a file.</summary>
public enum ImportOutcome
{
    /// <summary>Nothing was done; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>Every row that was found new has its code.</summary>
    Applied = 1,

    /// <summary>The report is not of these rows, not for this holder, or not of this desk.</summary>
    OtherRows = 2,

    /// <summary>Rows slipped against numbers.</summary>
    Shifted = 3,

    /// <summary>The residents' network answers otherwise than at the dry run; look at a new one.</summary>
    Stale = 4,
}
