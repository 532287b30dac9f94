using MyNumber.Card.Channels;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>A connection of a <see cref="ReplayReader"/>.</summary>
internal sealed class ReplayConnection : ICardConnection
{
    private readonly ReplayReader _reader;

    public ReplayConnection(ReplayReader reader, ReadOnlyMemory<byte> answerToReset)
    {
        _reader = reader;
        AnswerToReset = answerToReset;
    }

    public ReadOnlyMemory<byte> AnswerToReset { get; }

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => _reader.Transmit(this, command, response);

    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
        CardInMemory.TransmitAtOnce(this, command, response, cancellationToken);

    public void Dispose() => _reader.Disconnect(this);
}
