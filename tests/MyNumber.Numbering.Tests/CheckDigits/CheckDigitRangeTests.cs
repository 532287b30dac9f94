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
