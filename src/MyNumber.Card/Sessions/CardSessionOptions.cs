using MyNumber.Card.Channels;

namespace MyNumber.Card.Sessions;

/// <summary>How a session that owns its connection behaves.</summary>
public sealed class CardSessionOptions
{
    /// <summary>Sees every APDU on the wire, redacted; not owned.</summary>
    public IApduTraceSink? Trace { get; init; }

    /// <summary>Whether the session ends and the card is powered down after each COMPUTE DIGITAL SIGNATURE that was sent, so that no other program finds the key unlocked
    /// while this one thinks. A warm reset is said not to close PINs (one source), so nothing less is enough.</summary>
    public bool PowerDownAfterSignature { get; init; }
}
