namespace MyNumber.Cli.Numbers;

/// <summary>What can be said of a value; in JSON the names begin with a small letter.</summary>
internal enum CheckOutcome
{
    /// <summary>It breaks a rule.</summary>
    Invalid = 0,

    /// <summary>What outsiders observed speaks against it; no published rule does.</summary>
    Implausible,

    /// <summary>The shape is right, and no published rule says more.</summary>
    Plausible,

    /// <summary>The shape is right; the kind has no check digit, so a wrong digit cannot be seen.</summary>
    WellFormed,

    /// <summary>Shape and check digit are right.</summary>
    Valid,
}
