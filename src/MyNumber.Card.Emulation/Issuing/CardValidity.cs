namespace MyNumber.Card.Emulation.Issuing;

/// <summary>Ages and last days (有効期限).</summary>
/// <remarks>An age is reached on the birthday, and a birthday of 29 February is 28 February in other years: assumed, because the sources tell neither.</remarks>
public static class CardValidity
{
    /// <summary>Full years on a day.</summary>
    /// <param name="birth">Day of birth, not after <paramref name="day"/>.</param>
    /// <param name="day">The day.</param>
    /// <returns>The age.</returns>
    public static int AgeOn(DateOnly birth, DateOnly day) => day.Year - birth.Year - (day < BirthdayIn(birth, day.Year) ? 1 : 0);

    /// <summary>The n-th birthday after a day; a birthday on that very day is not counted.</summary>
    /// <param name="birth">Day of birth.</param>
    /// <param name="day">The day.</param>
    /// <param name="count">Which birthday, at least 1.</param>
    /// <returns>The birthday.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static DateOnly BirthdayAfter(DateOnly birth, DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        int first = BirthdayIn(birth, day.Year) > day ? day.Year : day.Year + 1;
        return BirthdayIn(birth, first + count - 1);
    }

    /// <summary>The last day of a card.</summary>
    /// <param name="birth">Day of birth.</param>
    /// <param name="issued">Day of issue.</param>
    /// <param name="residenceUntil">Last day of a foreign resident's period of residence (在留期間等満了日), if any: the card does not outlast it.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>The last day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The rules tell no age or no number of birthdays.</exception>
    public static DateOnly LastDay(DateOnly birth, DateOnly issued, DateOnly? residenceUntil, CardRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        bool adult = AgeOn(birth, issued) >= Needed(rules, CardRuleKind.AdultAge, issued);
        int birthdays = Needed(rules, adult ? CardRuleKind.AdultBirthdays : CardRuleKind.MinorBirthdays, issued);
        DateOnly last = BirthdayAfter(birth, issued, birthdays);
        return residenceUntil < last ? residenceUntil.Value : last;
    }

    internal static int Needed(CardRules rules, CardRuleKind kind, DateOnly day) =>
        rules.On(kind, day) ?? throw new InvalidOperationException($"The rules tell nothing of {kind} on this day.");

    private static DateOnly BirthdayIn(DateOnly birth, int year) =>
        new(year, birth.Month, Math.Min(birth.Day, DateTime.DaysInMonth(year, birth.Month)));
}
