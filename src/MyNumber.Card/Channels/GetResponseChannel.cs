namespace MyNumber.Card.Channels;

/// <summary>Fetches the rest of an answer with GET RESPONSE while the card says <c>61xx</c>, and hands up one whole answer.</summary>
/// <remarks>
/// <para>The card itself answers in one piece; some readers do not. At most 257 rounds: 65,536 bytes are the most that an answer can have, in pieces of 256. A piece without data that announces more ends it.</para>
/// <para>As thread safe as the channel below. Follow-up commands ignore cancellation, so that no half answer stays in the card.</para>
/// </remarks>
public sealed class GetResponseChannel : ICardChannel
{
    private readonly ICardChannel _inner;

    /// <summary>Puts the behaviour over a channel.</summary>
    /// <param name="inner">The channel below; not owned.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    public GetResponseChannel(ICardChannel inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => FollowUps.Run<MoreData>(_inner, command, response);

    /// <inheritdoc/>
    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
        FollowUps.RunAsync<MoreData>(_inner, command, response, cancellationToken);
}
