using FsCheck;
using FsCheck.Fluent;
using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering.Tests.CheckDigits;

public sealed class IndividualNumberCheckDigitTests
{
    [Theory]
    [InlineData("the example of the project research notes", 12345678901, 8)]
    [InlineData("all zero: remainder 0 gives 0", 0, 0)]
    [InlineData("weight 2 of the last digit: 11 - 2", 1, 9)]
    [InlineData("weight 7, sixth from the right: 11 - 7", 100000, 4)]
    [InlineData("weight 2 again, seventh from the right", 1000000, 9)]
    [InlineData("weight 6, the first digit: 11 - 6", 10000000000, 5)]
    [InlineData("remainder 1 gives 0: 6 x 2 = 12", 6, 0)]
    [InlineData("remainder 10 gives 1: 5 x 2", 5, 1)]
    public void Digit_follows_the_weights(string description, long elevenDigits, int expected) =>
        IndividualNumberCheckDigit.Compute(elevenDigits).ShouldBe(expected, description);

    [Theory]
    [InlineData("negative", -1)]
    [InlineData("twelve digits", 100_000_000_000)]
    public void Number_out_of_range_is_refused(string description, long number) =>
        Should.Throw<ArgumentOutOfRangeException>(() => IndividualNumberCheckDigit.Compute(number), description);

    [Fact]
    public void Digit_equals_the_weighted_sum_written_another_way() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ElevenDigits, number => IndividualNumberCheckDigit.Compute(number) == FromText(number)));

    private static Arbitrary<long> ElevenDigits => ArbMap.Default.GeneratorFor<ulong>().Select(raw => (long)(raw % 100_000_000_000)).ToArbitrary();

    private static int FromText(long number)
    {
        int[] weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
        int sum = number.ToString("D11").Select((digit, i) => (digit - '0') * weights[i]).Sum();
        return (11 - (sum % 11)) % 11 % 10;
    }
}
