namespace MyNumber.Cli.Tests;

/// <summary>Gives its bytes, and then never answers again, like a terminal at which nobody types.</summary>
internal sealed class EndlessStream(byte[] bytes, Action onWait) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int length = Math.Min(buffer.Length, bytes.Length - _at);
        bytes.AsMemory(_at, length).CopyTo(buffer);
        _at += length;
        if (length == 0)
        {
            onWait();

            // Deaf to the token, as a console is.
            await new TaskCompletionSource().Task;
        }

        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
