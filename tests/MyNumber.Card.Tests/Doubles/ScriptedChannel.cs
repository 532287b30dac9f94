using MyNumber.Card.Channels;

namespace MyNumber.Card.Tests.Doubles;

/// <summary>A card that knows one conversation and fails at the first byte that differs from it.</summary>
internal sealed class ScriptedChannel : ICardConnection
{
    public const string Removed = "removed";
    private readonly Queue<(string Command, string Answer)> _lines = new();

    public ScriptedChannel(params string[] lines)
    {
        foreach (string line in lines)
        {
            string[] parts = line.Split("->", StringSplitOptions.TrimEntries);
            _lines.Enqueue((parts[0], parts[1]));
        }
    }

    /// <summary>The buffers themselves, to see what is left in them.</summary>
    public List<ReadOnlyMemory<byte>> KeptCommands { get; } = [];

    /// <summary>The response buffers themselves, in the order of the commands.</summary>
    public List<Memory<byte>> KeptResponses { get; } = [];

    /// <summary>Copies of the commands at the time that they came.</summary>
    public List<byte[]> Commands { get; } = [];

    public int SynchronousCalls { get; private set; }

    public bool IsDisposed { get; private set; }

    public ReadOnlyMemory<byte> AnswerToReset => Hex("3B 80 80 01 01");

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        SynchronousCalls++;
        return Answer(command, response);
    }

    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        KeptCommands.Add(command);
        KeptResponses.Add(response);
        return ValueTask.FromResult(Answer(command.Span, response.Span));
    }

    public void ShouldBeAtTheEnd() => _lines.ShouldBeEmpty("the conversation ended early");

    public void Dispose() => IsDisposed = true;

    public static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", string.Empty));

    private int Answer(ReadOnlySpan<byte> command, Span<byte> response)
    {
        Commands.Add(command.ToArray());
        _lines.TryDequeue(out (string Command, string Answer) line).ShouldBeTrue("the script has no more lines");
        byte[] expected = Hex(line.Command);
        int same = command.CommonPrefixLength(expected);
        (same == expected.Length && same == command.Length).ShouldBeTrue($"command {Commands.Count} differs from its line at byte {same}");
        if (line.Answer == Removed)
        {
            throw new CardRemovedException();
        }

        byte[] answer = Hex(line.Answer);
        answer.CopyTo(response);
        return answer.Length;
    }
}
