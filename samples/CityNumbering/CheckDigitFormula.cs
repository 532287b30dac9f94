using MyNumber.Numbering;

namespace CityNumbering;

/// <summary>The ordinances' formulas for check digits (番号法施行令8条・35条の検査用数字), written out again so that the proofs do not lean on the library.</summary>
internal static class CheckDigitFormula
{
    public static bool Holds(IndividualNumber number)
    {
        Span<char> digits = stackalloc char[12];
        number.TryReveal(digits, out _);
        int sum = 0;
        for (int n = 1; n <= 11; n++)
        {
            sum += (digits[11 - n] - '0') * (n <= 6 ? n + 1 : n - 5);
        }

        int remainder = sum % 11;
        bool holds = digits[11] - '0' == (remainder <= 1 ? 0 : 11 - remainder);
        digits.Clear();
        return holds;
    }

    /// <summary>法人番号: the first digit is 9 less the weighted sum modulo 9, weights 1 and 2 by turns from the right.</summary>
    public static bool HoldsCorporate(CorporateNumber number)
    {
        string digits = number.ToString();
        int sum = 0;
        for (int n = 1; n <= 12; n++)
        {
            sum += (digits[13 - n] - '0') * (n % 2 == 1 ? 1 : 2);
        }

        return digits[0] - '0' == 9 - (sum % 9);
    }
}
