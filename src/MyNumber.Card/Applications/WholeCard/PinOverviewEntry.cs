using System.Globalization;
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

    /// <summary>The PIN's name and how it stands; never a PIN.</summary>
    /// <returns>Such as <c>signature password: 5 tries left</c> or <c>residence PIN (common): Refused 6985</c>.</returns>
    public override string ToString() => $"{Reference}: {State()}";

    private string State() => (Presence, Status) switch
    {
        (PinPresence.Present, { IsBlocked: true }) => "blocked",
        (PinPresence.Present, { TriesLeft: int tries }) => string.Create(CultureInfo.InvariantCulture, $"{tries} {(tries == 1 ? "try" : "tries")} left"),
        (PinPresence.Present, { IsVerified: true }) => "open, or tries not told",
        (PinPresence.Present, _) => "no limit of tries",
        _ => Refusal is { } refusal ? $"{Presence} {refusal}" : $"{Presence}",
    };
}
