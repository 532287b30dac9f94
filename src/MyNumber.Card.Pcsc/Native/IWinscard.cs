namespace MyNumber.Card.Pcsc.Native;

/// <summary>The twelve functions of one platform's PC/SC library, over raw memory. An implementation widens and narrows integers and does nothing else.</summary>
/// <remarks>Return codes are the 32 bits that winscard.h names, on every platform.</remarks>
internal unsafe interface IWinscard
{
    /// <summary>SCardEstablishContext with the system's scope.</summary>
    uint EstablishContext(out nint context);

    /// <summary>SCardReleaseContext.</summary>
    uint ReleaseContext(nint context);

    /// <summary>SCardCancel; may be called while another thread waits in <see cref="GetStatusChange"/>.</summary>
    uint Cancel(nint context);

    /// <summary>SCardListReaders of all groups; <paramref name="length"/> counts characters of the platform.</summary>
    uint ListReaders(nint context, byte* readers, ref uint length);

    /// <summary>SCardGetStatusChange; <paramref name="states"/> are structures of the platform's layout.</summary>
    uint GetStatusChange(nint context, uint timeoutMilliseconds, byte* states, uint count);

    /// <summary>SCardConnect.</summary>
    uint Connect(nint context, byte* reader, uint share, uint protocols, out nint card, out uint protocol);

    /// <summary>SCardReconnect.</summary>
    uint Reconnect(nint card, uint share, uint protocols, uint initialization, out uint protocol);

    /// <summary>SCardStatus without the name and the answer to reset; <paramref name="state"/> is numbered by the platform.</summary>
    uint Status(nint card, out uint state);

    /// <summary>SCardDisconnect.</summary>
    uint Disconnect(nint card, uint disposition);

    /// <summary>SCardBeginTransaction; waits for as long as another connection is in one.</summary>
    uint BeginTransaction(nint card);

    /// <summary>SCardEndTransaction.</summary>
    uint EndTransaction(nint card, uint disposition);

    /// <summary>SCardTransmit; <paramref name="request"/> is a structure of the platform's layout.</summary>
    uint Transmit(nint card, byte* request, byte* command, uint commandLength, byte* response, ref uint responseLength);
}
