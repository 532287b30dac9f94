using System.Diagnostics;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Residents;

/// <summary>A question about one person: by individual number, or by all four attributes.</summary>
/// <remarks>Immutable. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class IdentityQuestion
{
    private IdentityQuestion(IndividualNumber number, FourAttributes? attributes) => (Number, Attributes) = (number, attributes);

    /// <summary>The number asked by; empty for a question by attributes.</summary>
    public IndividualNumber Number { get; }

    /// <summary>The attributes asked by, or <see langword="null"/>.</summary>
    public FourAttributes? Attributes { get; }

    /// <summary>Asks by number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public static IdentityQuestion By(IndividualNumber number) =>
        number.IsEmpty ? throw new ArgumentException("The individual number is empty.", nameof(number)) : new IdentityQuestion(number, null);

    /// <summary>Asks by four attributes.</summary>
    /// <param name="attributes">All four.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="attributes"/> is null.</exception>
    public static IdentityQuestion By(FourAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return new IdentityQuestion(default, attributes);
    }

    /// <summary>By what it asks; no value is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => Attributes is null ? "by number" : "by four attributes";
}
