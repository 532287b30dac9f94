namespace MyNumber.Card.Applications.Surface;

/// <summary>Whether somebody has reached an age.</summary>
public enum AgeAnswer
{
    /// <summary>The birth date is not known well enough; the value of <see langword="default"/>.</summary>
    Unknown = 0,

    /// <summary>The age is reached.</summary>
    Reached = 1,

    /// <summary>The age is not reached.</summary>
    NotReached = 2,
}
