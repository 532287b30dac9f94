using System.Numerics;
using MyNumber.Jpki.Rsa;

namespace MyNumber.Jpki.Tests.Rsa;

/// <summary>The power itself against <see cref="BigInteger.ModPow"/>, on each road; moduli need not be products of primes for that.</summary>
public sealed class PowerTests
{
    private static readonly int[] Sizes = [1024, 1025, 1031, 1088, 1535, 1536, 2047, 2048, 2049, 2050, 2051, 2052, 2056, 2111, 2112, 3071, 3072, 4095, 4096, 4097, 6144, 8191, 8192];

    private static readonly ulong[] Exponents = [3, 5, 17, 65537, 0x1_0000_0001, ulong.MaxValue, 0x8000_0000_0000_0001];

    public static TheoryData<string, int> RoadsAndSizes
    {
        get
        {
            TheoryData<string, int> rows = [];
            foreach (string road in RsaRoadsHere.All)
            {
                foreach (int size in Sizes)
                {
                    rows.Add(road, size);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(RoadsAndSizes))]
    public void Every_modulus_and_number_of_edges_gives_the_power_of_the_big_integers(string road, int bits)
    {
        foreach (BigInteger modulus in Moduli(bits))
        {
            int turn = 0;
            foreach (BigInteger number in Numbers(modulus, bits))
            {
                Check(RsaRoadsHere.Road(road), modulus, number, Exponents[turn++ % Exponents.Length]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(RoadsAndSizes))]
    public void Number_not_below_the_modulus_or_of_another_length_is_refused(string road, int bits)
    {
        foreach (BigInteger modulus in Moduli(bits))
        {
            RsaPublicOperation operation = RsaPublicOperation.Create(Bytes(modulus, (bits + 7) / 8), [1, 0, 1], RsaRoadsHere.Road(road))!;
            byte[] encoded = new byte[operation.Length];
            foreach (BigInteger number in new[] { modulus, modulus + 1, modulus + 2, (BigInteger.One << (operation.Length * 8)) - 1 })
            {
                if (number.GetByteCount(isUnsigned: true) == operation.Length)
                {
                    operation.TryApply(Bytes(number, operation.Length), encoded).ShouldBeFalse();
                }
            }

            operation.TryApply(new byte[operation.Length - 1], encoded).ShouldBeFalse();
            operation.TryApply(new byte[operation.Length + 1], encoded).ShouldBeFalse();
            operation.TryApply([], encoded).ShouldBeFalse();
            encoded.ShouldAllBe(value => value == 0);
        }
    }

    [Theory]
    [MemberData(nameof(RsaRoadsHere.Names), MemberType = typeof(RsaRoadsHere))]
    public void Every_single_bit_as_number_gives_the_power_of_the_big_integers(string road)
    {
        BigInteger modulus = (BigInteger.One << 2048) - 1942289;
        for (int bit = 0; bit < 2048; bit++)
        {
            Check(RsaRoadsHere.Road(road), modulus, BigInteger.One << bit, 3);
        }
    }

    private static IEnumerable<BigInteger> Moduli(int bits)
    {
        BigInteger top = BigInteger.One << bits, half = top >> 1;
        Random random = new(bits);
        yield return top - 1;
        yield return half + 1;
        yield return top - (BigInteger.One << 64) + 1;
        yield return half + (BigInteger.One << (bits / 2)) + 1;
        yield return top - (BigInteger.One << (bits / 2)) - 1;
        byte[] bytes = new byte[bits / 8];
        random.NextBytes(bytes);
        yield return half + (new BigInteger(bytes, isUnsigned: true) >> 1 | 1);
    }

    private static IEnumerable<BigInteger> Numbers(BigInteger modulus, int bits)
    {
        yield return 0;
        yield return 1;
        yield return 2;
        yield return modulus - 1;
        yield return modulus - 2;
        yield return modulus >> 1;
        yield return ((BigInteger.One << (bits - 1)) - 1) % modulus;
        yield return (BigInteger.One << (bits - 1)) % modulus;
        yield return Pattern(bits, 27) % modulus;
        yield return Pattern(bits, 64) % modulus;
        yield return modulus / 3;
    }

    // All ones but the lowest bit of each limb: products and carries as large as they get.
    private static BigInteger Pattern(int bits, int limb)
    {
        BigInteger number = 0;
        for (int bit = 0; bit < bits; bit += limb)
        {
            number |= ((BigInteger.One << limb) - 2) << bit;
        }

        return number;
    }

    private static void Check(RsaRoad road, BigInteger modulus, BigInteger number, ulong exponent)
    {
        byte[] power = new byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(power, exponent);
        int length = modulus.GetByteCount(isUnsigned: true);
        RsaPublicOperation operation = RsaPublicOperation.Create(Bytes(modulus, length), power.AsSpan().TrimStart((byte)0), road)!;
        byte[] encoded = new byte[length];
        operation.TryApply(Bytes(number, length), encoded).ShouldBeTrue();
        new BigInteger(encoded, isUnsigned: true, isBigEndian: true).ShouldBe(BigInteger.ModPow(number, exponent, modulus));
    }

    private static byte[] Bytes(BigInteger number, int length)
    {
        byte[] bytes = new byte[length];
        byte[] digits = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(bytes, length - digits.Length);
        return bytes;
    }
}
