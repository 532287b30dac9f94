using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>A head that was not accepted, kept with what it stands against.</summary>
/// <param name="Verdict">Why it was not accepted.</param>
/// <param name="Shown">The head, with its owner's signature where the verdict accuses the owner.</param>
/// <param name="Held">The latest head that was accepted before, or <see langword="null"/>.</param>
public sealed record HeadEvidence(HeadVerdict Verdict, LogHead Shown, LogHead? Held);
