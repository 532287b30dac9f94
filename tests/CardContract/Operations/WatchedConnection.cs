using MyNumber.Card.Channels;

namespace MyNumber.CardContract.Operations;

/// <summary>Counts commands, remembers which of them carried a PIN, and keeps hold of their memory to look at it afterwards.</summary>
public sealed class WatchedConnection : ICardConnection
{
    private readonly ICardConnection _inner;

    public WatchedConnection(ICardConnection inner) => _inner = inner;

    public ReadOnlyMemory<byte> AnswerToReset => _inner.AnswerToReset;

    public int Commands { get; private set; }

    /// <summary>Which commands, counted from 1, were a VERIFY with a PIN in it.</summary>
    public List<int> Verifies { get; } = [];

    /// <summary>The memory from which PINs were sent.</summary>
    public List<ReadOnlyMemory<byte>> PinCommands { get; } = [];

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        Note(command);
        return _inner.Transmit(command, response);
    }

    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        Note(command.Span);
        if (command.Length > 5 && command.Span[1] is 0x20 or 0x24 or 0x32)
        {
            PinCommands.Add(command);
        }

        return _inner.TransmitAsync(command, response, cancellationToken);
    }

    public void Dispose() => _inner.Dispose();

    private void Note(ReadOnlySpan<byte> command)
    {
        Commands++;
        if (command.Length > 5 && command[1] == 0x20)
        {
            Verifies.Add(Commands);
        }
    }
}
