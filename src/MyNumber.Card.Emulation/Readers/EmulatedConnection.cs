using MyNumber.Card.Channels;

namespace MyNumber.Card.Emulation.Readers;

/// <summary>A powered connection to the card in an <see cref="EmulatedReader"/>. Once the card is gone it stays dead, even when the card comes back.</summary>
internal sealed class EmulatedConnection : ICardConnection
{
    private readonly EmulatedReader _reader;
    private bool _disposed;

    public EmulatedConnection(EmulatedReader reader, ReadOnlyMemory<byte> answerToReset)
    {
        _reader = reader;
        AnswerToReset = answerToReset;
    }

    public ReadOnlyMemory<byte> AnswerToReset { get; }

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => _disposed
        ? throw new CardException("The connection is closed.")
        : _reader.Transmit(this, command, response);

    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
        CardInMemory.TransmitAtOnce(this, command, response, cancellationToken);

    public void Dispose()
    {
        _disposed = true;
        _reader.Disconnect(this);
    }
}
