using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>A provider's notice that it does not provide for affairs under an ordinance (番号法 26条). Provisions under a law are not touched by it.</summary>
/// <param name="Provider">Who gave the notice.</param>
/// <param name="Period">From when until when.</param>
/// <param name="Inquirer">Against whom; empty for all.</param>
/// <param name="ItemSet">About which set; empty for all.</param>
public readonly record struct OrdinanceRestriction(AgencyId Provider, ValidPeriod Period, AgencyId Inquirer = default, ItemSetId ItemSet = default);
