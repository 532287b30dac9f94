namespace MyNumber.Card;

/// <summary>The card answered, but with content that cannot be what it should be: a truncated certificate, a bad TLV structure, a number with a wrong check digit.</summary>
/// <remarks>The message names the file and the rule that is broken, never the content.</remarks>
public sealed class CardDataException : CardException
{
    /// <summary>Makes the exception with a message that holds no content.</summary>
    /// <param name="message">Which file breaks which rule.</param>
    /// <param name="innerException">The cause, if any.</param>
    public CardDataException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
