using System.Numerics;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>Can somebody who has many codes of two agencies tell which two are one person, without the core's key?</summary>
/// <remarks>
/// <para>The statistic: for each of the 128 × 128 pairs of a bit of one code and a bit of the other, how often the two bits agree. Among pairs of one person a scheme that leaks makes some pair of bits agree
/// more or less often than half of the time; z is the distance from half in standard deviations.</para>
/// <para>Power: with 60,000 pairs of codes a pair of bits that agrees with probability 1/2 ± 0.02 has an expected z of 9.8 and is missed (z at most 6) with probability below 0.0001. Under no leak the
/// largest of 16,384 values stays below 6 but for three cases in 100,000. Keys and links are fixed, so the outcome is too.</para>
/// </remarks>
public sealed class LinkingTests
{
    private const int Pairs = 60_000;
    private const int Bits = 128;
    private const double Threshold = 6;

    private static readonly AgencyCodes _codes = Codes(0x5A);

    [Fact]
    public void No_pair_of_bits_tells_codes_of_one_person_from_codes_of_two()
    {
        byte[][] city = [.. Enumerable.Range(0, Pairs).Select(person => Block(_codes, 101, person))];
        byte[][] office = [.. Enumerable.Range(0, Pairs).Select(person => Block(_codes, 501, person))];
        byte[][] others = [.. office[1..], office[0]];
        Largest(city, office).ShouldBeLessThan(Threshold);
        Largest(city, others).ShouldBeLessThan(Threshold);
    }

    [Fact]
    public void Distance_of_codes_is_the_same_for_one_person_and_for_two()
    {
        double same = 0;
        double different = 0;
        for (int person = 0; person < Pairs; person++)
        {
            byte[] mine = Block(_codes, 101, person);
            same += Distance(mine, Block(_codes, 501, person));
            different += Distance(mine, Block(_codes, 501, (person + 1) % Pairs));
        }

        // Each distance has a standard deviation of sqrt(128) / 2; the difference of two means of 60,000 has 0.0327. A shift of a quarter of a bit would be 7.6 of them.
        double z = (same - different) / Pairs / (Math.Sqrt(Bits) / 2 * Math.Sqrt(2.0 / Pairs));
        Math.Abs(z).ShouldBeLessThan(5);
    }

    [Theory]
    [InlineData("one bit copied in one of 25 cases", 25)]
    [InlineData("one bit copied in one of ten cases", 10)]
    [InlineData("one bit always copied", 1)]
    public void Scheme_that_leaks_a_little_is_found(string row, int every)
    {
        byte[][] city = [.. Enumerable.Range(0, Pairs).Select(person => Block(_codes, 101, person))];
        byte[][] leaking = [.. Enumerable.Range(0, Pairs).Select(person => Block(_codes, 501, person))];
        for (int person = 0; person < Pairs; person += every)
        {
            leaking[person][9] = (byte)((leaking[person][9] & 0x7F) | ((city[person][3] & 1) << 7));
        }

        Largest(city, leaking).ShouldBeGreaterThan(Threshold, row);
    }

    [Fact]
    public void Who_has_the_key_links_every_pair_and_who_has_another_key_none()
    {
        AgencyCodes thief = Codes(0x5B);
        for (int person = 0; person < 1_000; person++)
        {
            AgencyCode mine = _codes.Derive(new CodeHolderId(101), 0, Link(person));
            _codes.Convert(mine, new CodeHolderId(101), 0, new CodeHolderId(501), 0, out AgencyCode linked).ShouldBe(CodeVerdict.Genuine);
            linked.ShouldBe(_codes.Derive(new CodeHolderId(501), 0, Link(person)));
            thief.Convert(mine, new CodeHolderId(101), 0, new CodeHolderId(501), 0, out AgencyCode guessed).ShouldBe(CodeVerdict.Forged);
            guessed.IsEmpty.ShouldBeTrue();
        }
    }

    private static AgencyCodes Codes(byte key) => new(new CodeKeyRing(new AgencyCodeCipher(0, [.. Enumerable.Repeat(key, 32)])));

    private static LinkCode Link(int person) => LinkCode.FromBytes([0, 0, 0, 0, 0, 0, 1, (byte)(person >> 16), (byte)((person >> 8) & 0xFF), (byte)(person & 0xFF)]);

    private static byte[] Block(AgencyCodes codes, int holder, int person) => BreachWorld.BytesOf(codes.Derive(new CodeHolderId(holder), 0, Link(person)))[2..];

    private static int Distance(byte[] left, byte[] right) => left.Zip(right, (one, other) => BitOperations.PopCount((uint)(one ^ other))).Sum();

    private static double Largest(byte[][] left, byte[][] right)
    {
        (ulong[][] columns, ulong[][] others) = (Columns(left), Columns(right));
        double largest = 0;
        foreach (ulong[] column in columns)
        {
            foreach (ulong[] other in others)
            {
                long differ = 0;
                for (int i = 0; i < column.Length; i++)
                {
                    differ += BitOperations.PopCount(column[i] ^ other[i]);
                }

                largest = Math.Max(largest, Math.Abs(differ - (left.Length / 2.0)) / (Math.Sqrt(left.Length) / 2));
            }
        }

        return largest;
    }

    private static ulong[][] Columns(byte[][] codes)
    {
        ulong[][] columns = [.. Enumerable.Range(0, Bits).Select(_ => new ulong[(codes.Length + 63) / 64])];
        for (int row = 0; row < codes.Length; row++)
        {
            for (int bit = 0; bit < Bits; bit++)
            {
                columns[bit][row / 64] |= (ulong)((codes[row][bit / 8] >> (7 - (bit % 8))) & 1) << (row % 64);
            }
        }

        return columns;
    }
}
