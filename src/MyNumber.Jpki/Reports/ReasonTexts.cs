using System.Collections.Frozen;

namespace MyNumber.Jpki.Reports;

/// <summary>The words for all reasons, as data.</summary>
public static class ReasonTexts
{
    private static readonly FrozenDictionary<VerificationReason, ReasonText> Rows = ReasonTable.Rows.ToFrozenDictionary(row => row.Reason);

    /// <summary>One row for each reason, in the order of their numbers.</summary>
    public static IReadOnlyList<ReasonText> All { get; } = [.. ReasonTable.Rows.OrderBy(row => row.Reason)];

    /// <summary>The words for a reason.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>Its row; for a number that has none, words that say so and the advice to refuse for now.</returns>
    public static ReasonText Find(VerificationReason reason) =>
        Rows.GetValueOrDefault(reason)
        ?? new ReasonText(reason, VerificationOutcome.Undetermined, "説明のない理由", "a reason without words", "refuse for now; look for a newer version", "今は拒否し、新しい版があるか確認する");
}
