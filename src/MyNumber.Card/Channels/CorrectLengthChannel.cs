namespace MyNumber.Card.Channels;

/// <summary>Sends a command once more with the Le that the card asked for by <c>6Cxx</c>.</summary>
/// <remarks>Once only, and only a command that has an Le: one without it (VERIFY among them) is never sent twice. The copy of the command is zeroed.
/// As thread safe as the channel below.</remarks>
public sealed class CorrectLengthChannel : ICardChannel
{
    private readonly ICardChannel _inner;

    /// <summary>Puts the behaviour over a channel.</summary>
    /// <param name="inner">The channel below; not owned.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> is null.</exception>
    public CorrectLengthChannel(ICardChannel inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => FollowUps.Run<CorrectedLength>(_inner, command, response);

    /// <inheritdoc/>
    public ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default) =>
        FollowUps.RunAsync<CorrectedLength>(_inner, command, response, cancellationToken);
}
