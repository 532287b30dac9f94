namespace MyNumber.Numbering.Tests.CheckDigits;

/// <summary>Why errors pass, and how often, asked of the library's parsers.</summary>
public sealed class DetectionClaimTests
{
    [Theory]
    [InlineData("individual")]
    [InlineData("resident")]
    [InlineData("corporate")]
    [InlineData("government")]
    [InlineData("insurer8")]
    [InlineData("insurer6")]
    [InlineData("licence")]
    public void One_random_string_in_ten_passes(string scheme)
    {
        Random random = new(1010);
        int at = CheckSchemes.Of[scheme].CheckPosition;
        for (int i = 0; i < 10_000; i++)
        {
            int[] digits = CheckSchemes.Draw(scheme, random);
            Enumerable.Range(0, 10).Count(digit => CheckSchemes.LibraryPasses(scheme, With(digits, at, digit))).ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("passport zone, digits only", "mrz")]
    public void One_random_string_in_ten_passes_outside_the_library(string description, string scheme)
    {
        Random random = new(1010);
        for (int i = 0; i < 10_000; i++)
        {
            int[] payload = CheckSchemes.Draw(scheme, random)[..^1];
            Enumerable.Range(0, 10).Count(digit => CheckSchemes.Of[scheme].Check(payload) == digit).ShouldBe(1, description);
        }
    }

    /// <summary>200,000 seeded wrong digits; the count lies within five standard deviations of the exact share.</summary>
    [Theory]
    [InlineData("individual", 1.667)]
    [InlineData("resident", 1.653)]
    [InlineData("corporate", 2.051)]
    [InlineData("government", 1.515)]
    [InlineData("insurer8", 0)]
    [InlineData("insurer6", 0)]
    [InlineData("licence", 1.653)]
    public void Parser_misses_as_many_wrong_digits_as_the_share_says(string scheme, double percent)
    {
        const int Errors = 200_000;
        Random random = new(196_632);
        int missed = 0;
        for (int i = 0; i < Errors; i++)
        {
            int[] digits = CheckSchemes.Draw(scheme, random);
            int at = random.Next(digits.Length);
            missed += CheckSchemes.LibraryPasses(scheme, With(digits, at, (digits[at] + random.Next(1, 10)) % 10)) ? 1 : 0;
        }

        double share = percent / 100;
        Math.Abs(missed - (Errors * share)).ShouldBeLessThanOrEqualTo(5 * Math.Sqrt(Errors * share * (1 - share)));
    }

    [Theory]
    [InlineData("individual", 0, 18.2)]
    [InlineData("resident", 0, 18.2)]
    [InlineData("government", 1, 18.2)]
    [InlineData("licence", 1, 18.2)]
    public void Wrong_digits_pass_only_where_the_check_digit_is_the_doubled_one(string scheme, int doubled, double percent)
    {
        Random random = new(182);
        int doubles = 0;
        for (int i = 0; i < 10_000; i++)
        {
            int[] digits = CheckSchemes.Draw(scheme, random);
            bool isDoubled = digits[^1] == doubled;
            doubles += isDoubled ? 1 : 0;
            (isDoubled || !WrongDigits(digits).Any(wrong => CheckSchemes.LibraryPasses(scheme, wrong))).ShouldBeTrue();
        }

        (doubles / 100.0).ShouldBeInRange(percent - 2, percent + 2);
        (100 * CheckSchemes.Of[scheme].ShareOfCheckDigit(doubled)).ShouldBe(percent, 0.05);
    }

    [Fact]
    public void Corporate_number_misses_0_for_9_in_its_base_and_nothing_else()
    {
        Random random = new(9);
        for (int i = 0; i < 2_000; i++)
        {
            int[] digits = CheckSchemes.Draw("corporate", random);
            foreach (int[] wrong in WrongDigits(digits))
            {
                int at = Enumerable.Range(0, digits.Length).Single(place => wrong[place] != digits[place]);
                CheckSchemes.LibraryPasses("corporate", wrong).ShouldBe(at > 0 && digits[at] + wrong[at] == 9 && digits[at] * wrong[at] == 0);
            }
        }
    }

    /// <summary>The weights read the same from both ends, so a reversed number is wrong only where it begins with 0.</summary>
    [Fact]
    public void Ninety_percent_of_corporate_numbers_reversed_are_valid()
    {
        int valid = 0;
        for (long baseNumber = 700_110_000_000; baseNumber < 700_110_100_000; baseNumber++)
        {
            char[] text = CorporateNumber.FromBase(baseNumber).ToString().ToCharArray();
            Array.Reverse(text);
            bool passes = CorporateNumber.TryParse(text, out _);
            passes.ShouldBe(text[0] != '0');
            valid += passes ? 1 : 0;
        }

        valid.ShouldBe(90_000);
    }

    [Theory]
    [InlineData("insurer8")]
    [InlineData("insurer6")]
    public void Insurer_number_misses_swaps_of_0_and_9_and_every_jump(string scheme)
    {
        Random random = new(21);
        for (int i = 0; i < 5_000; i++)
        {
            int[] digits = CheckSchemes.Draw(scheme, random);
            for (int at = 0; at + 1 < digits.Length; at++)
            {
                bool nineAndNought = Math.Abs(digits[at] - digits[at + 1]) == 9;
                CheckSchemes.LibraryPasses(scheme, Exchanged(digits, at, at + 1)).ShouldBe(nineAndNought || digits[at] == digits[at + 1]);
            }

            for (int at = 0; at + 2 < digits.Length; at++)
            {
                CheckSchemes.LibraryPasses(scheme, Exchanged(digits, at, at + 2)).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData("document number of the ICAO specimen", "L898902C3", 6)]
    [InlineData("birth date of the ICAO specimen", "740812", 2)]
    [InlineData("expiry of the ICAO specimen", "120415", 9)]
    public void Passport_zone_of_these_tests_is_that_of_the_specimen(string description, string field, int check)
    {
        int[] values = [.. field.PadRight(9, '<').Select(character => character == '<' ? 0 : char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10)];
        CheckSchemes.Of["mrz"].Check(values).ShouldBe(check, description);
    }

    private static IEnumerable<int[]> WrongDigits(int[] digits) => Enumerable.Range(0, digits.Length)
        .SelectMany(at => Enumerable.Range(0, 10).Where(digit => digit != digits[at]).Select(digit => With(digits, at, digit)));

    private static int[] With(int[] digits, int at, int digit)
    {
        int[] changed = [.. digits];
        changed[at] = digit;
        return changed;
    }

    private static int[] Exchanged(int[] digits, int one, int other) => With(With(digits, one, digits[other]), other, digits[one]);
}
