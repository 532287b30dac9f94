namespace MyNumber.Card.Emulation.Issuing;

/// <summary>A rule that holds from a day on, as data.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="From">First day in Japan, or <see langword="null"/> for always.</param>
/// <param name="Value">A number of years, months, hours or cells; 1 where the rule only allows something.</param>
/// <param name="Source">Where it stands, and how sure we are.</param>
public sealed record CardRule(CardRuleKind Kind, DateOnly? From, int Value, string Source);
