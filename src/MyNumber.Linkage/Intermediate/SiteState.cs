namespace MyNumber.Linkage.Intermediate;

/// <summary>How one of the two sites stands (東西二拠点).</summary>
public enum SiteState
{
    /// <summary>It answered last, and lacks nothing.</summary>
    Current,

    /// <summary>It failed, and the other site keeps what it missed; it is not read until that is caught up.</summary>
    Behind,
}
