namespace MyNumber.Card;

/// <summary>The secure-messaging session of the input-support application is over: the card refused its form, or its counter is not known any more.</summary>
/// <remarks>The keys are zeroed. Nothing was sent in the clear instead. Select the application again and open a new session.</remarks>
public sealed class SecureMessagingLostException : CardException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="reason">Why it is over; nothing secret.</param>
    /// <param name="innerException">The cause, if any.</param>
    public SecureMessagingLostException(string reason, Exception? innerException = null)
        : base($"The secure-messaging session is over: {reason}", innerException)
    {
    }
}
