using System.Buffers.Binary;

namespace MyNumber.CardFuzz;

/// <summary>SplitMix64: the same seed gives the same run everywhere.</summary>
public sealed class FuzzRandom
{
    private ulong _state;

    public FuzzRandom(ulong seed) => _state = seed;

    public ulong Next()
    {
        unchecked
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>0 to <paramref name="limit"/> − 1.</summary>
    public int Below(int limit) => (int)(Next() % (uint)limit);

    /// <summary>True once in <paramref name="times"/>.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    public byte Byte() => (byte)(Next() >> 56);

    public T Pick<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];

    public void Fill(Span<byte> bytes)
    {
        Span<byte> word = stackalloc byte[8];
        while (!bytes.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64BigEndian(word, Next());
            int part = Math.Min(word.Length, bytes.Length);
            word[..part].CopyTo(bytes);
            bytes = bytes[part..];
        }
    }

    public byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        Fill(bytes);
        return bytes;
    }

    public string Digits(int length) => string.Create(length, this, static (text, random) =>
    {
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (char)('0' + random.Below(10));
        }
    });
}
