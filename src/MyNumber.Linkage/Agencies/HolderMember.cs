namespace MyNumber.Linkage.Agencies;

/// <summary>An agency that uses the codes of a holder during a period.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Period">From when until when.</param>
public readonly record struct HolderMember(AgencyId Agency, ValidPeriod Period);
