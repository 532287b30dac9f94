namespace MyNumber.Card;

/// <summary>The card was taken out of the reader, or was never in it.</summary>
public sealed class CardRemovedException : CardException
{
    /// <summary>Makes the exception.</summary>
    public CardRemovedException()
        : base("The card is not in the reader.")
    {
    }
}
