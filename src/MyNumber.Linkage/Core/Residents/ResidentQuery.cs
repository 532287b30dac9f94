using System.Diagnostics;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Core.Residents;

/// <summary>What an agency tells J-LIS of a person: the individual number and all four attributes. There is no question with fewer.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows a mask.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ResidentQuery
{
    /// <summary>Makes a question.</summary>
    /// <param name="number">The individual number.</param>
    /// <param name="attributes">The four attributes as the agency holds them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="attributes"/> is null.</exception>
    /// <exception cref="ArgumentException">The number is empty.</exception>
    public ResidentQuery(IndividualNumber number, FourAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        Number = number.IsEmpty ? throw new ArgumentException("The individual number is empty.", nameof(number)) : number;
        Attributes = attributes;
    }

    /// <summary>The individual number.</summary>
    public IndividualNumber Number { get; }

    /// <summary>The four attributes.</summary>
    public FourAttributes Attributes { get; }

    /// <summary>A mask.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "resident query ***";
}
