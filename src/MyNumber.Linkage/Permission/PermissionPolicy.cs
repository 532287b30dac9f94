using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>Directory, matrix and notices of one moment, which together decide.</summary>
/// <remarks>An immutable snapshot, thread safe: a change of any of the three is another policy. The law makes the core check before it notifies a provider (番号法 21条2項).</remarks>
public sealed class PermissionPolicy
{
    /// <summary>Joins the three.</summary>
    /// <param name="directory">Who is an agency.</param>
    /// <param name="matrix">What is allowed.</param>
    /// <param name="notices">What is noted; <see cref="PermissionNotices.None"/> when nothing is.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PermissionPolicy(AgencyDirectory directory, PermissionMatrix matrix, PermissionNotices notices)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(notices);
        (Directory, Matrix, Notices) = (directory, matrix, notices);
    }

    /// <summary>Who is an agency.</summary>
    public AgencyDirectory Directory { get; }

    /// <summary>What is allowed.</summary>
    public PermissionMatrix Matrix { get; }

    /// <summary>What is noted.</summary>
    public PermissionNotices Notices { get; }

    /// <summary>Decides, as the core does: who works the inquirer's terminal is the inquirer's to check.</summary>
    /// <param name="request">What is asked.</param>
    /// <returns>The decision.</returns>
    public PermissionDecision Decide(in PermissionRequest request)
    {
        if (!Directory.TryFind(request.Inquirer, request.At, out Agency? inquirer))
        {
            return Refuse(PermissionRefusal.UnknownInquirer);
        }

        if (!Directory.TryFind(request.Provider, request.At, out Agency? provider))
        {
            return Refuse(PermissionRefusal.UnknownProvider);
        }

        PermissionDecision decision = Matrix.Decide(inquirer, provider, request);
        return !decision.IsAllowed ? decision
            : (decision.Rule.Purpose == RulePurpose.SelfInformation) != (inquirer.Kind == AgencyKind.Portal) ? Refuse(PermissionRefusal.NotSelfInformation)
            : decision.Rule.Purpose == RulePurpose.Disaster && !Notices.IsDisaster(inquirer.Body, request.At) ? Refuse(PermissionRefusal.NoDisaster)
            : decision.Rule.Basis.Kind == BasisKind.Ordinance && Notices.IsRestricted(request) ? Refuse(PermissionRefusal.RestrictedByOrdinance)
            : Notices.IsInBreach(request) ? Refuse(PermissionRefusal.AssessmentBreach)
            : decision;
    }

    /// <summary>Decides for an operator, as an inquirer's own system does before anything leaves it.</summary>
    /// <param name="worker">Who asks.</param>
    /// <param name="request">What is asked.</param>
    /// <returns>The decision; the operator comes first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="worker"/> is null.</exception>
    public PermissionDecision DecideFor(Operator worker, in PermissionRequest request)
    {
        ArgumentNullException.ThrowIfNull(worker);
        return worker.MayAct(request.Inquirer, request.Affair, request.At) ? Decide(request) : Refuse(PermissionRefusal.OperatorNotAllowed);
    }

    private PermissionDecision Refuse(PermissionRefusal refusal) => new(Matrix.Version, refusal);
}
