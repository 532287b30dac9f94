using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Services.Consents;

/// <summary>The answer to a question for the latest four attributes.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows the state only.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LatestAttributes
{
    private LatestAttributes(LatestAttributesState state, FourAttributes? attributes, CertificateIdentity certificate)
    {
        State = state;
        Attributes = attributes;
        Certificate = certificate;
    }

    /// <summary>What came of it.</summary>
    public LatestAttributesState State { get; }

    /// <summary>The latest four attributes; not <see langword="null"/> exactly when provided.</summary>
    public FourAttributes? Attributes { get; }

    /// <summary>The handle of the new signature certificate that they come from; empty unless provided.</summary>
    public CertificateIdentity Certificate { get; }

    /// <summary>An answer with attributes.</summary>
    /// <param name="attributes">The latest attributes.</param>
    /// <param name="certificate">The new signature certificate.</param>
    /// <returns>The answer.</returns>
    public static LatestAttributes Provide(FourAttributes attributes, CertificateIdentity certificate)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return new LatestAttributes(LatestAttributesState.Provided, attributes, certificate);
    }

    /// <summary>An answer without attributes.</summary>
    /// <param name="state">Why there are none.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The state is that attributes came.</exception>
    public static LatestAttributes Without(LatestAttributesState state) => state != LatestAttributesState.Provided && Enum.IsDefined(state)
        ? new LatestAttributes(state, null, default)
        : throw new ArgumentOutOfRangeException(nameof(state));

    /// <summary>The state.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"LatestAttributes({State})";
}
