namespace MyNumber.Jpki.Revocation.Crl.Storage;

/// <summary>Writes to a new file what is read through it. A disk that fails ends the copy, not the reading.</summary>
internal sealed class CopyingStream : ReadOnlyStream
{
    private readonly Stream _source;
    private FileStream? _copy;

    public CopyingStream(Stream source, string path)
    {
        _source = source;
        TryWrite(() => _copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await _source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        TryWrite(() => _copy?.Write(buffer.Span[..read]));
        return read;
    }

    /// <summary>Brings the file to the disk and closes it; no when that, or anything before, failed.</summary>
    public bool TryFinish()
    {
        TryWrite(() => _copy?.Flush(flushToDisk: true));
        bool isWhole = _copy is not null;
        _copy?.Dispose();
        return isWhole;
    }

    protected override void Dispose(bool disposing)
    {
        _copy?.Dispose();
        base.Dispose(disposing);
    }

    private void TryWrite(Action write)
    {
        try
        {
            write();
        }
        catch (Exception flaw) when (flaw is IOException or UnauthorizedAccessException)
        {
            _copy?.Dispose();
            _copy = null;
        }
    }
}
