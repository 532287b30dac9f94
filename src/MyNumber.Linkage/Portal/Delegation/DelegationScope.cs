using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Portal.Delegation;

/// <summary>What a delegate may do (代理権の範囲): functions, for applications the procedures, and when.</summary>
/// <remarks>Immutable.</remarks>
public sealed record DelegationScope
{
    /// <summary>Most procedures. The ceiling is ours.</summary>
    public const int MostProcedures = 256;

    /// <summary>The functions, one at least.</summary>
    public required ImmutableArray<PortalFunction> Functions { get; init; }

    /// <summary>The procedures of applications and of self-information; none means no procedure, never all.</summary>
    public ImmutableArray<ProcedureId> Procedures { get; init; } = [];

    /// <summary>From when until when.</summary>
    public required ValidPeriod Period { get; init; }

    internal bool IsSound => !Functions.IsDefaultOrEmpty && Functions.All(Enum.IsDefined) && !Procedures.IsDefault && Procedures.Length <= MostProcedures
        && Procedures.All(procedure => !procedure.IsEmpty) && !Period.IsEmpty;

    internal bool Covers(PortalFunction function, ProcedureId procedure, DateTimeOffset at) =>
        Period.Contains(at) && Functions.Contains(function) && (procedure.IsEmpty || Procedures.Contains(procedure));
}
