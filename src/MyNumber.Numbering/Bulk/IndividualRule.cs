using System.Runtime.Intrinsics;

namespace MyNumber.Numbering.Bulk;

/// <summary>The individual number (個人番号): with weight 1 on the check digit the total is 0 modulo 11, or 1 when the check digit is 0.</summary>
internal readonly struct IndividualRule : IBulkRule
{
    public static int Length => 12;

    public static Vector128<sbyte> Weights => Vector128.Create(6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0);

    public static int WatchedGroup => 2;

    public static Vector256<int> WrongRows(Vector256<int> sums, Vector256<int> watched)
    {
        // 5958 / 65536 is a little over 1/11: the quotient is exact for every sum up to 12 digits' 432.
        Vector256<int> remainder = sums - (((sums * 5958) >>> 16) * 11);
        Vector256<int> checkDigitIsZero = Vector256.Equals(watched >>> 24, Vector256<int>.Zero);
        return Vector256.GreaterThan(remainder + checkDigitIsZero, Vector256<int>.Zero);
    }

    public static NumberFault Judge(ReadOnlySpan<byte> row)
    {
        IndividualNumber.TryParse(row, NumberStyle.Strict, out _, out NumberFault fault);
        return fault;
    }

    public static NumberFault FaultOfDigits(byte first) => NumberFault.WrongCheckDigit;
}
