namespace MyNumber.Jpki.Linting;

/// <summary>One thing that a lint came across. It names clauses and places, never a value of the holder, a serial or a name.</summary>
/// <param name="Clause">The row's clause.</param>
/// <param name="Rank">What it weighs.</param>
/// <param name="Kind">In what way the row is broken.</param>
/// <param name="Confidence">How sure the row is.</param>
/// <param name="Path">Where, as a path of ASN.1 names; positions count from 0.</param>
/// <param name="Offset">Bytes of the input before the place; 0 for what is missing as a whole.</param>
/// <param name="Source">Who says what the row says.</param>
/// <param name="English">What is wrong and what was expected, in English.</param>
/// <param name="Japanese">The same in Japanese.</param>
public sealed record LintFinding(
    string Clause, FindingRank Rank, FindingKind Kind, RuleConfidence Confidence, string Path, int Offset, string Source, string English, string Japanese);
