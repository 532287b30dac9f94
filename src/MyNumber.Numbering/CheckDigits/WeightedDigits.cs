namespace MyNumber.Numbering.CheckDigits;

/// <summary>The sum that the modulus-11 and modulus-9 schemes share.</summary>
internal static class WeightedDigits
{
    /// <summary>Adds up digit times weight from the right.</summary>
    /// <param name="number">The digits as a number, not negative.</param>
    /// <param name="weightsFromRight">The weight of the last digit first.</param>
    /// <returns>The sum.</returns>
    public static int Sum(long number, ReadOnlySpan<byte> weightsFromRight)
    {
        unchecked
        {
            ulong rest = (ulong)number;
            uint sum = 0;
            foreach (byte weight in weightsFromRight)
            {
                ulong next = rest / 10;
                sum += (uint)(rest - (next * 10)) * weight;
                rest = next;
            }

            return (int)sum;
        }
    }
}
