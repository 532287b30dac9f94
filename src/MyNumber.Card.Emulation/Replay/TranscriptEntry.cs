namespace MyNumber.Card.Emulation.Replay;

/// <summary>One line of a transcript: nothing in it is secret.</summary>
internal sealed class TranscriptEntry
{
    /// <summary>The command with zeros in its hidden part, or <see langword="null"/> for a connection.</summary>
    public byte[]? Command { get; init; }

    /// <summary>Where the hidden part begins.</summary>
    public int HiddenStart { get; init; }

    /// <summary>How long the hidden part is; 0 for none.</summary>
    public int HiddenLength { get; init; }

    /// <summary>Keyed tag over the whole command, or <see langword="null"/>.</summary>
    public byte[]? Tag { get; init; }

    /// <summary>The synthetic answer, or the answer to reset of a connection.</summary>
    public byte[] Answer { get; init; } = [];

    /// <summary>Whether the answer's data is a signature that the replay makes over what it is given.</summary>
    public bool Signs { get; init; }

    public ExchangeEnd End { get; init; }
}
