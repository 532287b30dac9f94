namespace MyNumber.Card;

/// <summary>Something surprising happened between program and card. Expected outcomes (a wrong PIN, a missing file) are results, not exceptions.</summary>
/// <remarks>Messages carry no PIN, no number, no attribute and no command data.</remarks>
public class CardException : Exception
{
    /// <summary>Makes the exception with a message that holds nothing secret.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause, if any.</param>
    public CardException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
