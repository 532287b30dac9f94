using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>A disaster in the area of a body, which wakes the rules of <see cref="RulePurpose.Disaster"/> for it and its organs.</summary>
/// <param name="Body">The body.</param>
/// <param name="Period">From when until when.</param>
public readonly record struct DisasterNotice(AgencyId Body, ValidPeriod Period);
