namespace MyNumber.Card.Channels;

/// <summary>Tells a sink about every exchange without telling a secret: no PIN, no file content, no challenge, no signature.</summary>
/// <remarks>Data is hidden unless it is known to be harmless: only the AID or file identifier of a SELECT is shown. As thread safe as the channel below and the sink.</remarks>
public sealed class RedactingTraceChannel : ICardChannel
{
    private readonly ICardChannel _inner;
    private readonly IApduTraceSink _sink;

    /// <summary>Puts the trace over a channel.</summary>
    /// <param name="inner">The channel below; not owned.</param>
    /// <param name="sink">Receives one entry per exchange, failed ones included.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RedactingTraceChannel(ICardChannel inner, IApduTraceSink sink)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(sink);
        _inner = inner;
        _sink = sink;
    }

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        int? length = null;
        try
        {
            length = _inner.Transmit(command, response);
            return length.Value;
        }
        finally
        {
            _sink.Record(ApduTraceEntry.Of(command, response, length));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        int? length = null;
        try
        {
            length = await _inner.TransmitAsync(command, response, cancellationToken).ConfigureAwait(false);
            return length.Value;
        }
        finally
        {
            _sink.Record(ApduTraceEntry.Of(command.Span, response.Span, length));
        }
    }
}
