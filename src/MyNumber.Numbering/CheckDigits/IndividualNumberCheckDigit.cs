namespace MyNumber.Numbering.CheckDigits;

/// <summary>The check digit (検査用数字) of the individual number: modulus 11 over weights 2–7, 2–6 from the right; a remainder of 0 or 1 gives 0.</summary>
/// <remarks>Source: 平成26年総務省令第85号, as collected in the project research notes (confidence high).</remarks>
public static class IndividualNumberCheckDigit
{
    /// <summary>Computes the twelfth digit from the eleven before it.</summary>
    /// <param name="elevenDigits">The eleven leading digits as a number, 0 to 99,999,999,999.</param>
    /// <returns>The check digit, 0 to 9.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More than eleven digits.</exception>
    public static int Compute(long elevenDigits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elevenDigits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elevenDigits, 99_999_999_999);
        int sum = 0;
        for (int n = 1; n <= 11; n++)
        {
            sum += (int)(elevenDigits % 10) * (n <= 6 ? n + 1 : n - 5);
            elevenDigits /= 10;
        }

        int remainder = sum % 11;
        return remainder <= 1 ? 0 : 11 - remainder;
    }
}
