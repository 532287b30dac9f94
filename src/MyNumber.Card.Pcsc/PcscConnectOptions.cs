namespace MyNumber.Card.Pcsc;

/// <summary>How a card is connected. Always in shared mode: some contactless readers refuse the exclusive one (reported of the Sony RC-S300).</summary>
public sealed record PcscConnectOptions
{
    /// <summary>One transaction for the whole connection.</summary>
    public static PcscConnectOptions Default { get; } = new();

    /// <summary>Whether one transaction lasts from connecting to disposing, so that no other program gets between a verified PIN and the power-down. On by default.</summary>
    /// <remarks>Windows resets a card that is idle in a transaction for five seconds. A program that lets its user think while it is connected turns this off and puts
    /// <see cref="PcscConnection.BeginTransaction"/> around what belongs together.</remarks>
    public bool HoldTransaction { get; init; } = true;

    /// <summary>How long connecting may take while other programs end their transactions; ten seconds by default, <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    /// <remarks>The card's power-up is in this time, because PC/SC waits and powers up in one call: leave a second for it. When the time is over, a reader that
    /// another program uses is <see cref="Errors.PcscCause.CardInUse"/> and any other <see cref="Errors.PcscCause.TimedOut"/>; the service is asked which it is, for at most two
    /// seconds more, and one that does not answer is <see cref="Errors.PcscCause.TimedOut"/> too.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Zero or below, in which nothing can be connected, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public TimeSpan WaitForOthers
    {
        get;
        init
        {
            // A wait that no timer takes would throw when the card is connected already and nobody could let go of it any more.
            if (value != Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromMilliseconds(int.MaxValue));
            }

            field = value;
        }
    } = TimeSpan.FromSeconds(10);
}
