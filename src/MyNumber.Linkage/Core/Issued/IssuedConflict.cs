namespace MyNumber.Linkage.Core.Issued;

/// <summary>Which key of the register of issued codes something ran into.</summary>
public enum IssuedConflict
{
    /// <summary>None; it is written. The value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The holder has this code, for this person or another.</summary>
    Code = 1,

    /// <summary>The holder has another code of this person in use.</summary>
    Person = 2,

    /// <summary>The code to be changed or the one that takes its place is not there, or it does not stand as the change expects.</summary>
    State = 3,
}
