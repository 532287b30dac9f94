namespace MyNumber.CardFuzz;

/// <summary>What must be presented before a card says something.</summary>
[Flags]
public enum CardSecrets
{
    /// <summary>Nothing opens it.</summary>
    None = 0,

    Login = 1,

    Signature = 2,

    InputSupport = 4,

    MatchingA = 8,

    MatchingB = 16,

    BirthDate = 32,

    Residence = 64,

    FreeArea = 128,

    All = 255,
}
