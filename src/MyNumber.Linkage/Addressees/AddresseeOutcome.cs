namespace MyNumber.Linkage.Addressees;

/// <summary>What an addressee book did, or why it did nothing.</summary>
public enum AddresseeOutcome
{
    /// <summary>Nothing was asked; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The person is there.</summary>
    Found = 1,

    /// <summary>The person was not there and has an addressee number now.</summary>
    Added = 2,

    /// <summary>The individual number was changed (番号変更).</summary>
    Changed = 3,

    /// <summary>Two addressees are one person; the one leads to the other. For a look-up: the addressee asked for is the one that leads to another.</summary>
    Merged = 4,

    /// <summary>All is as it was asked for; nothing was written.</summary>
    AlreadyDone = 5,

    /// <summary>Nobody here has this number or addressee number.</summary>
    Unknown = 6,

    /// <summary>The individual number was somebody's and is not in force any more; it finds and adds nobody.</summary>
    FormerNumber = 7,

    /// <summary>The new individual number is or was another addressee's. When it is in force, the result names that addressee, for a clerk who may merge the two.</summary>
    NumberIsTaken = 8,

    /// <summary>The individual number that is to stay is neither addressee's.</summary>
    NumberIsNotTheirs = 9,
}
