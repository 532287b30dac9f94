namespace MyNumber.Jpki.Services.IdentityChecks;

/// <summary>One row of the table: which documents, how many, under which conditions, in which situations, between which days.</summary>
/// <remarks>Immutable. The law moves: give <see cref="IdentityRules"/> rows of your own.</remarks>
public sealed record IdentityRule
{
    /// <summary>The row's name, such as <c>番号④ア</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Which half of the check it satisfies.</summary>
    public required IdentityPart Part { get; init; }

    /// <summary>The documents that count for it; empty for a rule without documents.</summary>
    public IReadOnlyList<IdentityDocument> Documents { get; init; } = [];

    /// <summary>How many of them are needed, each another document; 0 for a rule without documents.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What must be true besides.</summary>
    public IReadOnlyList<IdentityCondition> Conditions { get; init; } = [];

    /// <summary>In which situations it holds.</summary>
    public IReadOnlyList<IdentitySituation> Situations { get; init; } = [IdentitySituation.InPerson, IdentitySituation.ByPost];

    /// <summary>First day in Japan, inclusive; <see langword="null"/> for no beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day in Japan, inclusive; <see langword="null"/> for no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The clause, as Japanese texts cite it: 法 the Number Act (番号法), 令 its order, 則 its enforcement rules.</summary>
    public required string Clause { get; init; }

    /// <summary>The rule in Japanese.</summary>
    public required string Japanese { get; init; }

    /// <summary>The rule in English.</summary>
    public required string English { get; init; }

    /// <summary>Where the row and its days come from, and how sure that is.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the row is in force on a day in Japan.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it is.</returns>
    public bool IsInForceOn(DateOnly day) => (From is null || day >= From) && (Until is null || day <= Until);
}
