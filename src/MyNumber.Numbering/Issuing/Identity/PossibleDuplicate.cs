using MyNumber.Numbering.People;

namespace MyNumber.Numbering.Issuing.Identity;

/// <summary>Two records that may be of one person. Nothing is merged: the report is for a clerk.</summary>
/// <remarks>Immutable. It holds handles and outcomes, no attribute.</remarks>
public sealed class PossibleDuplicate
{
    internal PossibleDuplicate(Guid one, Guid other, DuplicateVerdict verdict, FourAttributesComparison comparison)
    {
        One = one;
        Other = other;
        Verdict = verdict;
        Comparison = comparison;
    }

    /// <summary>The person that came first.</summary>
    public Guid One { get; }

    /// <summary>The person that came later.</summary>
    public Guid Other { get; }

    /// <summary>How likely they are one.</summary>
    public DuplicateVerdict Verdict { get; }

    /// <summary>The four outcomes.</summary>
    public FourAttributesComparison Comparison { get; }

    /// <summary>Verdict and outcomes; no attribute.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Verdict}: {Comparison}";
}
