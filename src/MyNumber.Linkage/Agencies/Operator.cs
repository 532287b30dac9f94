using System.Collections.Frozen;

namespace MyNumber.Linkage.Agencies;

/// <summary>Who works a terminal (操作者): identified, of one agency, and limited to named affairs (業務ごとの参照制限).</summary>
/// <remarks>Immutable. Authentication of the person lies outside; whoever makes this object has done it. A machine that asks by itself is an operator as well.</remarks>
public sealed class Operator
{
    private readonly FrozenSet<AffairId> _affairs;

    /// <summary>Makes an operator.</summary>
    /// <param name="id">The agency's handle.</param>
    /// <param name="agency">The agency.</param>
    /// <param name="affairs">The affairs in which the operator works; may be none; copied.</param>
    /// <param name="period">From when until when.</param>
    /// <exception cref="ArgumentNullException"><paramref name="affairs"/> is null.</exception>
    /// <exception cref="ArgumentException">Handle, agency, period or an affair is empty.</exception>
    public Operator(OperatorId id, AgencyId agency, IEnumerable<AffairId> affairs, ValidPeriod period)
    {
        ArgumentNullException.ThrowIfNull(affairs);
        _affairs = affairs.ToFrozenSet();
        if (id.IsEmpty || agency.IsEmpty || period.IsEmpty || _affairs.Contains(default))
        {
            throw new ArgumentException("An operator has a handle, an agency, a period and affairs that are not empty.");
        }

        (Id, Agency, Period) = (id, agency, period);
    }

    /// <summary>The agency's handle.</summary>
    public OperatorId Id { get; }

    /// <summary>The agency.</summary>
    public AgencyId Agency { get; }

    /// <summary>From when until when.</summary>
    public ValidPeriod Period { get; }

    /// <summary>The affairs.</summary>
    public IReadOnlyCollection<AffairId> Affairs => _affairs;

    /// <summary>Whether the operator may act for an agency in an affair.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="affair">The affair.</param>
    /// <param name="at">When.</param>
    /// <returns>The answer.</returns>
    public bool MayAct(AgencyId agency, AffairId affair, DateTimeOffset at) => agency == Agency && Period.Contains(at) && _affairs.Contains(affair);

    /// <summary>Handle and agency.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"operator {Id} of agency {Agency}";
}
