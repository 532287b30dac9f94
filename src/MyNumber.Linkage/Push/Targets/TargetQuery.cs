using System.Collections.Immutable;

namespace MyNumber.Linkage.Push.Targets;

/// <summary>Whom a notice is for (対象者の条件入力): people of the sending body who meet every condition.</summary>
/// <param name="Conditions">The conditions, one at least: a notice to everybody is not made by leaving them out.</param>
/// <param name="Day">The day in Japan on which ages are counted.</param>
public sealed record TargetQuery(ImmutableArray<TargetCondition> Conditions, DateOnly Day)
{
    /// <summary>Most conditions. The ceiling is ours.</summary>
    public const int MostConditions = 32;

    internal bool IsSound => !Conditions.IsDefaultOrEmpty && Conditions.Length <= MostConditions && Conditions.All(condition => condition is not null);
}
