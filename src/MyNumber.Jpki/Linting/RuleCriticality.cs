namespace MyNumber.Jpki.Linting;

/// <summary>How an extension must be marked (RFC 5280 §4.2).</summary>
public enum RuleCriticality
{
    /// <summary>The row is no extension, or either mark is right.</summary>
    NotJudged,

    /// <summary>Critical (重要).</summary>
    Critical,

    /// <summary>Not critical.</summary>
    NonCritical,
}
