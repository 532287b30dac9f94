using System.Collections.Frozen;
using MyNumber.Numbering.Issuing.Conversion;

namespace MyNumber.Numbering.Tests.Issuing.Conversion;

public sealed class ExcludingPermutationTests
{
    [Theory]
    [InlineData("nothing excluded", 0)]
    [InlineData("one value", 1)]
    [InlineData("a tenth", 200)]
    [InlineData("nearly all", 1_990)]
    [InlineData("all", 2_000)]
    public void Every_value_that_is_not_excluded_is_met_exactly_once(string row, int count)
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            long[] values = [.. Enumerable.Range(0, 2_000)];
            new Random(seed).Shuffle(values);
            FrozenSet<long> excluded = values.Take(count).ToFrozenSet();
            ExcludingPermutation permutation = new(TablePermutation.Shuffled(2_000, seed + 100), excluded);
            HashSet<long> met = [];
            for (long value = 0; value < 2_000; value++)
            {
                permutation.TryPermute(value, out long permuted).ShouldBe(!excluded.Contains(value), row);
                if (!excluded.Contains(value))
                {
                    met.Add(permuted).ShouldBeTrue(row);
                    excluded.ShouldNotContain(permuted, row);
                    permutation.TryInvert(permuted, out long back).ShouldBeTrue(row);
                    back.ShouldBe(value, row);
                }
            }

            met.Count.ShouldBe(2_000 - count, row);
        }
    }

    [Fact]
    public void Excluded_input_would_meet_another_output_if_it_were_not_refused()
    {
        // 0→1→2→0: with 1 excluded, 0 walks to 2; were 1 taken as input, it would come to 2 as well.
        ExcludingPermutation permutation = new(new TablePermutation([1, 2, 0]), FrozenSet.Create(1L));
        permutation.TryPermute(0, out long walked).ShouldBeTrue();
        walked.ShouldBe(2);
        permutation.TryPermute(1, out _).ShouldBeFalse();
    }

    [Fact]
    public void Batch_gives_the_same_as_one_at_a_time()
    {
        FrozenSet<long> excluded = Enumerable.Range(0, 150).Select(value => (long)(value * 7)).ToFrozenSet();
        ExcludingPermutation permutation = new(TablePermutation.Shuffled(1_100, 5), excluded);
        long[] values = [.. Enumerable.Range(0, 1_100)];
        permutation.Permute(values).ShouldBe(150);
        for (int value = 0; value < values.Length; value++)
        {
            values[value].ShouldBe(permutation.TryPermute(value, out long permuted) ? permuted : -1);
        }
    }

    [Fact]
    public void Cycle_of_excluded_values_alone_ends()
    {
        ExcludingPermutation permutation = new(new TablePermutation([1, 0, 2, 3]), FrozenSet.Create(0L, 1L, 2L));
        long[] values = [0, 1, 2, 3];
        permutation.Permute(values).ShouldBe(3);
        values.ShouldBe([-1, -1, -1, 3]);
    }
}
