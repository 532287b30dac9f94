namespace MyNumber.Numbering.Issuing.Entries;

/// <summary>What became of writing a resident record code.</summary>
public enum CodeEntryOutcome
{
    /// <summary>Nothing was done; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>A new code was drawn and written (住民基本台帳法30条の3②).</summary>
    Drawn = 1,

    /// <summary>The person had a code before and keeps the latest (30条の3①).</summary>
    Kept = 2,

    /// <summary>The code was changed at the person's request (30条の4).</summary>
    Changed = 3,

    /// <summary>The pool is exhausted; nothing was written.</summary>
    PoolExhausted = 4,

    /// <summary>The code that the person is said to have had is another person's; nothing was written.</summary>
    HeldByAnother = 5,

    /// <summary>No such person is in the register; nothing was written.</summary>
    UnknownPerson = 6,

    /// <summary>The code to be changed is not the person's present one, for one because it was changed already; nothing was written.</summary>
    NotPresent = 7,
}
