using MyNumber.Card.Channels;

namespace MyNumber.Card.Emulation;

/// <summary>The asynchronous half of a channel whose answers are there at once.</summary>
internal static class CardInMemory
{
    /// <summary>Calls <see cref="ICardChannel.Transmit"/> and gives its answer or its <see cref="CardException"/> as a completed task. Nothing is allocated for an answer.</summary>
    public static ValueTask<int> TransmitAtOnce(ICardChannel channel, ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        try
        {
            return ValueTask.FromResult(channel.Transmit(command.Span, response.Span));
        }
        catch (CardException e)
        {
            return ValueTask.FromException<int>(e);
        }
    }
}
