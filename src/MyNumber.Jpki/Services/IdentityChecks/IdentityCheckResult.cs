namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>The answer about an identity check: both halves and what they come to.</summary>
/// <remarks>Immutable. It names documents and rules and nobody, so it may stand in a record.</remarks>
public sealed class IdentityCheckResult
{
    internal IdentityCheckResult(IdentityPartResult number, IdentityPartResult person)
    {
        Number = number;
        Person = person;
    }

    /// <summary>The number check (番号確認).</summary>
    public IdentityPartResult Number { get; }

    /// <summary>The identity check (身元確認).</summary>
    public IdentityPartResult Person { get; }

    /// <summary>Sufficient when both are; insufficient when one is; otherwise undetermined. A number alone is never sufficient (法16).</summary>
    public IdentityCheckOutcome Outcome =>
        Number.Outcome == IdentityCheckOutcome.Insufficient || Person.Outcome == IdentityCheckOutcome.Insufficient ? IdentityCheckOutcome.Insufficient
        : Number.Outcome == IdentityCheckOutcome.Sufficient && Person.Outcome == IdentityCheckOutcome.Sufficient ? IdentityCheckOutcome.Sufficient
        : IdentityCheckOutcome.Undetermined;

    /// <summary>The explanation in Japanese, one line for each statement: rule, clause and source.</summary>
    /// <returns>The lines.</returns>
    public IReadOnlyList<string> ExplainInJapanese() => IdentityExplanation.Japanese(this);

    /// <summary>The explanation in English, one line for each statement: rule, clause and source.</summary>
    /// <returns>The lines.</returns>
    public IReadOnlyList<string> ExplainInEnglish() => IdentityExplanation.English(this);

    /// <summary>Outcome and both halves.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"{Outcome} ({Number}, {Person})";
}
