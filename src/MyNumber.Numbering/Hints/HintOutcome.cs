namespace MyNumber.Numbering.Hints;

/// <summary>What a hint says. There is no valid: the identifiers here have no published rule.</summary>
public enum HintOutcome
{
    /// <summary>The text has another length or other characters.</summary>
    NotThisShape = 0,

    /// <summary>The shape fits and what outsiders observed does not. Never a reason to refuse by itself.</summary>
    Implausible,

    /// <summary>Nothing speaks against it.</summary>
    Plausible,
}
