using MyNumber.Card.Pins;

namespace MyNumber.Card.Applications.WholeCard;

/// <summary>The result of changing the residence PIN (住民基本台帳用暗証番号), which lies in two places.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ResidencePinChange
{
    internal ResidencePinChange(ResidencePinOutcome outcome, PinVerification residence, PinChange common, CardException? interruption = null)
    {
        Outcome = outcome;
        Residence = residence;
        Common = common;
        Interruption = interruption;
    }

    /// <summary>How it ended.</summary>
    public ResidencePinOutcome Outcome { get; }

    /// <summary>The attempt with the current PIN in the residence application, which is made before anything is changed.</summary>
    public PinVerification Residence { get; }

    /// <summary>The change in the common application, the first that is made; also what is wrong with the form of the new PIN.</summary>
    public PinChange Common { get; }

    /// <summary>Why the second change did not happen, when only the first did.</summary>
    public CardException? Interruption { get; }
}
