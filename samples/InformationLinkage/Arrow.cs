namespace InformationLinkage;

/// <summary>One message of the exchange, as the picture shows it.</summary>
/// <param name="From">The lane that sends.</param>
/// <param name="To">The lane that receives.</param>
/// <param name="Label">What it is.</param>
/// <param name="Kind">How it is drawn.</param>
internal readonly record struct Arrow(string From, string To, string Label, ArrowKind Kind);
