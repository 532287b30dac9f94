using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;

namespace MyNumber.Card.Applications.WholeCard;

/// <summary>One PIN in the overview of a card.</summary>
/// <remarks>Immutable.</remarks>
public sealed class PinOverviewEntry
{
    internal PinOverviewEntry(PinReference reference, PinPresence presence, PinStatus status = default, StatusWord? refusal = null)
    {
        Reference = reference;
        Presence = presence;
        Status = status;
        Refusal = refusal;
    }

    /// <summary>Which PIN.</summary>
    public PinReference Reference { get; }

    /// <summary>Whether the card has it.</summary>
    public PinPresence Presence { get; }

    /// <summary>Its tries; <see langword="default"/> unless it is present.</summary>
    public PinStatus Status { get; }

    /// <summary>The status word with which the card refused to tell.</summary>
    public StatusWord? Refusal { get; }
}
