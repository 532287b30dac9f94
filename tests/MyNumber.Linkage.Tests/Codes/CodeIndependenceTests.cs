using System.Buffers.Binary;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Codes;

/// <summary>Statistics over fixed keys, so that an outcome never changes. The bounds are seven standard deviations: one table of them raises a false alarm with a chance below 10^-8.</summary>
public sealed class CodeIndependenceTests
{
    private const int Count = 40_000;
    private const int Bits = AgencyCode.BlockLength * 8;

    private static readonly double _bound = 7 * Math.Sqrt(Count) / 2;

    [Fact]
    public void Bits_of_codes_of_neighbouring_links_are_even_and_independent()
    {
        byte[] blocks = Derived(new CodeHolderId(1));
        ShouldBeEven(blocks, (block, next) => block);
        ShouldBeEven(blocks, (block, next) => block ^ next);
    }

    [Fact]
    public void Bits_of_one_persons_codes_at_two_holders_are_independent()
    {
        byte[] mine = Derived(new CodeHolderId(1));
        byte[] theirs = Derived(new CodeHolderId(2));
        byte[] difference = mine.Zip(theirs, (one, other) => (byte)(one ^ other)).ToArray();
        ShouldBeEven(difference, (block, next) => block);
    }

    [Fact]
    public void Flipped_bit_of_a_link_flips_half_the_bits_of_the_code()
    {
        using AgencyCodeCipher cipher = new(0, Ciphers.CountedKey);
        Random random = new(3);
        for (int bit = 0; bit < LinkCode.Length * 8; bit++)
        {
            int flipped = 0;
            for (int i = 0; i < 500; i++)
            {
                byte[] link = new byte[LinkCode.Length];
                random.NextBytes(link);
                UInt128 before = cipher.Derive(new CodeHolderId(1), 0, LinkCode.FromBytes(link)).Block;
                link[bit / 8] ^= (byte)(1 << (bit % 8));
                flipped += (int)UInt128.PopCount(before ^ cipher.Derive(new CodeHolderId(1), 0, LinkCode.FromBytes(link)).Block);
            }

            flipped.ShouldBeInRange(32_000 - 885, 32_000 + 885);
        }
    }

    private static void ShouldBeEven(byte[] blocks, Func<UInt128, UInt128, UInt128> see)
    {
        int[] ones = new int[Bits];
        UInt128[] numbers = Enumerable.Range(0, Count).Select(i => BinaryPrimitives.ReadUInt128BigEndian(blocks.AsSpan(i * AgencyCode.BlockLength))).ToArray();
        for (int i = 0; i < Count; i++)
        {
            UInt128 seen = see(numbers[i], numbers[(i + 1) % Count]);
            for (int bit = 0; bit < Bits; bit++)
            {
                ones[bit] += (int)((seen >> bit) & 1);
            }
        }

        ones.ShouldAllBe(count => Math.Abs(count - (Count / 2)) < _bound);
    }

    private static byte[] Derived(CodeHolderId holder)
    {
        using AgencyCodeCipher cipher = new(0, Ciphers.CountedKey);
        byte[] links = new byte[Count * LinkCode.Length];
        for (int i = 0; i < Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(links.AsSpan((i * LinkCode.Length) + 6), i);
        }

        byte[] blocks = new byte[Count * AgencyCode.BlockLength];
        cipher.Derive(holder, 0, links, blocks);
        return blocks;
    }
}
