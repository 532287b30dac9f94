using MyNumber.Card.Channels;

namespace MyNumber.Card.Tests.Doubles;

/// <summary>A card that answers by a rule, for answers that no script can know beforehand.</summary>
internal sealed class RuleChannel(Func<byte[], byte[]> rule) : ICardChannel
{
    public List<byte[]> Commands { get; } = [];

    public int SynchronousCalls { get; private set; }

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        SynchronousCalls++;
        return Answer(command, response);
    }

    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Answer(command.Span, response.Span));

    private int Answer(ReadOnlySpan<byte> command, Span<byte> response)
    {
        Commands.Add(command.ToArray());
        byte[] answer = rule(Commands[^1]);
        if (answer.Length > response.Length)
        {
            throw new CardException("The response buffer is too short for the answer.");
        }

        answer.CopyTo(response);
        return answer.Length;
    }
}
