namespace MyNumber.Card.Pcsc.Native;

/// <summary>One row of SCardGetStatusChange: what is known of a reader, and what it is now.</summary>
internal sealed class WatchedReader(string name)
{
    public string Name { get; } = name;

    /// <summary>The state that the caller knows.</summary>
    public uint Current { get; set; } = PcscConstants.StateUnaware;

    /// <summary>The state that the call found.</summary>
    public uint Event { get; set; }

    /// <summary>The answer to reset of the card that the call found.</summary>
    public byte[] AnswerToReset { get; set; } = [];

    public bool Is(uint flag) => (Event & flag) != 0;
}
