using System.Net;
using System.Net.Http.Headers;

namespace MyNumber.TestKit;

/// <summary>A form with one field that goes on and on; it tells how much of it was taken.</summary>
public sealed class LongForm : HttpContent
{
    private static readonly byte[] Piece = [.. Enumerable.Repeat((byte)'A', 16 << 10)];

    private readonly string _name;
    private readonly long _length;
    private readonly bool _tellsLength;

    /// <param name="name">The field.</param>
    /// <param name="length">Bytes in all, when somebody reads them all.</param>
    /// <param name="tellsLength">Whether the length is told beforehand.</param>
    public LongForm(string name, long length, bool tellsLength)
    {
        _name = name;
        _length = length;
        _tellsLength = tellsLength;
        Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
    }

    /// <summary>Bytes that went out.</summary>
    public long Sent { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        byte[] head = System.Text.Encoding.ASCII.GetBytes(_name + "=");
        await stream.WriteAsync(head);
        for (Sent = head.Length; Sent < _length;)
        {
            int next = (int)Math.Min(Piece.Length, _length - Sent);
            await stream.WriteAsync(Piece.AsMemory(0, next));
            Sent += next;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return _tellsLength;
    }
}
