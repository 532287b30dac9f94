namespace MyNumber.Numbering.Tests.Bulk;

/// <summary>Gives its bytes, perhaps many times, in pieces of at most one size, and perhaps breaks at their end.</summary>
internal sealed class PieceStream(byte[] bytes, int piece, int repeats = 1, bool breaks = false) : Stream
{
    private int _at;
    private int _left = repeats;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override int Read(Span<byte> buffer)
    {
        if (_at == bytes.Length && --_left > 0)
        {
            _at = 0;
        }

        int length = Math.Min(Math.Min(piece, buffer.Length), bytes.Length - _at);
        if (length == 0 && breaks)
        {
            throw new IOException("The disk is gone.");
        }

        bytes.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
