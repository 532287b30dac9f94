namespace MyNumber.Jpki;

/// <summary>The three answers that a verifier can give. They never collapse into two.</summary>
public enum VerificationOutcome
{
    /// <summary>Could not be decided: try again later or ask a person. Never act on it as if valid. The value of <see langword="default"/>.</summary>
    Undetermined = 0,

    /// <summary>Refused, with reasons.</summary>
    Invalid,

    /// <summary>Everything was checked and holds.</summary>
    Valid,
}
