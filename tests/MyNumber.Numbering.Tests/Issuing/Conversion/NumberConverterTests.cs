using System.Collections.Frozen;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Tests.Issuing.Conversion;

public sealed class NumberConverterTests
{
    [Theory]
    [InlineData("all digits alike", 0)]
    [InlineData("all digits alike", 77_777_777_777)]
    [InlineData("a run upwards, as on dummy cards", 12_345_678_901)]
    [InlineData("a run from zero", 1_234_567_890)]
    [InlineData("a run downwards", 98_765_432_109)]
    [InlineData("noughts before a one", 1)]
    [InlineData("noughts before a nine", 9)]
    public void Placeholder_is_on_the_list(string row, long eleven) => ExcludedNumbers.Placeholders.Contains(eleven).ShouldBeTrue(row);

    [Fact]
    public void List_of_placeholders_is_thirty_nine_values_that_the_number_calls_so_itself()
    {
        ExcludedNumbers.Placeholders.Count.ShouldBe(39);
        foreach (long eleven in ExcludedNumbers.Placeholders)
        {
            IndividualNumber.FromTrusted((eleven * 10) + IndividualNumberCheckDigit.Compute(eleven)).IsPlaceholder.ShouldBeTrue();
        }
    }

    [Fact]
    public void Placeholder_is_neither_made_nor_taken_and_the_way_round_it_is_a_permutation()
    {
        using IKeyedPermutation permutation = Lab.Permutation();
        NumberConverter converter = new(permutation, ExcludedNumbers.Placeholders);
        HashSet<long> made = [];
        foreach (long eleven in ExcludedNumbers.Placeholders)
        {
            converter.TryConvert(Lab.Code(eleven / 10), (int)(eleven % 10), out _).ShouldBeFalse();
            long input = permutation.Invert(eleven);
            converter.TryConvert(Lab.Code(input / 10), (int)(input % 10), out IndividualNumber number).ShouldBeTrue();
            number.IsPlaceholder.ShouldBeFalse();
            made.Add(number.Value).ShouldBeTrue();
            converter.TryRestore(number, out long digits, out int counter).ShouldBeTrue();
            ((digits * 10) + counter).ShouldBe(input);
        }
    }

    [Fact]
    public void Excluded_number_is_never_issued_and_the_walk_goes_on()
    {
        using IKeyedPermutation permutation = Lab.Permutation();
        NumberConverter free = new(permutation, ExcludedNumbers.None);
        free.TryConvert(Lab.Code(1_234), 0, out IndividualNumber first).ShouldBeTrue();
        NumberConverter walking = new(permutation, FrozenSet.Create(first.Value / 10));
        walking.TryConvert(Lab.Code(1_234), 0, out IndividualNumber next).ShouldBeTrue();
        next.ShouldNotBe(first);
        (next.Value / 10).ShouldBe(permutation.Permute(first.Value / 10));
    }

    [Fact]
    public void Code_and_count_that_are_excluded_are_refused()
    {
        using IKeyedPermutation permutation = Lab.Permutation();
        NumberConverter converter = new(permutation, FrozenSet.Create(12_345L * 10));
        converter.TryConvert(Lab.Code(12_345), 0, out IndividualNumber number).ShouldBeFalse();
        number.IsEmpty.ShouldBeTrue();
        converter.TryConvert(Lab.Code(12_345), 1, out _).ShouldBeTrue();
    }

    [Fact]
    public void Many_at_once_are_the_same_as_one_by_one()
    {
        using IKeyedPermutation permutation = Lab.Permutation();
        NumberConverter converter = new(permutation, FrozenSet.Create(5_000L * 10));
        ResidentRecordCode[] codes = [.. Enumerable.Range(4_990, 300).Select(digits => Lab.Code(digits))];
        IndividualNumber[] numbers = new IndividualNumber[300];
        converter.ConvertFirst(codes, numbers).ShouldBe(1);
        for (int i = 0; i < codes.Length; i++)
        {
            converter.TryConvert(codes[i], 0, out IndividualNumber one);
            numbers[i].ShouldBe(one);
        }
    }

    [Fact]
    public void Holder_of_the_key_comes_back_to_code_and_count()
    {
        using IKeyedPermutation permutation = Lab.Permutation();
        NumberConverter converter = new(permutation, ExcludedNumbers.Placeholders);
        for (int counter = 0; counter < 10; counter++)
        {
            converter.TryConvert(Lab.Code(2_472_705_960), counter, out IndividualNumber number).ShouldBeTrue();
            converter.TryRestore(number, out long digits, out int back).ShouldBeTrue();
            (digits, back).ShouldBe((2_472_705_960, counter));
        }
    }

    [Fact]
    public void Wrong_input_is_an_error()
    {
        using IKeyedPermutation permutation = Lab.Permutation();
        NumberConverter converter = new(permutation, ExcludedNumbers.None);
        Should.Throw<ArgumentException>(() => converter.TryConvert(default, 0, out _));
        Should.Throw<ArgumentOutOfRangeException>(() => converter.TryConvert(Lab.Code(1), 10, out _));
        Should.Throw<ArgumentOutOfRangeException>(() => converter.TryConvert(Lab.Code(1), -1, out _));
        Should.Throw<ArgumentException>(() => converter.ConvertFirst([Lab.Code(1)], []));
        Should.Throw<ArgumentException>(() => new NumberConverter(TablePermutation.Shuffled(10, 1), ExcludedNumbers.None));
        Should.Throw<ArgumentException>(() => new ConversionKeyRing(2, Lab.Keys() is var ring ? [new(1, permutation)] : []));
    }

    /// <summary>
    /// 200,000 codes; for each of ten input digits and eleven output digits a chi-square test of independence with 81 degrees of freedom at level 10^-6 over all
    /// 110 (critical value 175 for 9·10^-9 each). Such a test finds a dependence of Cohen's w = 0.03 (noncentrality 180) with a power above 99 %.
    /// </summary>
    [Fact]
    public void Output_digits_do_not_depend_on_input_digits()
    {
        const int samples = 200_000;
        using IKeyedPermutation permutation = Lab.Permutation();
        NumberConverter converter = new(permutation, ExcludedNumbers.Placeholders);
        ResidentRecordCode[] codes = [.. Enumerable.Range(0, samples).Select(i => Lab.Code(i * 49_999L))];
        IndividualNumber[] numbers = new IndividualNumber[samples];
        converter.ConvertFirst(codes, numbers);
        int[,,,] counts = new int[10, 11, 10, 10];
        for (int i = 0; i < samples; i++)
        {
            Count(counts, codes[i].Value / 10, numbers[i].Value / 10);
        }

        for (int input = 0; input < 10; input++)
        {
            for (int output = 0; output < 11; output++)
            {
                ChiSquare(counts, input, output, samples).ShouldBeLessThan(175);
            }
        }
    }

    [Fact]
    public void Test_of_independence_sees_a_conversion_that_leaks_a_little()
    {
        const int samples = 200_000;
        int[,,,] counts = new int[10, 11, 10, 10];
        Random random = new(1);
        for (int i = 0; i < samples; i++)
        {
            long code = random.NextInt64(10_000_000_000), number = random.NextInt64(100_000_000_000);
            Count(counts, code, random.Next(50) == 0 ? (number / 10 * 10) + (code % 10) : number);
        }

        ChiSquare(counts, 0, 0, samples).ShouldBeGreaterThan(175);
    }

    private static void Count(int[,,,] counts, long code, long number)
    {
        for (int input = 0; input < 10; input++, code /= 10)
        {
            long rest = number;
            for (int output = 0; output < 11; output++, rest /= 10)
            {
                counts[input, output, code % 10, rest % 10]++;
            }
        }
    }

    private static double ChiSquare(int[,,,] counts, int input, int output, int samples)
    {
        double[] rows = new double[10], columns = new double[10];
        for (int cell = 0; cell < 100; cell++)
        {
            rows[cell / 10] += counts[input, output, cell / 10, cell % 10];
            columns[cell % 10] += counts[input, output, cell / 10, cell % 10];
        }

        double sum = 0;
        for (int cell = 0; cell < 100; cell++)
        {
            double expected = rows[cell / 10] * columns[cell % 10] / samples;
            double difference = counts[input, output, cell / 10, cell % 10] - expected;
            sum += expected == 0 ? 0 : difference * difference / expected;
        }

        return sum;
    }
}
