namespace MyNumber.Jpki.Linting;

/// <summary>Whether a field or extension must be there.</summary>
public enum RulePresence
{
    /// <summary>It must be there.</summary>
    Required,

    /// <summary>It may be there.</summary>
    Optional,

    /// <summary>It must not be there.</summary>
    Forbidden,
}
