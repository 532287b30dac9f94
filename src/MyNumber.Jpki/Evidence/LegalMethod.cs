namespace MyNumber.Jpki.Evidence;

/// <summary>One row of the table of legal method letters: under which letter a rule names the JPKI method between two days.</summary>
/// <param name="Rule">The provision that holds the letters, as Japanese texts cite it.</param>
/// <param name="Letter">The letter (方式), one kana.</param>
/// <param name="From">First day in Japan (JST), inclusive; <see langword="null"/> for no beginning.</param>
/// <param name="Until">Last day in Japan (JST), inclusive; <see langword="null"/> for no end.</param>
public sealed record LegalMethod(string Rule, string Letter, DateOnly? From, DateOnly? Until)
{
    /// <summary>Whether the row is in force on a day in Japan.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it is.</returns>
    public bool IsInForceOn(DateOnly day) => (From is null || day >= From) && (Until is null || day <= Until);
}
