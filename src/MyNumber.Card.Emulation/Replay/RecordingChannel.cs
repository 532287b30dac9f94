using MyNumber.Card.Channels;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>Records every exchange of a channel, failed ones included, and changes none.</summary>
/// <remarks>It keeps PINs and personal values in the <see cref="Recording"/>, which is why it lives with the emulator and not with the client. As thread safe as the channel below.</remarks>
public sealed class RecordingChannel : ICardChannel
{
    private readonly ICardChannel _inner;
    private readonly Recording _recording;

    /// <summary>Puts a recorder over a channel.</summary>
    /// <param name="inner">The channel below; not owned.</param>
    /// <param name="recording">Receives the exchanges; not owned.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RecordingChannel(ICardChannel inner, Recording recording)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(recording);
        _inner = inner;
        _recording = recording;
    }

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        try
        {
            return Answered(command, response, _inner.Transmit(command, response));
        }
        catch (CardException cause)
        {
            Failed(command, cause);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        try
        {
            int length = await _inner.TransmitAsync(command, response, cancellationToken).ConfigureAwait(false);
            return Answered(command.Span, response.Span, length);
        }
        catch (CardException cause)
        {
            Failed(command.Span, cause);
            throw;
        }
    }

    private int Answered(ReadOnlySpan<byte> command, ReadOnlySpan<byte> response, int length)
    {
        _recording.Add(command, response[..Math.Clamp(length, 0, response.Length)], ExchangeEnd.Answered);
        return length;
    }

    private void Failed(ReadOnlySpan<byte> command, CardException cause) =>
        _recording.Add(command, default, cause is CardRemovedException ? ExchangeEnd.Removed : ExchangeEnd.Failed);
}
