using System.Globalization;
using MyNumber.Numbering.CheckDigits;

namespace MyNumber.Numbering.Tests.CheckDigits;

/// <summary>Who hands over a whole number instead of its payload is refused, and the number stays out of the exception.</summary>
public sealed class CheckDigitRangeTests
{
    private delegate int Compute(long payload);

    [Fact]
    public void Whole_individual_number_is_not_repeated() => Refuses(IndividualNumberCheckDigit.Compute, "elevenDigits", 99_999_999_999, 123_456_789_018);

    [Fact]
    public void Whole_resident_record_code_is_not_repeated() => Refuses(ResidentRecordCodeCheckDigit.Compute, "tenDigits", 9_999_999_999, 24_727_059_608);

    [Fact]
    public void Whole_driver_licence_number_is_not_repeated() => Refuses(DriverLicenceCheckDigit.Compute, "tenDigits", 9_999_999_999, 301_234_567_811);

    [Fact]
    public void Number_in_place_of_a_corporate_base_is_not_repeated()
    {
        Refuses(CorporateNumberCheckDigit.Compute, "twelveDigits", 999_999_999_999, 8_700_110_005_901);
        Refuses(payload => CorporateNumber.FromBase(payload).IsEmpty ? -1 : 0, "baseNumber", 999_999_999_999, 8_700_110_005_901);
    }

    [Theory]
    [InlineData("six digits", 130_001)]
    [InlineData("many digits", int.MaxValue)]
    [InlineData("below zero", -130_001)]
    public void Number_in_place_of_five_digits_is_not_repeated(string row, int digits)
    {
        foreach (Action call in new Action[] { () => LocalGovernmentCodeCheckDigit.Compute(digits), () => LocalGovernmentCode.FromFiveDigits(digits) })
        {
            ArgumentOutOfRangeException thrown = Should.Throw<ArgumentOutOfRangeException>(call, row);
            thrown.ParamName.ShouldBe("fiveDigits", row);
            thrown.ActualValue.ShouldBeNull(row);
            thrown.ToString().ShouldNotContain(digits.ToString(CultureInfo.InvariantCulture), Case.Sensitive, row);
        }
    }

    [Fact]
    public void Number_below_zero_in_place_of_an_insurer_s_is_not_repeated()
    {
        ArgumentOutOfRangeException thrown = Should.Throw<ArgumentOutOfRangeException>(() => InsurerNumberCheckDigit.Compute(-123_456_789_018));
        thrown.ParamName.ShouldBe("payload");
        thrown.ActualValue.ShouldBeNull();
        thrown.ToString().ShouldNotContain("123456789018");
    }

    private static void Refuses(Compute compute, string parameter, long greatest, long whole)
    {
        foreach (long payload in new[] { whole, -whole, -1, greatest + 1, long.MaxValue, long.MinValue })
        {
            ArgumentOutOfRangeException thrown = Should.Throw<ArgumentOutOfRangeException>(() => compute(payload));
            thrown.ParamName.ShouldBe(parameter);
            thrown.ActualValue.ShouldBeNull();
            thrown.ToString().ShouldNotContain(payload.ToString(CultureInfo.InvariantCulture));
        }

        compute(0).ShouldBeInRange(0, 9);
        compute(greatest).ShouldBeInRange(0, 9);
    }
}
