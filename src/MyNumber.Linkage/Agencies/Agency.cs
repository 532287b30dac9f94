namespace MyNumber.Linkage.Agencies;

/// <summary>One body that inquires or provides (情報照会者, 情報提供者), as it is during one period.</summary>
/// <remarks>Immutable. A body that changes its name or its parent has several entries whose periods do not overlap. Permission is checked on the agency; codes are derived for its <see cref="CodeHolder"/>.</remarks>
public sealed record Agency
{
    /// <summary>The number.</summary>
    public required AgencyId Id { get; init; }

    /// <summary>The name, as shown to citizens.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of body it is.</summary>
    public required AgencyKind Kind { get; init; }

    /// <summary>The law that makes it an inquirer or provider, in words of the user.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>From when until when this entry holds.</summary>
    public required ValidPeriod Period { get; init; }

    /// <summary>The body of which this is an organ (教育委員会 of a city), or empty.</summary>
    public AgencyId Parent { get; init; }

    /// <summary>The body itself, or the one of which this is an organ.</summary>
    public AgencyId Body => Parent.IsEmpty ? Id : Parent;

    /// <summary>Number and kind.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Kind} {Id}";
}
