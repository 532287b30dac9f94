namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>The report of a purge. It names entries by their hash and nobody.</summary>
/// <param name="Purged">The entries that were removed.</param>
/// <param name="InPeriod">How many stay because their contract runs or ended less than the period ago.</param>
/// <param name="OnHold">How many stay because of a legal hold though their period is over.</param>
public sealed record EvidencePurge(IReadOnlyList<string> Purged, int InPeriod, int OnHold);
