namespace MyNumber.Jpki.Tests.Revocation.Crl;

/// <summary>Gives its bytes a few at a time, counts what was asked, and can fail at a place.</summary>
internal sealed class PieceStream(ReadOnlyMemory<byte> bytes, int atOnce = int.MaxValue, int? failsAt = null) : Stream
{
    private int _position;

    public int Taken => _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_position >= failsAt)
        {
            throw new IOException("The peer is gone.");
        }

        int length = Math.Min(Math.Min(buffer.Length, atOnce), bytes.Length - _position);
        bytes.Span.Slice(_position, length).CopyTo(buffer.Span);
        _position += length;
        return ValueTask.FromResult(length);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Nothing blocks.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
