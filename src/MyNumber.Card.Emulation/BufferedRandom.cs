using System.Security.Cryptography;

namespace MyNumber.Card.Emulation;

/// <summary>The platform's random numbers, fetched some thousand bytes at a time, because a call for eight bytes costs ten times as much as the card's whole work.</summary>
internal static class BufferedRandom
{
    private const int Capacity = 4096;

    [ThreadStatic]
    private static byte[]? _buffer;

    [ThreadStatic]
    private static int _used;

    /// <summary>Fills a span; no byte is given out twice, and none stays in the buffer.</summary>
    public static void Fill(Span<byte> destination)
    {
        if (destination.Length > Capacity / 8)
        {
            RandomNumberGenerator.Fill(destination);
            return;
        }

        if (_buffer is null || _used + destination.Length > Capacity)
        {
            _buffer ??= new byte[Capacity];
            RandomNumberGenerator.Fill(_buffer);
            _used = 0;
        }

        Span<byte> fresh = _buffer.AsSpan(_used, destination.Length);
        fresh.CopyTo(destination);
        fresh.Clear();
        _used += destination.Length;
    }
}
