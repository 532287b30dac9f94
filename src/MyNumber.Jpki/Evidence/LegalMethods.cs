namespace MyNumber.Jpki.Evidence;

/// <summary>The legal method letters of identity checks with JPKI, by date. The law moves letters about; give a table of your own when it does.</summary>
/// <remarks>
/// <para><see cref="Default"/> follows the enforcement rules of the act on prevention of transfer of criminal proceeds (犯収法施行規則), article 6(1)(i): ワ until
/// 2025-06-23, カ from 2025-06-24 to 2027-03-31, ヌ from 2027-04-01. Source: project research notes, from a single secondary digest that cites the revisions
/// of the official database (ワ has a second source). Check the text in force before relying on it.</para>
/// <para>Immutable and thread safe.</para>
/// </remarks>
public sealed class LegalMethods
{
    private const string Rule = "犯罪による収益の移転防止に関する法律施行規則第6条第1項第1号";

    /// <summary>Takes rows whose days do not overlap.</summary>
    /// <param name="rows">The rows in any order; days without a row have no letter.</param>
    /// <exception cref="ArgumentException">Two rows are in force on one day, or a row ends before it begins.</exception>
    public LegalMethods(IEnumerable<LegalMethod> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        LegalMethod[] sorted = [.. rows.OrderBy(r => r.From ?? DateOnly.MinValue)];
        for (int i = 0; i < sorted.Length; i++)
        {
            DateOnly last = sorted[i].Until ?? DateOnly.MaxValue;
            bool overlaps = i + 1 < sorted.Length && (sorted[i + 1].From ?? DateOnly.MinValue) <= last;
            if (overlaps || last < sorted[i].From)
            {
                throw new ArgumentException("The days of two rows overlap, or a row ends before it begins.", nameof(rows));
            }
        }

        Rows = sorted;
    }

    /// <summary>The table as known when this version was made.</summary>
    public static LegalMethods Default { get; } = new(
    [
        new(Rule, "ワ", null, new DateOnly(2025, 6, 23)),
        new(Rule, "カ", new DateOnly(2025, 6, 24), new DateOnly(2027, 3, 31)),
        new(Rule, "ヌ", new DateOnly(2027, 4, 1), null),
    ]);

    /// <summary>The rows by date.</summary>
    public IReadOnlyList<LegalMethod> Rows { get; }

    /// <summary>The row in force at an instant, by the calendar day in Japan.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The row, or <see langword="null"/> when the table has none for that day.</returns>
    public LegalMethod? Find(DateTimeOffset at)
    {
        DateOnly day = JapanDay.Of(at);
        return Rows.FirstOrDefault(r => r.IsInForceOn(day));
    }
}
