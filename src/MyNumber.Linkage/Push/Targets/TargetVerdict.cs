namespace MyNumber.Linkage.Push.Targets;

/// <summary>What a condition says of a person.</summary>
public enum TargetVerdict
{
    /// <summary>It is met.</summary>
    Met,

    /// <summary>It is not met.</summary>
    NotMet,

    /// <summary>The body holds no such item of the person, or one that cannot be read as a number or date. It counts as not met.</summary>
    NoData,
}
