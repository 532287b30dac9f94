using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Permutations;

/// <summary>Every value of a small domain is reached exactly once.</summary>
public sealed class ReducedPermutationTests
{
    private static readonly byte[] Key = Convert.FromHexString(Ff1Keys.K256);

    [Theory]
    [InlineData("10^6, six digits", 10, 6)]
    [InlineData("2^20, bits", 2, 20)]
    [InlineData("1000^2", 1000, 2)]
    [InlineData("101^3", 101, 3)]
    public void Ff1_over_a_small_domain_is_a_bijection(string description, int radix, int length)
    {
        using Ff1Permutation permutation = new(Key, radix, length, "tweak"u8);
        ShouldBeBijection(permutation, description);
    }

    [Theory]
    [InlineData("one value of a hundred", 2, 1)]
    [InlineData("two of a hundred", 2, 2)]
    [InlineData("all but one of a hundred", 2, 99)]
    [InlineData("1,000", 6, 1_000)]
    [InlineData("4,096", 6, 4_096)]
    [InlineData("10,000", 6, 10_000)]
    [InlineData("65,537", 6, 65_537)]
    [InlineData("100,000", 6, 100_000)]
    [InlineData("all but one", 6, 999_999)]
    [InlineData("all", 6, 1_000_000)]
    public void Cycle_walking_is_a_bijection(string description, int digits, long size)
    {
        using ReducedPermutation permutation = new(new Ff1Permutation(Key, 10, digits, default, Ff1MinimumDomain.OneHundred), size);
        permutation.DomainSize.ShouldBe(size);
        ShouldBeBijection(permutation, description);
    }

    [Fact]
    public void The_batch_and_single_values_agree()
    {
        using ReducedPermutation permutation = new(new Ff1Permutation(Key, 10, 6, default), 12_345);
        long[] values = [.. Enumerable.Range(0, 200).Select(i => i * 61L)];
        long[] expected = [.. values.Select(permutation.Permute)];
        permutation.Permute(values);
        values.ShouldBe(expected);
    }

    /// <summary>The walk is the wider permutation, repeated: held to the general FF1, numeral by numeral.</summary>
    [Fact]
    public void The_walk_repeats_the_general_ff1()
    {
        using Ff1 ff1 = new(Key, 10);
        using ReducedPermutation permutation = new(new Ff1Permutation(Key, 10, 6, default), 100_000);
        for (long value = 0; value < 100_000; value += 9_973)
        {
            long walked = value;
            do
            {
                ushort[] numerals = [.. walked.ToString("D6").Select(c => (ushort)(c - '0'))];
                ff1.Encrypt(numerals, default, numerals);
                walked = long.Parse(string.Concat(numerals));
            }
            while (walked >= 100_000);

            permutation.Permute(value).ShouldBe(walked);
        }
    }

    [Theory]
    [InlineData("none", 0)]
    [InlineData("negative", -5)]
    [InlineData("wider than the wider", 1_000_001)]
    public void A_bound_that_is_none_is_refused(string description, long size)
    {
        using Ff1Permutation wider = new(Key, 10, 6, default);
        Should.Throw<ArgumentOutOfRangeException>(() => new ReducedPermutation(wider, size), description).ParamName.ShouldBe("domainSize");
    }

    [Fact]
    public void A_walk_that_would_be_too_long_is_refused()
    {
        using ElevenDigitPermutation wider = new(Key, default);
        Should.Throw<ArgumentOutOfRangeException>(() => new ReducedPermutation(wider, 99_999)).ParamName.ShouldBe("domainSize");
        Should.NotThrow(() => new ReducedPermutation(wider, 100_000));
        Should.Throw<ArgumentNullException>(() => new ReducedPermutation(null!, 5));
    }

    [Fact]
    public void A_value_outside_the_bound_changes_nothing()
    {
        using ReducedPermutation permutation = new(new Ff1Permutation(Key, 10, 6, default), 1000);
        long[] values = [1, 2, 1000];
        Should.Throw<ArgumentOutOfRangeException>(() => permutation.Permute(values));
        Should.Throw<ArgumentOutOfRangeException>(() => permutation.Invert(-1));
        values.ShouldBe([1, 2, 1000]);
    }

    private static void ShouldBeBijection(IKeyedPermutation permutation, string description)
    {
        long[] values = new long[permutation.DomainSize];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = i;
        }

        permutation.Permute(values);
        bool[] seen = new bool[values.Length];
        foreach (long value in values)
        {
            if (seen[value])
            {
                Assert.Fail(description);
            }

            seen[value] = true;
        }

        permutation.Invert(values);
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != i)
            {
                Assert.Fail(description);
            }
        }
    }
}
