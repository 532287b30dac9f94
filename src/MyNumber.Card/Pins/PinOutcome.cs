namespace MyNumber.Card.Pins;

/// <summary>How a PIN attempt ended.</summary>
public enum PinOutcome
{
    /// <summary>No attempt; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>The PIN is right and the reference is open.</summary>
    Verified = 1,

    /// <summary>The PIN is wrong; a try was spent.</summary>
    WrongPin = 2,

    /// <summary>No try is left, by this attempt or from before. Only the municipal office unblocks it.</summary>
    Blocked = 3,

    /// <summary>One try is left and the caller did not choose to spend it. Nothing was spent.</summary>
    RefusedLastTry = 4,

    /// <summary>The PIN cannot be right by its form. Nothing was sent to the card, nothing was spent.</summary>
    MalformedPin = 5,
}
