namespace MyNumber.Linkage.Residents;

/// <summary>What became of a question for identity information.</summary>
public enum IdentityOutcome
{
    /// <summary>Nothing was asked; the value of <see langword="default"/>.</summary>
    None = 0,

    /// <summary>Exactly one person was found, and what was asked for was given.</summary>
    Provided = 1,

    /// <summary>Nobody has the number or all four attributes.</summary>
    NotFound = 2,

    /// <summary>More than one person has all four attributes; none is given.</summary>
    Several = 3,

    /// <summary>An attribute of the question is missing or says nothing, so that fewer than four would be compared.</summary>
    Incomplete = 4,

    /// <summary>No rule names this agency and affair.</summary>
    NoRule = 5,

    /// <summary>A rule names them, and its period is over or has not begun.</summary>
    RuleNotInForce = 6,

    /// <summary>A rule is in force, and does not allow all that was asked for.</summary>
    ItemsNotAllowed = 7,

    /// <summary>The operator may not act in this affair now.</summary>
    OperatorRefused = 8,

    /// <summary>The operator's agency is not in the directory now.</summary>
    UnknownAgency = 9,
}
