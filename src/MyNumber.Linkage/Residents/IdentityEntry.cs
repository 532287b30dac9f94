using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Residents;

/// <summary>The note of one question and its outcome (本人確認情報の提供状況): who, in which affair, when, and what came of it. No attribute and no number is in it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record IdentityEntry
{
    /// <summary>When it was answered, in milliseconds.</summary>
    public required DateTimeOffset At
    {
        get;
        init => field = ValidPeriod.ToMilliseconds(value);
    }

    /// <summary>Which agency asked.</summary>
    public required AgencyId Agency { get; init; }

    /// <summary>Who of it.</summary>
    public required OperatorId Operator { get; init; }

    /// <summary>In which affair.</summary>
    public required AffairId Affair { get; init; }

    /// <summary>What was asked for.</summary>
    public required IdentityItems Items { get; init; }

    /// <summary>What became of it.</summary>
    public required IdentityOutcome Outcome { get; init; }

    /// <summary>The rule that allowed it; empty when none did.</summary>
    public RuleId Rule { get; init; }

    /// <summary>The network's handle of the person whose information was given, so that the person can be told; empty when nothing was given.</summary>
    public Guid Person { get; init; }

    /// <summary>Who, where, when and the outcome, without the person's handle.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => FormattableString.Invariant($"{At:O} {Operator} of agency {Agency} in {Affair}: {Outcome} ({Items})");
}
