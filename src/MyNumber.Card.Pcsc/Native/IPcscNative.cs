namespace MyNumber.Card.Pcsc.Native;

/// <summary>PC/SC in terms of managed values: the seam below threads, transactions and events. An adapter over another PC/SC package implements this and nothing more.</summary>
/// <remarks>Members return the code of winscard.h (0 for success) and throw nothing but what loading a library throws, and that in <see cref="EstablishContext"/>.</remarks>
internal interface IPcscNative
{
    /// <summary>Whether <see cref="PcscConstants.PlugAndPlay"/> is known.</summary>
    bool HasPlugAndPlay { get; }

    /// <summary>Opens a line to the service.</summary>
    uint EstablishContext(out nint context);

    /// <summary>Closes the line.</summary>
    uint ReleaseContext(nint context);

    /// <summary>Ends a <see cref="GetStatusChange"/> that another thread waits in.</summary>
    uint Cancel(nint context);

    /// <summary>The names of all readers; no reader is a code, not an empty list.</summary>
    uint ListReaders(nint context, out string[] readers);

    /// <summary>Waits until a reader's state differs from what is known of it, and fills in the event.</summary>
    uint GetStatusChange(nint context, uint timeoutMilliseconds, ReadOnlySpan<WatchedReader> readers);

    /// <summary>Connects in shared mode by T=0 or T=1, and gives power to a card that has none.</summary>
    uint Connect(nint context, string reader, out nint card, out uint protocol);

    /// <summary>Joins the handle to the card again in shared mode, after what is done to it now; by <see cref="PcscConstants.UnpowerCard"/> the card's power is taken and given.</summary>
    uint Reconnect(nint card, uint initialization, out uint protocol);

    /// <summary>Asks the service whether it has given the card power.</summary>
    uint ReadPower(nint card, out bool isPowered);

    /// <summary>Lets go of the card.</summary>
    uint Disconnect(nint card, uint disposition);

    /// <summary>Keeps others out; waits while another connection does.</summary>
    uint BeginTransaction(nint card);

    /// <summary>Lets others in.</summary>
    uint EndTransaction(nint card, uint disposition);

    /// <summary>Sends a command and writes the answer; never more than the buffer holds.</summary>
    uint Transmit(nint card, uint protocol, ReadOnlySpan<byte> command, Span<byte> response, out int length);
}
