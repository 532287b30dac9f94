namespace MyNumber.Cli.Cards.Health;

/// <summary>What came out of one way from the library to a card's PINs.</summary>
/// <param name="Reader">The reader whose card it was, if it came so far.</param>
/// <param name="Failed">The check that failed, if any.</param>
/// <param name="Advice">Cause and remedy.</param>
internal sealed record Finding(string? Reader, HealthCheck? Failed, HealthAdvice? Advice);
