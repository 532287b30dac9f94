namespace MyNumber.Jpki.Linting;

/// <summary>One row of a profile (プロファイルの一項目): what one field or extension must be, who says so and how sure that is.</summary>
/// <remarks>Immutable. Change a row with <see langword="with"/> and put it into a set by <see cref="ProfileRuleSet.With"/>; the linter follows the row.</remarks>
public sealed record ProfileRule
{
    /// <summary>Stable name, for example <c>JPKI-SIGN-KU</c>. What follows the second hyphen is the <see cref="Topic"/>, by which the check is chosen.</summary>
    public required string Clause { get; init; }

    /// <summary>Where it applies, as a path of ASN.1 names.</summary>
    public required string Path { get; init; }

    /// <summary>The extension's OID, dotted, when the row is about the presence of one; otherwise <see langword="null"/>.</summary>
    public string? Extension { get; init; }

    /// <summary>Whether it must be there.</summary>
    public RulePresence Presence { get; init; } = RulePresence.Required;

    /// <summary>How the extension must be marked.</summary>
    public RuleCriticality Criticality { get; init; }

    /// <summary>The extension's place on the wire among those of the profile, from 1; <see langword="null"/> when its place is not judged.</summary>
    public int? Order { get; init; }

    /// <summary>The exact value or the shape in machine form; the notation of each topic is in docs/jpki/profile.md. <see langword="null"/> when any value will do.</summary>
    public string? Value { get; init; }

    /// <summary>What is expected, in English.</summary>
    public required string Expected { get; init; }

    /// <summary>What is expected, in Japanese (期待する内容).</summary>
    public required string ExpectedJapanese { get; init; }

    /// <summary>Standard and clause, or which evidence.</summary>
    public required string Source { get; init; }

    /// <summary>How sure the row is.</summary>
    public RuleConfidence Confidence { get; init; }

    /// <summary>What a breach weighs when the row is sure.</summary>
    public FindingRank Rank { get; init; } = FindingRank.Error;

    /// <summary>With what the verifier refuses a breach; empty when it lets it pass.</summary>
    public IReadOnlyList<VerificationReason> RefusedWith { get; init; } = [];

    /// <summary>The clause without its profile: <c>KU</c> of <c>JPKI-SIGN-KU</c>.</summary>
    public string Topic => Clause.Split('-', 3) is [_, _, string topic] ? topic : Clause;

    /// <summary>What a breach weighs: an error where the verifier refuses it, otherwise no more than the row's confidence allows.</summary>
    public FindingRank EffectiveRank => (RefusedWith.Count, Confidence, Rank) switch
    {
        ( > 0, _, _) => FindingRank.Error,
        (_, RuleConfidence.Unknown, not FindingRank.Notice) => FindingRank.NotKnown,
        (_, RuleConfidence.SingleSource or RuleConfidence.Inferred, FindingRank.Error) => FindingRank.Warning,
        _ => Rank,
    };
}
