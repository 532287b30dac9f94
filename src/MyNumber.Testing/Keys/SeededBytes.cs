using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MyNumber.Testing.Keys;

/// <summary>Numbers that follow from a seed on every machine and runtime: SHA-256 of seed, purpose and index.</summary>
internal static class SeededBytes
{
    /// <summary>A number below a limit. The bias over 2^64 does not matter for invented data.</summary>
    public static long Number(int seed, string purpose, int index, long limit)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{purpose}/{index}"));
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)limit);
    }

    /// <summary>One of a list.</summary>
    public static T Pick<T>(int seed, string purpose, int index, IReadOnlyList<T> list) => list[(int)Number(seed, purpose, index, list.Count)];
}
