namespace MyNumber.Numbering.Issuing.Entries;

/// <summary>Which unique key an entry ran into.</summary>
public enum CodeEntryConflict
{
    /// <summary>None: the entry is written; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The person has this version already, or lacks the one before it.</summary>
    Version = 1,

    /// <summary>The code is or was borne by somebody, this person included.</summary>
    Code = 2,
}
