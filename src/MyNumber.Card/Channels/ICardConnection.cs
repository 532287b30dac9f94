namespace MyNumber.Card.Channels;

/// <summary>A powered connection to one card in one reader. Disposing it powers the card down, so that no unlocked key stays behind.</summary>
public interface ICardConnection : ICardChannel, IDisposable
{
    /// <summary>The answer to reset (ATR) that the reader reports. Never recognise a card by it: several vendors make the card.</summary>
    ReadOnlyMemory<byte> AnswerToReset { get; }
}
