using MyNumber.Card.Channels;

namespace CardAgentTests.Lab;

/// <summary>A reader whose card answers the question for tries left with 9000, which tells nothing.</summary>
internal sealed class SilentCounterReader(ICardReader inner) : ICardReader
{
    public string Name => inner.Name;

    public bool IsCardPresent => inner.IsCardPresent;

    public ICardConnection Connect() => new Connection(inner.Connect());

    private sealed class Connection(ICardConnection card) : ICardConnection
    {
        public ReadOnlyMemory<byte> AnswerToReset => card.AnswerToReset;

        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            int written = card.Transmit(command, response);
            return command.Length == 4 && command[1] == 0x20 ? Silence(response) : written;
        }

        public async ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
        {
            int written = await card.TransmitAsync(command, response, cancellationToken);
            return command.Length == 4 && command.Span[1] == 0x20 ? Silence(response.Span) : written;
        }

        public void Dispose() => card.Dispose();

        private static int Silence(Span<byte> response)
        {
            response[0] = 0x90;
            response[1] = 0x00;
            return 2;
        }
    }
}
