using MyNumber.Card.Channels;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>A connection that is recorded. Disposing it disposes the connection below.</summary>
internal sealed class RecordingConnection : ICardConnection
{
    private readonly ICardConnection _inner;
    private readonly RecordingChannel _channel;

    public RecordingConnection(ICardConnection inner, Recording recording)
    {
        _inner = inner;
        _channel = new RecordingChannel(inner, recording);
    }

    public ReadOnlyMemory<byte> AnswerToReset => _inner.AnswerToReset;

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => _channel.Transmit(command, response);

    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
        _channel.TransmitAsync(command, response, cancellationToken);

    public void Dispose() => _inner.Dispose();
}
