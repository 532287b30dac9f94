using System.Collections.Frozen;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Issuing.Conversion;

/// <summary>Makes individual numbers out of resident record codes (住民票コードを変換して得られる番号, 番号法8条2項). Synthetic: J-LIS's real conversion is not public.</summary>
/// <remarks>
/// <para>The ten digits of the code without its check digit, then one digit that counts the issues from this code, make eleven digits; a keyed permutation turns them into
/// eleven others; the check digit is put behind. One key gives every (code, count) a number of its own, so a number never meets another person's nor a superseded one (8②一);
/// it is a function of the code (8②二); without the key nothing leads back (8②三). Whoever holds the key can lead it back.</para>
/// <para>Two versions of the key are two permutations: between them the register's unique keys must stand guard. Thread safe.</para>
/// </remarks>
public sealed class NumberConverter
{
    /// <summary>How many numbers one resident record code can give: the count is one digit.</summary>
    public const int IssuesPerCode = 10;

    /// <summary>How many values eleven digits have.</summary>
    public const long DomainSize = 100_000_000_000;

    private readonly ExcludingPermutation _permutation;

    /// <summary>Makes a converter of one key version.</summary>
    /// <param name="permutation">A permutation of the eleven-digit values; stays the caller's.</param>
    /// <param name="excluded">Eleven-digit values that are not issued; see <see cref="ExcludedNumbers"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The permutation is not over eleven digits.</exception>
    public NumberConverter(IKeyedPermutation permutation, FrozenSet<long> excluded)
    {
        _permutation = new ExcludingPermutation(permutation, excluded);
        if (permutation.DomainSize != DomainSize)
        {
            throw new ArgumentException("The conversion permutes eleven digits.", nameof(permutation));
        }
    }

    /// <summary>Converts.</summary>
    /// <param name="code">The resident record code.</param>
    /// <param name="counter">How many numbers this code gave before, 0 to 9.</param>
    /// <param name="number">The number, or empty.</param>
    /// <returns><see langword="false"/> when code and count together are an excluded value: take the next count.</returns>
    /// <exception cref="ArgumentException">The code is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is not one digit.</exception>
    public bool TryConvert(ResidentRecordCode code, int counter, out IndividualNumber number)
    {
        bool converted = _permutation.TryPermute(Input(code, counter), out long eleven);
        number = converted ? Complete(eleven) : default;
        return converted;
    }

    /// <summary>Converts the first issue of many codes.</summary>
    /// <param name="codes">Resident record codes.</param>
    /// <param name="numbers">Filled from the start; empty where code and count 0 are an excluded value.</param>
    /// <returns>How many were refused.</returns>
    /// <exception cref="ArgumentException">A code is empty, or there is less room than codes.</exception>
    public int ConvertFirst(ReadOnlySpan<ResidentRecordCode> codes, Span<IndividualNumber> numbers)
    {
        if (numbers.Length < codes.Length)
        {
            throw new ArgumentException("There is less room than codes.", nameof(numbers));
        }

        long[] values = new long[codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            values[i] = Input(codes[i], 0);
        }

        int refused = _permutation.Permute(values);
        for (int i = 0; i < values.Length; i++)
        {
            numbers[i] = values[i] < 0 ? default : Complete(values[i]);
        }

        return refused;
    }

    /// <summary>What only a holder of the key can do; for tests.</summary>
    internal bool TryRestore(IndividualNumber number, out long tenDigits, out int counter)
    {
        bool restored = _permutation.TryInvert(number.Value / 10, out long eleven);
        (tenDigits, counter) = (eleven / 10, (int)(eleven % 10));
        return restored;
    }

    private static long Input(ResidentRecordCode code, int counter)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(counter);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(counter, IssuesPerCode);
        return code.IsEmpty
            ? throw new ArgumentException("The resident record code is empty.", nameof(code))
            : (code.Value / 10 * 10) + counter;
    }

    private static IndividualNumber Complete(long eleven) =>
        IndividualNumber.FromTrusted((eleven * 10) + IndividualNumberCheckDigit.Compute(eleven));
}
