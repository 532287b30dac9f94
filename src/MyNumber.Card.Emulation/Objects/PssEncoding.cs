using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MyNumber.Card.Emulation.Objects;

/// <summary>EMSA-PSS with SHA-256 and MGF1-SHA-256 for a 2048-bit modulus (RFC 8017 §9.1.1), with a salt of any length, which the base class library does not offer.</summary>
internal static class PssEncoding
{
    private const int HashLength = 32;

    /// <summary>emLen − hLen − 2: the longest salt that fits 256 bytes.</summary>
    public const int MaximumSaltLength = CardKey.Length - HashLength - 2;

    /// <summary>Encodes a hash.</summary>
    /// <param name="hash">32 bytes.</param>
    /// <param name="salt">Fresh random bytes, at most <see cref="MaximumSaltLength"/>.</param>
    /// <param name="encoded">Receives 256 bytes; the top bit is 0.</param>
    public static void Encode(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> salt, Span<byte> encoded)
    {
        int maskedLength = CardKey.Length - HashLength - 1;
        Span<byte> masked = encoded[..maskedLength];
        Span<byte> digest = encoded.Slice(maskedLength, HashLength);
        byte[] message = [0, 0, 0, 0, 0, 0, 0, 0, .. hash, .. salt];
        _ = SHA256.HashData(message, digest);

        masked.Clear();
        masked[maskedLength - salt.Length - 1] = 0x01;
        salt.CopyTo(masked[(maskedLength - salt.Length)..]);
        Mask(digest, masked);
        masked[0] &= 0x7F;
        encoded[^1] = 0xBC;
    }

    // MGF1 (RFC 8017 appendix B.2.1) exclusive-ored over the block.
    private static void Mask(ReadOnlySpan<byte> seed, Span<byte> block)
    {
        Span<byte> input = stackalloc byte[HashLength + 4];
        Span<byte> output = stackalloc byte[HashLength];
        seed.CopyTo(input);
        for (int i = 0; i < block.Length; i++)
        {
            if (i % HashLength == 0)
            {
                BinaryPrimitives.WriteInt32BigEndian(input[HashLength..], i / HashLength);
                _ = SHA256.HashData(input, output);
            }

            block[i] ^= output[i % HashLength];
        }
    }
}
