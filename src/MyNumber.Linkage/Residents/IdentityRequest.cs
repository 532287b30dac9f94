using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Residents;

/// <summary>A request for identity information (本人確認情報) about one person or many, in one affair.</summary>
public sealed record IdentityRequest
{
    /// <summary>The most questions of a request; ours.</summary>
    public const int MostQuestions = 10_000;

    /// <summary>The affair.</summary>
    public required AffairId Affair { get; init; }

    /// <summary>What is asked for.</summary>
    public required IdentityItems Items { get; init; }

    /// <summary>About whom; one to <see cref="MostQuestions"/>.</summary>
    public required IReadOnlyList<IdentityQuestion> Questions { get; init; }

    /// <summary>The affair and how many questions; nothing of a person.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => FormattableString.Invariant($"identity request in {Affair}, {Questions?.Count ?? 0} questions");
}
