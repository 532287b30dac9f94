namespace MyNumber.Card.Emulation.Faults;

/// <summary>When, around one command, the card leaves the reader.</summary>
public enum RemovalMoment
{
    /// <summary>The card never sees the command.</summary>
    BeforeCommand = 0,

    /// <summary>The card carries the command out and its answer is lost: a PIN try is spent, and the program cannot know.</summary>
    BeforeAnswer = 1,
}
