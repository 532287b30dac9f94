using System.Security.Cryptography;

namespace MyNumber.Card.Tests.Doubles;

/// <summary>Bytes 00, 01, 02 … for tests that compare literals.</summary>
internal sealed class CountingRandom : RandomNumberGenerator
{
    private byte _next;

    public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

    public override void GetBytes(Span<byte> data)
    {
        foreach (ref byte b in data)
        {
            b = _next;
            _next = (byte)((_next + 1) & 0xFF);
        }
    }
}
