using MyNumber.Cli.Reading;

namespace MyNumber.Cli.Certificates;

/// <summary>A stream whose first bytes were looked at already, and that gives them once more. It owns the stream below.</summary>
internal sealed class PeekedStream : Stream
{
    private const int HeadLength = 65536;

    private readonly Stream _inner;
    private readonly byte[] _head;
    private readonly CancellationToken _cancellation;
    private int _given;

    private PeekedStream(Stream inner, byte[] head, CancellationToken cancellation) => (_inner, _head, _cancellation) = (inner, head, cancellation);

    /// <summary>The first bytes, all of a short stream.</summary>
    public ReadOnlySpan<byte> Head => _head;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="IOException">Reading failed; the stream below is closed.</exception>
    public static PeekedStream Over(Stream inner, CancellationToken cancellation)
    {
        try
        {
            byte[] head = new byte[HeadLength];
            return new PeekedStream(inner, head[..Waiting.ReadAll(inner, head, cancellation)], cancellation);
        }
        catch
        {
            inner.Dispose();
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_given == _head.Length)
        {
            return await _inner.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(_cancellation).ConfigureAwait(false);
        }

        int length = Math.Min(buffer.Length, _head.Length - _given);
        _head.AsMemory(_given, length).CopyTo(buffer);
        _given += length;
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count), _cancellation).AsTask().GetAwaiter().GetResult();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
