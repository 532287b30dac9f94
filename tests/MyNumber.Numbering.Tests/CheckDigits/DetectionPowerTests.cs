using System.Globalization;
using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering.Tests.CheckDigits;

/// <summary>The share of errors that pass, recomputed exactly over all numbers by convolution of remainders.</summary>
public sealed class DetectionPowerTests
{
    private static readonly Func<int, int> Doubled0 = remainder => remainder <= 1 ? 0 : 11 - remainder;
    private static readonly Func<int, int> Doubled1 = remainder => (11 - remainder) % 10;

    private static readonly Dictionary<string, CheckScheme> Schemes = new()
    {
        ["individual"] = CheckScheme.Weighted(11, false, Doubled0, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2),
        ["resident"] = CheckScheme.Weighted(11, false, Doubled0, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2),
        ["corporate"] = CheckScheme.Weighted(9, true, remainder => 9 - remainder, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1),
        ["government"] = CheckScheme.Weighted(11, false, Doubled1, 6, 5, 4, 3, 2),
        ["insurer8"] = CheckScheme.Modulus10Weight21(7),
        ["insurer6"] = CheckScheme.Modulus10Weight21(5),
        ["licence"] = CheckScheme.Weighted(11, false, Doubled1, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2),
        ["mrz"] = CheckScheme.Weighted(10, false, remainder => remainder, 7, 3, 1, 7, 3, 1, 7, 3, 1),
    };

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
        CheckScheme rule = Schemes[scheme];
        Percent(rule.Missed(1, Enumerable.Range(0, rule.Length), WrongDigit), 3).ShouldBe(everywhere);
        Percent(rule.Missed(1, Payload(rule), WrongDigit), 3).ShouldBe(payload);
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
        Percent(Schemes[scheme].Missed(2, Enumerable.Range(0, Schemes[scheme].Length - 1), Swap), 3).ShouldBe(expected);

    [Theory]
    [InlineData("government")]
    [InlineData("licence")]
    public void Swapped_last_pair_passes_more_often(string scheme) =>
        Percent(Schemes[scheme].Missed(2, [Schemes[scheme].Length - 2], Swap), 2).ShouldBe("4.04");

    [Fact]
    public void Passport_zone_misses_swaps_of_digits_that_differ_by_five() =>
        Percent(Schemes["mrz"].Missed(2, Enumerable.Range(0, Schemes["mrz"].Length - 2), Swap), 2).ShouldBe("11.11");

    [Theory]
    [InlineData("individual", "1.838")]
    [InlineData("resident", "1.841")]
    [InlineData("corporate", "98.990")]
    [InlineData("government", "2.374")]
    [InlineData("insurer8", "100.000")]
    [InlineData("insurer6", "100.000")]
    [InlineData("licence", "2.065")]
    public void Jumps_pass_as_often_as_published(string scheme, string expected) =>
        Percent(Schemes[scheme].Missed(3, Enumerable.Range(0, Schemes[scheme].Length - 2), Jump), 3).ShouldBe(expected);

    [Theory]
    [InlineData("individual", "21.45")]
    [InlineData("resident", "12.73")]
    [InlineData("corporate", "26.67")]
    [InlineData("government", "26.36")]
    [InlineData("insurer8", "6.67")]
    [InlineData("insurer6", "6.67")]
    [InlineData("licence", "12.73")]
    public void Twins_of_the_payload_pass_as_often_as_published(string scheme, string expected) =>
        Percent(Schemes[scheme].Missed(2, PayloadPairs(Schemes[scheme]), Twin), 2).ShouldBe(expected);

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
            int[] payload = [.. Enumerable.Range(0, Schemes[scheme].Length - 1).Select(_ => random.Next(10))];
            Library(scheme, long.Parse(string.Concat(payload))).ShouldBe(Schemes[scheme].Check(payload));
        }
    }

    [Fact]
    public void One_random_string_in_ten_is_a_valid_number()
    {
        int valid = Enumerable.Range(0, 1_000_000).Count(number => LocalGovernmentCode.TryParse(number.ToString("D6"), out _));
        valid.ShouldBe(100_000);
    }

    private static int Library(string scheme, long payload) => scheme switch
    {
        "individual" => IndividualNumberCheckDigit.Compute(payload),
        "resident" => ResidentRecordCodeCheckDigit.Compute(payload),
        "corporate" => CorporateNumberCheckDigit.Compute(payload),
        "government" => LocalGovernmentCodeCheckDigit.Compute((int)payload),
        "licence" => DriverLicenceCheckDigit.Compute(payload),
        _ => InsurerNumberCheckDigit.Compute(payload),
    };

    private static IEnumerable<int> Payload(CheckScheme rule) => Enumerable.Range(0, rule.Length).Where(position => position != rule.CheckPosition);

    private static IEnumerable<int> PayloadPairs(CheckScheme rule) => Enumerable.Range(rule.CheckPosition == 0 ? 1 : 0, rule.Length - 2);

    private static IEnumerable<int[]> WrongDigit(int[] right) => Enumerable.Range(0, 10).Where(digit => digit != right[0]).Select(digit => new[] { digit });

    private static IEnumerable<int[]> Swap(int[] right) => right[0] == right[1] ? [] : [[right[1], right[0]]];

    private static IEnumerable<int[]> Jump(int[] right) => right[0] == right[2] ? [] : [[right[2], right[1], right[0]]];

    private static IEnumerable<int[]> Twin(int[] right) =>
        right[0] != right[1] ? [] : Enumerable.Range(0, 10).Where(digit => digit != right[0]).Select(digit => new[] { digit, digit });

    private static string Percent(double value, int digits) => value.ToString("F" + digits, CultureInfo.InvariantCulture);
}
