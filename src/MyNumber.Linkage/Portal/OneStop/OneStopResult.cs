namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>The answer to a step.</summary>
/// <param name="Outcome">What became of the step.</param>
/// <param name="Application">The application as it is now; <see langword="null"/> when the caller does not get to see one.</param>
public sealed record OneStopResult(OneStopOutcome Outcome, PortalApplication? Application = null);
