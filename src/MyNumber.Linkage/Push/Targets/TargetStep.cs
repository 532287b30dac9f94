namespace MyNumber.Linkage.Push.Targets;

/// <summary>What one condition did to those whom the conditions before it left.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Met">How many meet it.</param>
/// <param name="NotMet">How many do not.</param>
/// <param name="NoData">Of how many the body holds no usable item.</param>
public sealed record TargetStep(TargetCondition Condition, int Met, int NotMet, int NoData);
