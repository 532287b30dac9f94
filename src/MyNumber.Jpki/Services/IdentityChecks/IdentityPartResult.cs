namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>The answer about one half of the check.</summary>
/// <remarks>Immutable.</remarks>
public sealed class IdentityPartResult
{
    internal IdentityPartResult(IdentityPart part, IdentityCheckOutcome outcome, IReadOnlyList<IdentityRule> rules, IReadOnlyList<IdentityCondition> open)
    {
        Part = part;
        Outcome = outcome;
        Rules = rules;
        OpenConditions = open;
    }

    /// <summary>Which half.</summary>
    public IdentityPart Part { get; }

    /// <summary>The outcome.</summary>
    public IdentityCheckOutcome Outcome { get; }

    /// <summary>When sufficient: the one rule that is satisfied. When undetermined: those that would be if the open conditions are true; none when the table has no rule for the situation or day.
    /// When insufficient: every rule that could be satisfied, which is what is missing.</summary>
    public IReadOnlyList<IdentityRule> Rules { get; }

    /// <summary>The circumstances that somebody must find out; empty unless undetermined.</summary>
    public IReadOnlyList<IdentityCondition> OpenConditions { get; }

    /// <summary>Part and outcome.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"{Part}: {Outcome}";
}
