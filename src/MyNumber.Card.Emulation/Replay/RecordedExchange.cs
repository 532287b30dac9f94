namespace MyNumber.Card.Emulation.Replay;

/// <summary>One command and its answer, or a connection and its answer to reset (<see cref="Command"/> is null then).</summary>
internal sealed class RecordedExchange
{
    public RecordedExchange(byte[]? command, byte[] answer, ExchangeEnd end)
    {
        Command = command;
        Answer = answer;
        End = end;
    }

    public byte[]? Command { get; }

    public byte[] Answer { get; }

    public ExchangeEnd End { get; }

    /// <summary>The two bytes of the status word, or 0 when there are none.</summary>
    public int Status => End == ExchangeEnd.Answered && Answer.Length >= 2 ? (Answer[^2] << 8) | Answer[^1] : 0;
}
