namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>Which unique key of the register an issue runs into.</summary>
public enum RegisterConflict
{
    /// <summary>None: everything was written. The value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The request was answered before.</summary>
    Request = 1,

    /// <summary>Code and count were converted before. A first issue takes every count up to its own, so a code has one first number, also under another key,
    /// and count 0 of every former code, so a person has one.</summary>
    CodeAndCounter = 2,

    /// <summary>The number was issued before, from another code or count: only an older key can have made it.</summary>
    Number = 3,

    /// <summary>The number to be replaced is replaced already.</summary>
    Replaced = 4,

    /// <summary>The run does not stand where the batch begins: somebody else is driving it.</summary>
    Checkpoint = 5,
}
