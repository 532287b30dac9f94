namespace MyNumber.Card.Channels;

/// <summary>What a decorator does after an answer came: nothing, or one more command whose answer goes into the same buffer. Pure; it never touches the channel.</summary>
internal interface IFollowUp
{
    /// <summary>Looks at the answer so far.</summary>
    /// <param name="command">The command that the caller sent.</param>
    /// <param name="response">The caller's buffer.</param>
    /// <param name="step">Where the last piece of the answer lies, and how many commands were sent after the caller's.</param>
    /// <param name="start">Where the answer to the next command is to begin in the buffer.</param>
    /// <returns>The command to send, which is zeroed after that; <see langword="null"/> when the answer is whole.</returns>
    static abstract byte[]? Next(ReadOnlySpan<byte> command, ReadOnlySpan<byte> response, FollowUpStep step, out int start);
}
