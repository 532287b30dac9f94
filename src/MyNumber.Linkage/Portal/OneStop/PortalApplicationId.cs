namespace MyNumber.Linkage.Portal.OneStop;

/// <summary>Names one application of a person.</summary>
/// <param name="Value">A UUID of version 7.</param>
public readonly record struct PortalApplicationId(Guid Value)
{
    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => Value == Guid.Empty;

    /// <summary>The UUID with hyphens.</summary>
    /// <returns>36 characters.</returns>
    public override string ToString() => Value.ToString("D");

    internal byte[] ToBytes() => Value.ToByteArray(bigEndian: true);
}
