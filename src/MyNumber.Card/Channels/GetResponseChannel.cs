using MyNumber.Card.Apdu;

namespace MyNumber.Card.Channels;

/// <summary>Fetches the rest of an answer with GET RESPONSE while the card says <c>61xx</c>, and hands up one whole answer.</summary>
/// <remarks>
/// <para>The card itself answers in one piece; some readers do not. At most 257 rounds: 65,536 bytes are the most that an answer can have, in pieces of 256. A piece without data that announces more ends it.</para>
/// <para>As thread safe as the channel below. Follow-up commands ignore cancellation, so that no half answer stays in the card.</para>
/// </remarks>
public sealed class GetResponseChannel : ICardChannel
{
    private const int MaximumRounds = 257;
    private readonly ICardChannel _inner;

    /// <summary>Puts the behaviour over a channel.</summary>
    /// <param name="inner">The channel below; not owned.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    public GetResponseChannel(ICardChannel inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        Span<byte> next = stackalloc byte[5];
        int end = _inner.Transmit(command, response);
        for (int round = 0; NeedsMore(response, end, round, next); round++)
        {
            int start = end - 2;
            end = Append(start, _inner.Transmit(next, response[start..]), response);
        }

        return end;
    }

    /// <inheritdoc/>
    public async ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        byte[] next = new byte[5];
        int end = await _inner.TransmitAsync(command, response, cancellationToken).ConfigureAwait(false);
        for (int round = 0; NeedsMore(response.Span, end, round, next); round++)
        {
            int start = end - 2;
            int piece = await _inner.TransmitAsync(next, response[start..], CancellationToken.None).ConfigureAwait(false);
            end = Append(start, piece, response.Span);
        }

        return end;
    }

    /// <summary>Where the answer ends with a piece; the length that the channel below told is trusted no further than the buffer.</summary>
    private static int Append(int start, int piece, ReadOnlySpan<byte> buffer)
    {
        if (piece < 2 || piece > buffer.Length - start)
        {
            throw new CardException("The channel gave a piece of an answer without a status word.");
        }

        return piece == 2 && ResponseApdu.Of(buffer[start..], piece).Status.HasMoreData
            ? throw new CardException("The card announces more response data and gives none.")
            : start + piece;
    }

    private static bool NeedsMore(ReadOnlySpan<byte> buffer, int end, int round, Span<byte> next)
    {
        StatusWord status = ResponseApdu.Of(buffer, end).Status;
        if (!status.HasMoreData)
        {
            return false;
        }

        if (round == MaximumRounds)
        {
            throw new CardException("The card announces more response data than an answer can have.");
        }

        if (buffer.Length - end < status.AnnouncedLength)
        {
            throw new CardException("The response buffer is too short for the announced data.");
        }

        return new CommandApdu(0x00, 0xC0, 0x00, 0x00, expected: status.AnnouncedLength).TryWrite(next, out _);
    }
}
