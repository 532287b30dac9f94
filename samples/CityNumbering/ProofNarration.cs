namespace CityNumbering;

/// <summary>A proof as a step.</summary>
internal static class ProofNarration
{
    /// <summary>How many things were looked at, and how many broke the rule.</summary>
    public static void Proof(this Narrator narrator, string claim, long looked, long broken) =>
        narrator.Step($"証明: {claim}", FormattableString.Invariant($"{looked:N0} 件を調べ、違反 {broken:N0} 件"), looked > 0 && broken == 0);
}
