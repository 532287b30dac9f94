using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>A file that breaches the rules of the assessment (特定個人情報保護評価, 番号法 28条): nothing flows into it or out of it.</summary>
/// <param name="Agency">Whose file it is.</param>
/// <param name="IsReceiving">Whether it is the file into which the agency receives, or the one from which it provides.</param>
/// <param name="Period">From when until when.</param>
/// <param name="ItemSet">Which set the file holds; empty for all of the agency's.</param>
public readonly record struct AssessmentBreach(AgencyId Agency, bool IsReceiving, ValidPeriod Period, ItemSetId ItemSet = default);
