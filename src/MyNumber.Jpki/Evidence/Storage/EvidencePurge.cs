namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>The report of a purge. It names entries by their hash and nobody.</summary>
/// <param name="Purged">The entries that were removed, those of a purge that broke off among them.</param>
/// <param name="InPeriod">How many stay because their contract runs or ended less than the period ago.</param>
/// <param name="OnHold">How many stay because of a legal hold though their period is over.</param>
/// <param name="NotRemoved">The entries that are purged in the journal and lie in the vault yet: the medium refused to remove them, or a legal hold began since. The next purge tries again.</param>
public sealed record EvidencePurge(IReadOnlyList<string> Purged, int InPeriod, int OnHold, IReadOnlyList<string> NotRemoved);
