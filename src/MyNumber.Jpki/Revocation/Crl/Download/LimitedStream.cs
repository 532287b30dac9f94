namespace MyNumber.Jpki.Revocation.Crl.Download;

/// <summary>Ends a stream that is longer than allowed, and says so.</summary>
internal sealed class LimitedStream(Stream source, long limit) : ReadOnlyStream
{
    private long _left = limit;

    /// <summary>Whether there was more.</summary>
    public bool IsExceeded { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = IsExceeded ? 0 : await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _left -= read;
        IsExceeded |= _left < 0;
        return IsExceeded ? 0 : read;
    }
}
