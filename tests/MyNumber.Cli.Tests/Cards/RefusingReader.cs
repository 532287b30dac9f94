using MyNumber.Card;
using MyNumber.Card.Channels;

namespace MyNumber.Cli.Tests.Cards;

/// <summary>A reader that does not answer, or whose card does not connect, or refuses every command as another kind of card does.</summary>
internal sealed class RefusingReader(string name = "Refusing Reader") : ICardReader
{
    public string Name => name;

    /// <summary>What comes instead of an answer to whether a card is in.</summary>
    public CardException? Silence { get; init; }

    /// <summary>What comes instead of a connection.</summary>
    public CardException? Refusal { get; init; }

    public bool IsCardPresent => Silence is null ? true : throw Silence;

    public ICardConnection Connect() => Refusal is null ? new RefusingCard() : throw Refusal;

    private sealed class RefusingCard : ICardConnection
    {
        public ReadOnlyMemory<byte> AnswerToReset => new byte[] { 0x3B, 0x00 };

        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            (response[0], response[1]) = (0x6A, 0x82);
            return 2;
        }

        public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Transmit(command.Span, response.Span));

        public void Dispose()
        {
        }
    }
}
