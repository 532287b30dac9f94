using MyNumber.Linkage.Agencies;

namespace MyNumber.Linkage.Permission;

/// <summary>Which agencies a rule means: those of some kinds, or named ones.</summary>
/// <remarks>Immutable, sorted, without doubles.</remarks>
public sealed class AgencyClass
{
    private readonly int[] _selectors;

    private AgencyClass(IEnumerable<int> selectors) => _selectors = [.. selectors.Distinct().Order()];

    /// <summary>The kinds; empty when agencies are named.</summary>
    public IEnumerable<AgencyKind> Kinds => _selectors.Where(selector => selector < 0).Select(selector => (AgencyKind)(-selector)).Order();

    /// <summary>The named agencies; empty when kinds are given.</summary>
    public IEnumerable<AgencyId> Agencies => _selectors.Where(selector => selector > 0).Select(selector => new AgencyId(selector));

    internal ReadOnlySpan<int> Selectors => _selectors;

    /// <summary>Every agency of some kinds.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <returns>The class.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException">There is none, or one is not a kind.</exception>
    public static AgencyClass OfKinds(params AgencyKind[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        return kinds.Length > 0 && kinds.All(kind => kind != AgencyKind.Unspecified && Enum.IsDefined(kind))
            ? new AgencyClass(kinds.Select(SelectorOf))
            : throw new ArgumentException("A class names at least one kind.", nameof(kinds));
    }

    /// <summary>Named agencies.</summary>
    /// <param name="agencies">The agencies.</param>
    /// <returns>The class.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="agencies"/> is null.</exception>
    /// <exception cref="ArgumentException">There is none, or one is empty.</exception>
    public static AgencyClass Of(params AgencyId[] agencies)
    {
        ArgumentNullException.ThrowIfNull(agencies);
        return agencies.Length > 0 && agencies.All(agency => !agency.IsEmpty)
            ? new AgencyClass(agencies.Select(SelectorOf))
            : throw new ArgumentException("A class names at least one agency.", nameof(agencies));
    }

    /// <summary>Whether an agency belongs to the class.</summary>
    /// <param name="agency">The agency.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="agency"/> is null.</exception>
    public bool Has(Agency agency)
    {
        ArgumentNullException.ThrowIfNull(agency);
        return Array.BinarySearch(_selectors, SelectorOf(agency.Id)) >= 0 || Array.BinarySearch(_selectors, SelectorOf(agency.Kind)) >= 0;
    }

    internal static int SelectorOf(AgencyKind kind) => -(int)kind;

    internal static int SelectorOf(AgencyId agency) => agency.Value;
}
