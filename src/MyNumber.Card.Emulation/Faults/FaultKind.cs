namespace MyNumber.Card.Emulation.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>The card leaves the reader, before it sees the command or before its answer arrives.</summary>
    Remove = 0,

    /// <summary>Bits of the answer are inverted.</summary>
    FlipBits = 1,

    /// <summary>The answer is a status word alone.</summary>
    Answer = 2,

    /// <summary>The answer ends early.</summary>
    Truncate = 3,

    /// <summary>Bytes that nobody asked for stand before the status word.</summary>
    Lengthen = 4,

    /// <summary>The command waits before it is sent.</summary>
    Delay = 5,

    /// <summary>Half of the answer's data arrives, then the card is gone.</summary>
    Tear = 6,
}
