using System.Runtime.Intrinsics;

namespace MyNumber.Numbering.Bulk;

/// <summary>The corporate number (法人番号): with weights 1, 2, 1, …, 1 over all thirteen digits the total is 0 modulo 9, and the first digit is not 0.</summary>
internal readonly struct CorporateRule : IBulkRule
{
    public static int Length => 13;

    public static Vector128<sbyte> Weights => Vector128.Create(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 0, 0, 0);

    public static int WatchedGroup => 0;

    public static Vector256<int> WrongRows(Vector256<int> sums, Vector256<int> watched)
    {
        // 7282 / 65536 is a little over 1/9: the quotient is exact for every sum up to 13 digits' 171.
        Vector256<int> remainder = sums - (((sums * 7282) >>> 16) * 9);
        Vector256<int> startsWithZero = Vector256.Equals(watched & Vector256.Create(0xFF), Vector256<int>.Zero);
        return Vector256.GreaterThan(remainder, Vector256<int>.Zero) | startsWithZero;
    }

    public static NumberFault Judge(ReadOnlySpan<byte> row)
    {
        CorporateNumber.TryParse(row, NumberStyle.Strict, out _, out NumberFault fault);
        return fault;
    }

    public static NumberFault FaultOfDigits(byte first) => first == '0' ? NumberFault.WrongStructure : NumberFault.WrongCheckDigit;
}
