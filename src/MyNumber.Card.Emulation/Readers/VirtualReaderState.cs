namespace MyNumber.Card.Emulation.Readers;

/// <summary>How far a <see cref="VirtualReader"/> is with its driver.</summary>
public enum VirtualReaderState
{
    /// <summary>No connection and no failure: it does not run, holds no card, makes its first attempt, or has just lost a connection.</summary>
    Disconnected = 0,

    /// <summary>The last attempt found nobody who listens at the address; the next one follows.</summary>
    Unreachable = 1,

    /// <summary>Connected, and the driver has not asked for the card: it is about to, or another card has the slot and this one waits in the queue.</summary>
    Waiting = 2,

    /// <summary>The driver has seen the card.</summary>
    Attached = 3,
}
