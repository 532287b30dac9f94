using System.Collections.Frozen;

namespace MyNumber.Numbering.Issuing.Conversion;

/// <summary>Eleven-digit values that are never issued, because people use them as placeholders.</summary>
/// <remarks>
/// <para>A policy, not law: an official is quoted that values such as 000000000001 and 123456789012 will not be used (project research notes, confidence low).
/// The lists are data; a host may give its own.</para>
/// <para>Immutable and thread safe.</para>
/// </remarks>
public static class ExcludedNumbers
{
    private const int Digits = 11;

    /// <summary>All digits alike, runs that go up or down by one, with 0 after 9, and noughts but for the last digit: 39 values without the check digit.</summary>
    /// <remarks>They are the numbers whose <see cref="IndividualNumber.IsPlaceholder"/> is true. Excluded values are no input either, so the code of ten noughts gives no number at all.</remarks>
    public static FrozenSet<long> Placeholders { get; } = Enumerable.Range(0, 10)
        .SelectMany(first => new[] { Run(first, 0), Run(first, 1), Run(first, 9), first })
        .ToFrozenSet();

    /// <summary>Nothing is excluded.</summary>
    public static FrozenSet<long> None { get; } = FrozenSet<long>.Empty;

    private static long Run(int first, int step)
    {
        long value = 0;
        for (int i = 0; i < Digits; i++)
        {
            value = (value * 10) + ((first + (i * step)) % 10);
        }

        return value;
    }
}
