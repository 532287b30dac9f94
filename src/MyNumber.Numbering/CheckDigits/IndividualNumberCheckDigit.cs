using System.Runtime.Intrinsics;

namespace MyNumber.Numbering.CheckDigits;

/// <summary>The check digit (検査用数字) of the individual number: modulus 11 over weights 2–7, 2–6 from the right; a remainder of 0 or 1 gives 0.</summary>
/// <remarks>Source: 番号法施行令 (平成26年政令第155号) 8条 and 平成26年総務省令第85号 5条, as collected in the project research notes (confidence high; the article
/// number in today's text was not read again). Of wrong single digits 1.667 % pass, of swapped neighbours 1.837 %, of random strings 10 %.</remarks>
public static class IndividualNumberCheckDigit
{
    /// <summary>The weights of the last sixteen digits of a number, its check digit without weight.</summary>
    internal static Vector128<byte> Weights => Vector128.Create((byte)0, 0, 0, 0, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 0);

    /// <summary>Computes the twelfth digit from the eleven before it.</summary>
    /// <param name="elevenDigits">The eleven leading digits as a number, 0 to 99,999,999,999.</param>
    /// <returns>The check digit, 0 to 9.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than eleven digits. The value is not in the exception.</exception>
    public static int Compute(long elevenDigits)
    {
        PayloadGuard.Check(elevenDigits, 99_999_999_999, nameof(elevenDigits));
        return FromSum(WeightedDigits.Sum(elevenDigits, [2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6]));
    }

    internal static int FromSum(int sum)
    {
        int remainder = sum % 11;
        return remainder <= 1 ? 0 : 11 - remainder;
    }
}
