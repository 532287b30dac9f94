using MyNumber.Card.Channels;

namespace CardAgent.Cards;

/// <summary>Where the card is: in the memory of this program, or in a reader.</summary>
internal interface ICardHolder : IDisposable
{
    /// <summary>The reader that the card is in, or is to be put into.</summary>
    ICardReader Reader { get; }

    /// <summary>Whether the card is an invented person's; pages say so.</summary>
    bool IsEmulated { get; }

    /// <summary>What whoever started the program must know, for the terminal.</summary>
    IReadOnlyList<string> Introduction { get; }
}
