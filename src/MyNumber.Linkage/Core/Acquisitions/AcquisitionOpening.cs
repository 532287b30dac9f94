using MyNumber.Linkage.Core.Numbers;

namespace MyNumber.Linkage.Core.Acquisitions;

/// <summary>The answer to asking for an acquisition number.</summary>
/// <param name="Outcome">Done, or why there is no number.</param>
/// <param name="Number">The number, or empty. The core does not keep it; the agency erases it after delivery.</param>
public readonly record struct AcquisitionOpening(AcquisitionOutcome Outcome, AcquisitionNumber Number);
