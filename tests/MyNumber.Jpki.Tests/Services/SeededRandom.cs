using System.Security.Cryptography;

namespace MyNumber.Jpki.Tests.Services;

/// <summary>Bytes that count up, so that a test knows the nonce.</summary>
internal sealed class SeededRandom : RandomNumberGenerator
{
    private byte _next;

    public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

    public override void GetBytes(Span<byte> data)
    {
        foreach (ref byte value in data)
        {
            value = unchecked(_next++);
        }
    }
}
