using MyNumber.Card.Channels;

namespace MyNumber.Card.Emulation.Faults;

/// <summary>A connection over which a script is played. Disposing it disposes the connection below.</summary>
internal sealed class FaultConnection : ICardConnection
{
    private readonly ICardConnection _inner;
    private readonly FaultChannel _channel;

    public FaultConnection(ICardConnection inner, FaultChannel channel)
    {
        _inner = inner;
        _channel = channel;
    }

    public ReadOnlyMemory<byte> AnswerToReset => _inner.AnswerToReset;

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => _channel.Transmit(command, response);

    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
        _channel.TransmitAsync(command, response, cancellationToken);

    public void Dispose() => _inner.Dispose();
}
