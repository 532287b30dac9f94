using System.Security.Cryptography;

namespace MyNumber.Numbering.Issuing.Codes;

/// <summary>Uniform whole numbers from a source of random bytes, by rejection, so that no value is likelier than another.</summary>
internal static class RandomDraw
{
    /// <summary>A value of at least zero and below the bound.</summary>
    public static long Below(RandomNumberGenerator random, long bound)
    {
        ulong range = (ulong)bound;
        ulong limit = ulong.MaxValue - ((ulong.MaxValue % range) + 1) % range;
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        while (true)
        {
            random.GetBytes(bytes);
            ulong value = BitConverter.ToUInt64(bytes);
            if (value <= limit)
            {
                return (long)(value % range);
            }
        }
    }
}
