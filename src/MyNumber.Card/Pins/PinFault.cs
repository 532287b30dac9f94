namespace MyNumber.Card.Pins;

/// <summary>Why a PIN cannot be right, seen without asking the card.</summary>
public enum PinFault
{
    /// <summary>Nothing is wrong with its form.</summary>
    None = 0,

    /// <summary>Fewer characters than the policy asks for.</summary>
    TooShort = 1,

    /// <summary>More characters than the policy allows.</summary>
    TooLong = 2,

    /// <summary>A character outside the policy's set.</summary>
    ForbiddenCharacter = 3,

    /// <summary>No letter, where one is required.</summary>
    NeedsLetter = 4,

    /// <summary>No digit, where one is required.</summary>
    NeedsDigit = 5,
}
