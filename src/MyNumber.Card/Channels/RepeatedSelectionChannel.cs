namespace MyNumber.Card.Channels;

/// <summary>Sends a SELECT by AID once more when the card answers <c>6F00</c>, as one card was seen to answer the first command after power-up, whatever it was.</summary>
/// <remarks>Once only, and no other command: a SELECT may be repeated without harm, a VERIFY may not. Source: project research notes on the card, §1.4 (one source).
/// As thread safe as the channel below.</remarks>
public sealed class RepeatedSelectionChannel : ICardChannel
{
    private readonly ICardChannel _inner;

    /// <summary>Puts the behaviour over a channel.</summary>
    /// <param name="inner">The channel below; not owned.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    public RepeatedSelectionChannel(ICardChannel inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => FollowUps.Run<RepeatedSelection>(_inner, command, response);

    /// <inheritdoc/>
    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
        FollowUps.RunAsync<RepeatedSelection>(_inner, command, response, cancellationToken);
}
