using MyNumber.Numbering;

namespace CityNumbering;

/// <summary>The ordinance's formula for the last digit (番号法施行令8条の検査用数字), written out again so that the proof does not lean on the library.</summary>
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
}
