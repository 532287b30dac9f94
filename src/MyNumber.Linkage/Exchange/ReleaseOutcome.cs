namespace MyNumber.Linkage.Exchange;

/// <summary>What became of releasing an answer.</summary>
public enum ReleaseOutcome
{
    /// <summary>Released and taken by the core.</summary>
    Released,

    /// <summary>The permit ran out, or the core ended the inquiry before.</summary>
    TooLate,

    /// <summary>The operator does not work in the affair.</summary>
    OperatorNotAllowed,

    /// <summary>No such inquiry came here.</summary>
    Unknown,
}
