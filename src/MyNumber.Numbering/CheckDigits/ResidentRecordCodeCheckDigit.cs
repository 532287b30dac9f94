using System.Runtime.Intrinsics;

namespace MyNumber.Numbering.CheckDigits;

/// <summary>The check digit (検査数字) of the resident record code: modulus 11 over weights 2–7, 2–5 from the right; a remainder of 0 or 1 gives 0.</summary>
/// <remarks>The formula is set by 平成14年総務省告示第436号 under 住民基本台帳法施行規則 1条. Its text was not to be had: the rule here is inferred from published
/// specimens (confidence medium), and what happens at the remainders 0 and 1 follows the individual number's rule without a specimen that shows it.
/// Of wrong single digits 1.653 % pass, of swapped neighbours 1.838 %, of random strings 10 %.</remarks>
public static class ResidentRecordCodeCheckDigit
{
    /// <summary>The weights of the last sixteen digits of a code, its check digit without weight.</summary>
    internal static Vector128<byte> Weights => Vector128.Create((byte)0, 0, 0, 0, 0, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 0);

    /// <summary>Computes the eleventh digit from the ten before it.</summary>
    /// <param name="tenDigits">The ten leading digits as a number, 0 to 9,999,999,999.</param>
    /// <returns>The check digit, 0 to 9.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than ten digits. The value is not in the exception.</exception>
    public static int Compute(long tenDigits)
    {
        PayloadGuard.Check(tenDigits, 9_999_999_999, nameof(tenDigits));
        return FromSum(WeightedDigits.Sum(tenDigits, [2, 3, 4, 5, 6, 7, 2, 3, 4, 5]));
    }

    internal static int FromSum(int sum)
    {
        int remainder = sum % 11;
        return remainder <= 1 ? 0 : 11 - remainder;
    }

    /// <summary>Whether the edge rule, which is inferred and not seen, decides the digit of this sum.</summary>
    internal static bool IsEdge(int sum) => sum % 11 <= 1;
}
