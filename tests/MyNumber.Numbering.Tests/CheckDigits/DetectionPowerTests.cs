using System.Globalization;

namespace MyNumber.Numbering.Tests.CheckDigits;

/// <summary>The share of errors that pass, recomputed exactly over all numbers by convolution of remainders.</summary>
public sealed class DetectionPowerTests
{
    [Theory]
    [InlineData("individual", "1.667", "1.818")]
    [InlineData("resident", "1.653", "1.818")]
    [InlineData("corporate", "2.051", "2.222")]
    [InlineData("government", "1.515", "1.818")]
    [InlineData("insurer8", "0.000", "0.000")]
    [InlineData("insurer6", "0.000", "0.000")]
    [InlineData("licence", "1.653", "1.818")]
    [InlineData("mrz", "0.000", "0.000")]
    public void Wrong_single_digits_pass_as_often_as_published(string scheme, string everywhere, string payload)
    {
        CheckScheme rule = CheckSchemes.Of[scheme];
        Percent(rule.Missed(1, Enumerable.Range(0, rule.Length), CheckErrors.WrongDigit), 3).ShouldBe(everywhere);
        Percent(rule.Missed(1, CheckErrors.Payload(rule), CheckErrors.WrongDigit), 3).ShouldBe(payload);
    }

    [Theory]
    [InlineData("individual", "1.837")]
    [InlineData("resident", "1.838")]
    [InlineData("corporate", "2.037")]
    [InlineData("government", "2.263")]
    [InlineData("insurer8", "2.222")]
    [InlineData("insurer6", "2.222")]
    [InlineData("licence", "2.040")]
    public void Swapped_neighbours_pass_as_often_as_published(string scheme, string expected) =>
        Percent(CheckSchemes.Of[scheme].Missed(2, Enumerable.Range(0, CheckSchemes.Of[scheme].Length - 1), CheckErrors.Swap), 3).ShouldBe(expected);

    [Theory]
    [InlineData("government")]
    [InlineData("licence")]
    public void Swapped_last_pair_passes_more_often(string scheme) =>
        Percent(CheckSchemes.Of[scheme].Missed(2, [CheckSchemes.Of[scheme].Length - 2], CheckErrors.Swap), 2).ShouldBe("4.04");

    [Fact]
    public void Passport_zone_misses_swaps_of_digits_that_differ_by_five() =>
        Percent(CheckSchemes.Of["mrz"].Missed(2, Enumerable.Range(0, CheckSchemes.Of["mrz"].Length - 2), CheckErrors.Swap), 2).ShouldBe("11.11");

    [Theory]
    [InlineData("individual", "1.838")]
    [InlineData("resident", "1.841")]
    [InlineData("corporate", "98.990")]
    [InlineData("government", "2.374")]
    [InlineData("insurer8", "100.000")]
    [InlineData("insurer6", "100.000")]
    [InlineData("licence", "2.065")]
    public void Jumps_pass_as_often_as_published(string scheme, string expected) =>
        Percent(CheckSchemes.Of[scheme].Missed(3, Enumerable.Range(0, CheckSchemes.Of[scheme].Length - 2), CheckErrors.Jump), 3).ShouldBe(expected);

    [Theory]
    [InlineData("individual", "21.45")]
    [InlineData("resident", "12.73")]
    [InlineData("corporate", "26.67")]
    [InlineData("government", "26.36")]
    [InlineData("insurer8", "6.67")]
    [InlineData("insurer6", "6.67")]
    [InlineData("licence", "12.73")]
    public void Twins_of_the_payload_pass_as_often_as_published(string scheme, string expected) =>
        Percent(CheckSchemes.Of[scheme].Missed(2, CheckErrors.PayloadPairs(CheckSchemes.Of[scheme]), CheckErrors.Twin), 2).ShouldBe(expected);

    [Theory]
    [InlineData("individual")]
    [InlineData("resident")]
    [InlineData("corporate")]
    [InlineData("government")]
    [InlineData("insurer8")]
    [InlineData("insurer6")]
    [InlineData("licence")]
    public void Scheme_of_this_test_is_the_scheme_of_the_library(string scheme)
    {
        Random random = new(20151005);
        for (int i = 0; i < 20_000; i++)
        {
            int[] payload = [.. Enumerable.Range(0, CheckSchemes.Of[scheme].Length - 1).Select(_ => random.Next(10))];
            CheckSchemes.LibraryDigit(scheme, long.Parse(string.Concat(payload))).ShouldBe(CheckSchemes.Of[scheme].Check(payload));
        }
    }

    private static string Percent(double value, int digits) => value.ToString("F" + digits, CultureInfo.InvariantCulture);
}
