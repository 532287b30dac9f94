using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering.Tests.CheckDigits;

/// <summary>Published numbers with the sum, the remainder and the digit on the way; the texts stand in tables, not in names.</summary>
public sealed class WorkedExampleTests
{
    [Fact]
    public void Individual_numbers()
    {
        Holds("individual", "123456789018", 212, 3);
        Holds("individual", "621498320257", 180, 4);
        Holds("individual", "614106526000", 166, 1);
        Holds("individual", "510136263801", 164, 10);
        Holds("individual", "379474484458", 245, 3);
        Holds("individual", "454972364860", 220, 0);
        Holds("individual", "060122228102", 108, 9);
        Holds("individual", "100000000080", 22, 0);
        Holds("individual", "100000000030", 12, 1);
    }

    [Fact]
    public void Corporate_numbers()
    {
        Holds("corporate", "8700110005901", 37, 1);
        Holds("corporate", "7000012050002", 11, 2);
        Holds("corporate", "1180301018771", 53, 8);
        Holds("corporate", "5111101000006", 13, 4);
        Holds("corporate", "8040001999013", 55, 1);
        Holds("corporate", "2040001999902", 61, 7);
        Holds("corporate", "2100001010003", 7, 7);
        Holds("corporate", "9380001010002", 18, 0);
    }

    [Fact]
    public void Resident_record_codes()
    {
        Holds("resident", "24727059608", 179, 3);
        Holds("resident", "24846016224", 139, 7);
        Holds("resident", "25208017643", 151, 8);
        Holds("resident", "12345678903", 195, 8);
        Holds("resident", "99999999995", 369, 6);
        Holds("resident", "00000000019", 2, 2);
    }

    [Fact]
    public void Local_government_codes()
    {
        Holds("government", "010006", 5, 5);
        Holds("government", "011002", 9, 9);
        Holds("government", "011011", 11, 0);
        Holds("government", "110001", 11, 0);
        Holds("government", "130001", 21, 10);
        Holds("government", "131016", 27, 5);
        Holds("government", "141003", 30, 8);
    }

    [Fact]
    public void Insurer_numbers()
    {
        Holds("insurer8", "33120015", 15, 5);
        Holds("insurer8", "01130012", 8, 8);
        Holds("insurer8", "01010016", 4, 4);
        Holds("insurer8", "01270016", 14, 4);
        Holds("insurer8", "06139992", 38, 8);
        Holds("insurer6", "138057", 13, 3);
        Holds("insurer6", "130013", 7, 7);
    }

    [Fact]
    public void Sum_of_an_individual_number_is_at_most_423_and_its_digit_has_a_compact_form()
    {
        CheckSchemes.Of["individual"].Sum([9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]).ShouldBe(423);
        for (int sum = 0; sum <= 423; sum++)
        {
            IndividualNumberCheckDigit.FromSum(sum).ShouldBe((((-sum % 11) + 11) % 11) % 10);
        }
    }

    /// <summary>The clause for sums under 11 says 11 less the sum; the last digit of that is what the general rule gives.</summary>
    [Fact]
    public void Clause_for_small_sums_of_local_government_codes_changes_nothing()
    {
        for (int sum = 1; sum < 11; sum++)
        {
            LocalGovernmentCodeCheckDigit.FromSum(sum).ShouldBe((11 - sum) % 10);
        }

        LocalGovernmentCodeCheckDigit.FromSum(11).ShouldBe(1);
    }

    private static void Holds(string scheme, string text, int sum, int remainder)
    {
        CheckScheme rule = CheckSchemes.Of[scheme];
        int[] digits = [.. text.Select(character => character - '0')];
        int[] payload = rule.CheckPosition == 0 ? digits[1..] : digits[..^1];
        rule.Sum(payload).ShouldBe(sum);
        (sum % rule.Modulus).ShouldBe(remainder);
        CheckSchemes.LibraryDigit(scheme, long.Parse(string.Concat(payload))).ShouldBe(digits[rule.CheckPosition]);
        CheckSchemes.LibraryPasses(scheme, digits).ShouldBeTrue();
    }
}
