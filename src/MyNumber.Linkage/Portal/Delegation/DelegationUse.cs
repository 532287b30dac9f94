using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>One attempt of a delegate, as the principal sees it.</summary>
/// <param name="Delegation">By which delegation.</param>
/// <param name="Function">Which function.</param>
/// <param name="Procedure">Which procedure; empty when the function has none.</param>
/// <param name="At">When.</param>
/// <param name="IsAllowed">Whether the delegate got in.</param>
public readonly record struct DelegationUse(DelegationId Delegation, PortalFunction Function, ProcedureId Procedure, DateTimeOffset At, bool IsAllowed);
