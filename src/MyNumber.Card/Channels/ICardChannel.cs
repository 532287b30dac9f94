namespace MyNumber.Card.Channels;

/// <summary>The one road to a card: a command APDU goes in, a response APDU comes out.</summary>
/// <remarks>
/// <para>Half duplex, one call at a time; no retries and no interpretation. Decorators (GET RESPONSE, correct length, trace, record) implement the same
/// interface and add one behaviour each. <see cref="Transmit"/> and <see cref="TransmitAsync"/> are equals: neither is built by blocking on the other.</para>
/// <para>Buffers belong to the caller, who zeroes them when they held a secret.</para>
/// </remarks>
public interface ICardChannel
{
    /// <summary>Sends a command APDU and waits for the answer.</summary>
    /// <param name="command">The whole command APDU (ISO/IEC 7816-3 case 1, 2, 3 or 4, short or extended).</param>
    /// <param name="response">Receives response data followed by SW1 SW2; 258 bytes for short, up to 65,538 for extended answers.</param>
    /// <returns>The number of bytes written, at least 2.</returns>
    /// <exception cref="CardRemovedException">The card is not there any more.</exception>
    /// <exception cref="CardException">The exchange failed below the APDU, or <paramref name="response"/> is too short for the answer.</exception>
    int Transmit(ReadOnlySpan<byte> command, Span<byte> response);

    /// <summary>Sends a command APDU and awaits the answer.</summary>
    /// <param name="command">As in <see cref="Transmit"/>; must stay unchanged until the task ends.</param>
    /// <param name="response">As in <see cref="Transmit"/>.</param>
    /// <param name="cancellationToken">Seen before the command is sent; a command under way is not torn off.</param>
    /// <returns>The number of bytes written, at least 2.</returns>
    /// <exception cref="CardRemovedException">The card is not there any more.</exception>
    /// <exception cref="CardException">The exchange failed below the APDU, or <paramref name="response"/> is too short for the answer.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the command was sent.</exception>
    ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default);
}
