using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Permutations;

/// <summary>Output digits against input digits, by chi-square over a seeded sample (so that the answer never changes).</summary>
/// <remarks>One million numbers and a ten by ten table for each pair of places: 81 degrees of freedom. The threshold 152 has probability 3·10⁻⁶ under independence, so
/// 4·10⁻⁴ for all 121 tables together. A dependence of Cohen's w = 0.0114 (a noncentrality of 130) is found with a probability of 99 %: for instance an output digit that equals an
/// input digit with probability 0.1034 where 0.1 is due. The control shows that 0.105 is found.</remarks>
public sealed class IndependenceTests
{
    private const int Count = 1_000_000;
    private const double Threshold = 152;

    private readonly long[] _inputs = CreateInputs(neighbours: false);

    [Fact]
    public void No_output_digit_depends_on_an_input_digit() => Greatest(_inputs, Images(_inputs)).ShouldBeLessThan(Threshold);

    [Fact]
    public void No_output_digit_depends_on_a_digit_of_the_neighbours_image()
    {
        long[] next = CreateInputs(neighbours: true);
        Greatest(Images(_inputs), Images(next)).ShouldBeLessThan(Threshold);
    }

    [Fact]
    public void A_digit_that_leaks_once_in_two_hundred_is_found()
    {
        Random random = new(3);
        long[] images = Images(_inputs);
        for (int i = 0; i < Count; i++)
        {
            // With probability 1/180 the last digit is copied: equal with 0.1 + 0.9/180 = 0.105.
            images[i] = random.Next(180) == 0 ? (images[i] / 10 * 10) + (_inputs[i] % 10) : images[i];
        }

        Greatest(_inputs, images).ShouldBeGreaterThan(Threshold);
    }

    [Fact]
    public void Output_digits_of_consecutive_inputs_are_even()
    {
        long[] images = Images([.. Enumerable.Range(0, Count).Select(i => (long)i)]);
        for (long place = 1; place < 100_000_000_000; place *= 10)
        {
            int[] counts = new int[10];
            foreach (long image in images)
            {
                counts[image / place % 10]++;
            }

            // Nine degrees of freedom: 42 has probability 3·10⁻⁶.
            counts.Sum(count => Math.Pow(count - (Count / 10.0), 2) / (Count / 10.0)).ShouldBeLessThan(42);
        }
    }

    private static long[] CreateInputs(bool neighbours)
    {
        Random random = new(1);
        long[] inputs = new long[Count];
        for (int i = 0; i < Count; i++)
        {
            inputs[i] = random.NextInt64(99_999_999_999) + (neighbours ? 1 : 0);
        }

        return inputs;
    }

    private static long[] Images(long[] inputs)
    {
        using ElevenDigitPermutation permutation = new(Convert.FromHexString(Ff1Keys.K256), "independence"u8);
        long[] images = [.. inputs];
        permutation.Permute(images);
        return images;
    }

    private static double Greatest(long[] inputs, long[] outputs)
    {
        int[] table = new int[11 * 11 * 100];
        for (int i = 0; i < inputs.Length; i++)
        {
            long input = inputs[i];
            for (int place = 0; place < 11; place++, input /= 10)
            {
                int row = (place * 1100) + ((int)(input % 10) * 10);
                long output = outputs[i];
                for (int other = 0; other < 11; other++, output /= 10)
                {
                    table[row + (other * 100) + (int)(output % 10)]++;
                }
            }
        }

        return table.Chunk(100).Max(ChiSquare);
    }

    /// <summary>Expected counts come from the sample's own margins.</summary>
    private static double ChiSquare(int[] table)
    {
        double sum = 0;
        for (int cell = 0; cell < 100; cell++)
        {
            double row = Enumerable.Range(0, 10).Sum(i => table[(cell / 10 * 10) + i]);
            double column = Enumerable.Range(0, 10).Sum(i => table[(i * 10) + (cell % 10)]);
            double expected = row * column / Count;
            sum += (table[cell] - expected) * (table[cell] - expected) / expected;
        }

        return sum;
    }
}
