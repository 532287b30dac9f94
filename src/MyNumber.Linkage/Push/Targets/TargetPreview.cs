using System.Collections.Immutable;

namespace MyNumber.Linkage.Push.Targets;

/// <summary>The count before anything is sent (予行), with its explanation. It names nobody.</summary>
/// <param name="Examined">How many people of the body have a code and were looked at.</param>
/// <param name="Matched">How many meet every condition.</param>
/// <param name="Steps">What each condition did, in their order.</param>
public sealed record TargetPreview(int Examined, int Matched, ImmutableArray<TargetStep> Steps);
