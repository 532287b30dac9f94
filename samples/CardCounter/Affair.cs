namespace CardCounter;

/// <summary>An affair of the city (事務) and the fields that its form has.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="UsesNumber">Whether 番号法9条 or an ordinance lets it use the individual number.</param>
/// <param name="Fields">The fields of its form.</param>
internal sealed record Affair(string Name, bool UsesNumber, params AffairField[] Fields);
