using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MyNumber.Linkage.Sealing;

/// <summary>Content with random bytes behind it, as it is hashed and sealed. Whoever sees hash and length on the way, the core above all, cannot try out a few likely contents against them.</summary>
/// <remarks>Length of the content (four bytes, big-endian), content, at least 32 random bytes up to the next multiple of 256.</remarks>
internal static class Blinding
{
    public const int Step = 256;
    private const int LengthBytes = sizeof(int);
    private const int LeastRandom = 32;

    /// <returns>The array, the caller's to clear.</returns>
    public static byte[] Wrap(ReadOnlySpan<byte> content)
    {
        int whole = LengthBytes + content.Length + LeastRandom;
        byte[] wrapped = new byte[(whole + Step - 1) / Step * Step];
        BinaryPrimitives.WriteInt32BigEndian(wrapped, content.Length);
        content.CopyTo(wrapped.AsSpan(LengthBytes));
        RandomNumberGenerator.Fill(wrapped.AsSpan(LengthBytes + content.Length));
        return wrapped;
    }

    /// <returns>The content inside of <paramref name="wrapped"/>; <see langword="null"/> when it is none that <see cref="Wrap"/> made.</returns>
    public static ReadOnlyMemory<byte>? Unwrap(ReadOnlyMemory<byte> wrapped)
    {
        if (wrapped.Length < Step || wrapped.Length % Step != 0)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadInt32BigEndian(wrapped.Span);
        long random = (long)wrapped.Length - LengthBytes - length;
        return length >= 0 && random is >= LeastRandom and < LeastRandom + Step ? wrapped.Slice(LengthBytes, length) : default(ReadOnlyMemory<byte>?);
    }
}
