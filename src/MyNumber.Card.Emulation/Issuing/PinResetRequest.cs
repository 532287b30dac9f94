using MyNumber.Card.Emulation.Profiles;

namespace MyNumber.Card.Emulation.Issuing;

/// <summary>A wish to have PINs reset.</summary>
/// <param name="Place">Where.</param>
/// <param name="Kinds">Which PINs.</param>
public sealed record PinResetRequest(PinResetPlace Place, IReadOnlyList<CardPinKind> Kinds)
{
    /// <summary>When the smartphone application booked a reset at a kiosk, or <see langword="null"/>.</summary>
    public DateTimeOffset? BookedAt { get; init; }

    /// <summary>Whether the municipality designated the post office.</summary>
    public bool IsDesignated { get; init; }

    /// <summary>The visit.</summary>
    public CardVisit Visit { get; init; } = new();
}
