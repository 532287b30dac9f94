using System.Collections.Frozen;
using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>What is noted about agencies and changes from day to day, apart from the rules.</summary>
/// <remarks>An immutable snapshot, thread safe. It is not part of the version of the matrix.</remarks>
public sealed class PermissionNotices
{
    private readonly FrozenDictionary<AgencyId, OrdinanceRestriction[]> _restrictions;
    private readonly FrozenDictionary<AgencyId, AssessmentBreach[]> _breaches;
    private readonly FrozenDictionary<AgencyId, DisasterNotice[]> _disasters;

    /// <summary>Makes a snapshot.</summary>
    /// <param name="restrictions">Restrictions by providers.</param>
    /// <param name="breaches">Files in breach.</param>
    /// <param name="disasters">Disasters.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An entry has no agency or no period.</exception>
    public PermissionNotices(IEnumerable<OrdinanceRestriction> restrictions, IEnumerable<AssessmentBreach> breaches, IEnumerable<DisasterNotice> disasters)
    {
        ArgumentNullException.ThrowIfNull(restrictions);
        ArgumentNullException.ThrowIfNull(breaches);
        ArgumentNullException.ThrowIfNull(disasters);
        _restrictions = Index(restrictions, entry => Checked(entry.Provider, entry.Period));
        _breaches = Index(breaches, entry => Checked(entry.Agency, entry.Period));
        _disasters = Index(disasters, entry => Checked(entry.Body, entry.Period));
    }

    /// <summary>Nothing noted.</summary>
    public static PermissionNotices None { get; } = new([], [], []);

    internal bool IsRestricted(in PermissionRequest request)
    {
        foreach (OrdinanceRestriction entry in Of(_restrictions, request.Provider))
        {
            if (entry.Period.Contains(request.At) && (entry.Inquirer.IsEmpty || entry.Inquirer == request.Inquirer) && Covers(entry.ItemSet, request.ItemSet))
            {
                return true;
            }
        }

        return false;
    }

    internal bool IsInBreach(in PermissionRequest request) =>
        IsInBreach(request.Inquirer, isReceiving: true, request) || IsInBreach(request.Provider, isReceiving: false, request);

    internal bool IsDisaster(AgencyId body, DateTimeOffset at)
    {
        foreach (DisasterNotice entry in Of(_disasters, body))
        {
            if (entry.Period.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<AgencyId, T[]> Index<T>(IEnumerable<T> entries, Func<T, AgencyId> agency) =>
        entries.GroupBy(agency).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static ReadOnlySpan<T> Of<T>(FrozenDictionary<AgencyId, T[]> entries, AgencyId agency) => entries.TryGetValue(agency, out T[]? found) ? found : [];

    private static bool Covers(ItemSetId noted, ItemSetId asked) => noted.IsEmpty || noted == asked;

    private static AgencyId Checked(AgencyId agency, ValidPeriod period) =>
        agency.IsEmpty || period.IsEmpty ? throw new ArgumentException("A notice has an agency and a period.") : agency;

    private bool IsInBreach(AgencyId agency, bool isReceiving, in PermissionRequest request)
    {
        foreach (AssessmentBreach entry in Of(_breaches, agency))
        {
            if (entry.IsReceiving == isReceiving && entry.Period.Contains(request.At) && Covers(entry.ItemSet, request.ItemSet))
            {
                return true;
            }
        }

        return false;
    }
}
