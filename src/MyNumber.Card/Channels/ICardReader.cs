namespace MyNumber.Card.Channels;

/// <summary>A card reader (カードリーダー) that may hold a card.</summary>
public interface ICardReader
{
    /// <summary>The reader's name.</summary>
    string Name { get; }

    /// <summary>Whether a card is in the reader now.</summary>
    bool IsCardPresent { get; }

    /// <summary>Powers the card up and connects to it.</summary>
    /// <returns>The connection; the caller disposes it.</returns>
    /// <exception cref="CardRemovedException">No card is in the reader.</exception>
    /// <exception cref="CardException">The card cannot be connected.</exception>
    ICardConnection Connect();
}
