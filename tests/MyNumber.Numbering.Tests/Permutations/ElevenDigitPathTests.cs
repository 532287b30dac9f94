using System.Text;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Permutations;

/// <summary>All ways that the machine supports give the same answers.</summary>
public sealed class ElevenDigitPathTests
{
    private const long Size = 100_000_000_000;

    private static readonly long[] Edges =
    [
        0, 1, 9, 99_999, 100_000, 999_999, 1_000_000, 1_000_001, 1_999_999, 99_999_000_000, 99_999_999_998, 99_999_999_999, 4_294_967_295, 4_294_967_296, 68_719_476_735, 68_719_476_736,
    ];

    [SkippableTheory]
    [InlineData("128 bits", 16, 0)]
    [InlineData("192 bits", 24, 5)]
    [InlineData("256 bits, tweak of several blocks", 32, 61)]
    public void A_million_numbers_and_the_edges_agree(string description, int keyLength, int tweakLength)
    {
        Skip.If(ElevenDigitPermutation.BestPath == ElevenDigitPath.LockStep, "this processor has no lanes to compare");
        Random random = new(20151005 + keyLength);
        byte[] key = new byte[keyLength];
        byte[] tweak = new byte[tweakLength];
        random.NextBytes(key);
        random.NextBytes(tweak);
        long[] inputs = [.. Edges, .. Enumerable.Range(0, 1_000_000).Select(_ => random.NextInt64(Size))];

        using ElevenDigitPermutation lanes = new(key, tweak);
        using ElevenDigitPermutation steps = new(key, tweak, ElevenDigitPath.LockStep);
        long[] byLanes = [.. inputs];
        long[] bySteps = [.. inputs];
        lanes.Permute(byLanes);
        steps.Permute(bySteps);
        byLanes.AsSpan().SequenceEqual(bySteps).ShouldBeTrue(description);
        lanes.Invert(byLanes);
        byLanes.AsSpan().SequenceEqual(inputs).ShouldBeTrue(description);

        byLanes = [.. inputs];
        bySteps = [.. inputs];
        lanes.Invert(byLanes);
        steps.Invert(bySteps);
        byLanes.AsSpan().SequenceEqual(bySteps).ShouldBeTrue(description);
    }

    [Fact]
    public void Numbers_and_the_general_ff1_agree_under_a_long_tweak()
    {
        Random random = new(7);
        byte[] key = new byte[32];
        byte[] tweak = new byte[100];
        random.NextBytes(key);
        random.NextBytes(tweak);
        using Ff1 ff1 = new(key, 10);
        using ElevenDigitPermutation permutation = new(key, tweak);
        foreach (long value in Edges.Concat(Enumerable.Range(0, 300).Select(_ => random.NextInt64(Size))))
        {
            ushort[] numerals = [.. value.ToString("D11").Select(c => (ushort)(c - '0'))];
            ff1.Encrypt(numerals, tweak, numerals);
            permutation.Permute(value).ToString("D11").ShouldBe(string.Concat(numerals));
        }
    }

    /// <summary>Lengths around the group of sixteen and the chunks.</summary>
    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("one", 1)]
    [InlineData("one short of a group", 15)]
    [InlineData("a group", 16)]
    [InlineData("one over a group", 17)]
    [InlineData("one over a chunk of rows", 257)]
    [InlineData("one over a chunk of steps", 4097)]
    public void A_batch_of_any_length_is_the_single_numbers(string description, int count)
    {
        byte[] key = Convert.FromHexString(Ff1Keys.K256);
        foreach (ElevenDigitPath path in Enum.GetValues<ElevenDigitPath>().Where(ElevenDigitPermutation.IsAvailable))
        {
            using ElevenDigitPermutation permutation = new(key, default, path);
            long[] values = [.. Enumerable.Range(0, count).Select(i => i * 98_765_431L % Size)];
            long[] expected = [.. values.Select(permutation.Permute)];
            byte[] rows = Encoding.ASCII.GetBytes(string.Concat(values.Select(value => value.ToString("D11"))));
            permutation.Permute(values);
            permutation.PermuteDigits(rows);
            values.ShouldBe(expected, $"{description}, {path}");
            Encoding.ASCII.GetString(rows).ShouldBe(string.Concat(expected.Select(value => value.ToString("D11"))), $"{description}, {path}");
        }
    }

    [SkippableFact]
    public void Nothing_is_allocated_for_a_batch_in_lanes()
    {
        Skip.If(ElevenDigitPermutation.BestPath == ElevenDigitPath.LockStep, "this processor has no lanes");
        using ElevenDigitPermutation permutation = new(Convert.FromHexString(Ff1Keys.K256), default);
        long[] values = new long[1000];
        permutation.Permute(values);
        long before = GC.GetAllocatedBytesForCurrentThread();
        permutation.Permute(values);
        permutation.Permute(1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public async Task Threads_share_one_permutation()
    {
        foreach (ElevenDigitPath path in Enum.GetValues<ElevenDigitPath>().Where(ElevenDigitPermutation.IsAvailable))
        {
            using ElevenDigitPermutation permutation = new(Convert.FromHexString(Ff1Keys.K256), default, path);
            long[] expected = [.. Enumerable.Range(0, 2000).Select(i => (long)i)];
            permutation.Permute(expected);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                long[] values = [.. Enumerable.Range(0, 2000).Select(i => (long)i)];
                permutation.Permute(values);
                values.AsSpan().SequenceEqual(expected).ShouldBeTrue();
            })));
        }
    }
}
