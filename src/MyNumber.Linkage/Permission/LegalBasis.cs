using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>The norm that allows a provision (根拠).</summary>
/// <param name="Kind">Law or ordinance.</param>
/// <param name="Text">Which one, in words of the user; it counts for the version of the matrix.</param>
/// <param name="Body">The body whose ordinance it is; empty for a law.</param>
public sealed record LegalBasis(BasisKind Kind, string Text, AgencyId Body = default);
