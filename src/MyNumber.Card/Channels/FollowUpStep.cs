namespace MyNumber.Card.Channels;

/// <summary>How far an answer in several pieces has come.</summary>
/// <param name="Begin">Where the last piece begins in the buffer.</param>
/// <param name="End">Where it ends, status word included.</param>
/// <param name="Round">Commands sent after the caller's own.</param>
internal readonly record struct FollowUpStep(int Begin, int End, int Round)
{
    /// <summary>The step of the first answer; its length is trusted no further than the buffer either.</summary>
    public static FollowUpStep First(int length, int room) => length >= 2 && length <= room
        ? new FollowUpStep(0, length, 0)
        : throw new CardException("The channel gave an answer without a status word.");

    /// <summary>The step after a piece; the length that the channel below told is trusted no further than the buffer.</summary>
    public FollowUpStep Append(int start, int piece, int room) => piece >= 2 && piece <= room - start
        ? new FollowUpStep(start, start + piece, Round + 1)
        : throw new CardException("The channel gave a piece of an answer without a status word.");
}
