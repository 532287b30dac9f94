using MyNumber.Card.Certificates;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Applications.InputSupport;

/// <summary>What the input-support files say, given out only when the issuer signed it.</summary>
/// <remarks>Immutable.</remarks>
public sealed class InputSupportReading
{
    internal InputSupportReading(InputSupportIntegrity outcome, CardIssuerCheck issuer, IndividualNumber number = default, FourAttributes? attributes = null)
    {
        Outcome = outcome;
        Issuer = issuer;
        Number = number;
        Attributes = attributes;
    }

    /// <summary>How the check ended.</summary>
    public InputSupportIntegrity Outcome { get; }

    /// <summary>The check of the CV certificate.</summary>
    public CardIssuerCheck Issuer { get; }

    /// <summary>The individual number; empty unless it was asked for and verified.</summary>
    public IndividualNumber Number { get; }

    /// <summary>The four attributes; <see langword="null"/> unless they were asked for and verified.</summary>
    public FourAttributes? Attributes { get; }
}
