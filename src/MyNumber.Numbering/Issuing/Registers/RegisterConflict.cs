namespace MyNumber.Numbering.Issuing.Registers;

/// <summary>Which unique key of the register an issue runs into.</summary>
public enum RegisterConflict
{
    /// <summary>None: everything was written. The value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The request was answered before.</summary>
    Request = 1,

    /// <summary>The number was issued before, to anybody.</summary>
    Number = 2,

    /// <summary>Code and count were converted before.</summary>
    CodeAndCounter = 3,

    /// <summary>The number to be replaced is replaced already.</summary>
    Replaced = 4,

    /// <summary>The run does not stand where the batch begins: somebody else is driving it.</summary>
    Checkpoint = 5,
}
