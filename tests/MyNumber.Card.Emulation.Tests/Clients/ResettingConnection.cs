using MyNumber.Card.Channels;

namespace MyNumber.Card.Emulation.Tests.Clients;

/// <summary>A connection that another program disturbs once: before the given command reaches the card it does something to it, and the exchange fails.</summary>
internal sealed class ResettingConnection(ICardConnection inner, Action disturb) : ICardConnection
{
    public int Commands { get; private set; }

    /// <summary>Which command, counted from 1; none as long as it is 0.</summary>
    public int DisturbedCommand { get; set; }

    public ReadOnlyMemory<byte> AnswerToReset => inner.AnswerToReset;

    public int Transmit(ReadOnlySpan<byte> apdu, Span<byte> response)
    {
        if (++Commands == DisturbedCommand)
        {
            disturb();
            throw new CardException("The card was reset by another program.");
        }

        return inner.Transmit(apdu, response);
    }

    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> apdu, Memory<byte> response, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Transmit(apdu.Span, response.Span));

    public void Dispose() => inner.Dispose();
}
