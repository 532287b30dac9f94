using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MyNumber.Jpki.Rsa;

/// <summary>EMSA-PSS verification (RFC 8017 §9.1.2) with MGF1 over the message's own hash.</summary>
internal static class PssEncoding
{
    private const int LargestDigest = 64;

    /// <summary>Judges an encoded message; it is overwritten.</summary>
    /// <param name="encoded">As long as the modulus; one byte longer than emLen when the modulus' length is 8k + 1 bits.</param>
    /// <param name="bits">emBits: the modulus' bits less one.</param>
    /// <param name="digest">mHash.</param>
    /// <param name="algorithm">The hash.</param>
    /// <param name="saltLength">sLen.</param>
    public static bool Verify(Span<byte> encoded, int bits, ReadOnlySpan<byte> digest, HashAlgorithmName algorithm, int saltLength)
    {
        int length = (bits + 7) / 8, hashLength = digest.Length;
        if (encoded.Length > length && encoded[0] != 0)
        {
            return false;
        }

        encoded = encoded[^length..];
        if (saltLength < 0 || saltLength > length - hashLength - 2 || encoded[^1] != 0xBC)
        {
            return false;
        }

        Span<byte> block = encoded[..(length - hashLength - 1)];
        Span<byte> hash = encoded.Slice(block.Length, hashLength);
        byte unused = (byte)((0xFF00 >> ((length * 8) - bits)) & 0xFF);
        if ((block[0] & unused) != 0)
        {
            return false;
        }

        Unmask(block, hash, algorithm);
        block[0] &= (byte)(~unused & 0xFF);
        int separator = block.Length - saltLength - 1;
        return !block[..separator].ContainsAnyExcept((byte)0) && block[separator] == 1 && IsHashOf(hash, digest, block[(separator + 1)..], algorithm);
    }

    private static bool IsHashOf(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> digest, ReadOnlySpan<byte> salt, HashAlgorithmName algorithm)
    {
        Span<byte> computed = stackalloc byte[LargestDigest];
        using IncrementalHash hasher = IncrementalHash.CreateHash(algorithm);
        hasher.AppendData(stackalloc byte[8]);
        hasher.AppendData(digest);
        hasher.AppendData(salt);
        return hash.SequenceEqual(computed[..hasher.GetHashAndReset(computed)]);
    }

    // MGF1 (RFC 8017 appendix B.2.1); a block has at most 1024 bytes, so at most 32 hashes.
    private static void Unmask(Span<byte> block, ReadOnlySpan<byte> seed, HashAlgorithmName algorithm)
    {
        Span<byte> input = stackalloc byte[LargestDigest + sizeof(int)];
        Span<byte> mask = stackalloc byte[LargestDigest];
        input = input[..(seed.Length + sizeof(int))];
        seed.CopyTo(input);
        for (int start = 0, counter = 0; start < block.Length; start += seed.Length, counter++)
        {
            BinaryPrimitives.WriteInt32BigEndian(input[seed.Length..], counter);
            CryptographicOperations.HashData(algorithm, input, mask);
            int count = Math.Min(seed.Length, block.Length - start);
            for (int i = 0; i < count; i++)
            {
                block[start + i] ^= mask[i];
            }
        }
    }
}
