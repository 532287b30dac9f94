namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>Names one delegation. It opens nothing by itself.</summary>
/// <param name="Value">A UUID of version 7.</param>
public readonly record struct DelegationId(Guid Value)
{
    /// <summary>Whether this is <see langword="default"/>.</summary>
    public bool IsEmpty => Value == Guid.Empty;

    /// <summary>The UUID with hyphens.</summary>
    /// <returns>36 characters.</returns>
    public override string ToString() => Value.ToString("D");
}
