using MyNumber.Card.Channels;

namespace MyNumber.Cli.Cards;

/// <summary>Where the card readers of the verbs come from.</summary>
internal interface ICardReaderSource
{
    /// <summary>The readers that are there now.</summary>
    /// <exception cref="MyNumber.Card.CardException">They cannot be asked for.</exception>
    IReadOnlyList<ICardReader> List();
}
