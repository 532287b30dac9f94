using System.Diagnostics;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Core.Residents;

/// <summary>The residents' network's answer, which goes to the core and to nobody else.</summary>
/// <remarks>Immutable. It names attributes and never their values; <see cref="ToString"/> shows no code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ResidentAnswer
{
    private ResidentAnswer(ResidentOutcome outcome, ResidentRecordCode code, IReadOnlyList<PersonAttribute> fields) => (Outcome, Code, Fields) = (outcome, code, fields);

    /// <summary>No resident.</summary>
    public static ResidentAnswer NonResident { get; } = new(ResidentOutcome.NonResident, default, []);

    /// <summary>Nobody.</summary>
    public static ResidentAnswer NotFound { get; } = new(ResidentOutcome.NotFound, default, []);

    /// <summary>What it tells.</summary>
    public ResidentOutcome Outcome { get; }

    /// <summary>The resident record code when the person is found, else empty.</summary>
    public ResidentRecordCode Code { get; }

    /// <summary>The attributes that are not the same, by name.</summary>
    public IReadOnlyList<PersonAttribute> Fields { get; }

    /// <summary>The person is found.</summary>
    /// <param name="code">The person's present resident record code.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    public static ResidentAnswer Found(ResidentRecordCode code) =>
        code.IsEmpty ? throw new ArgumentException("The resident record code is empty.", nameof(code)) : new ResidentAnswer(ResidentOutcome.Found, code, []);

    /// <summary>An attribute is not the same.</summary>
    /// <param name="fields">Which ones, one at least; copied.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> is null.</exception>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ResidentAnswer Mismatch(IEnumerable<PersonAttribute> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        PersonAttribute[] named = [.. fields];
        return named.Length > 0
            ? new ResidentAnswer(ResidentOutcome.Mismatch, default, Array.AsReadOnly(named))
            : throw new ArgumentException("A mismatch names an attribute.", nameof(fields));
    }

    /// <summary>Compares attributes: all four must be the same, else it is a mismatch, also where a person would have to look.</summary>
    /// <param name="asked">What the agency holds.</param>
    /// <param name="recorded">What the resident record holds.</param>
    /// <param name="code">The person's resident record code.</param>
    /// <returns>Found or mismatch.</returns>
    /// <exception cref="ArgumentNullException">Attributes are null.</exception>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    public static ResidentAnswer OfComparison(FourAttributes asked, FourAttributes recorded, ResidentRecordCode code)
    {
        FourAttributesComparison comparison = FourAttributesComparison.Compare(asked, recorded);
        return comparison.Verdict == ComparisonVerdict.Match
            ? Found(code)
            : Mismatch(Enum.GetValues<PersonAttribute>().Where(field => comparison[field] is not (AttributeOutcome.Same or AttributeOutcome.SameWhenFolded)));
    }

    /// <summary>The outcome, and the names of attributes.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => Fields.Count == 0 ? Outcome.ToString() : $"{Outcome}: {string.Join(", ", Fields)}";
}
