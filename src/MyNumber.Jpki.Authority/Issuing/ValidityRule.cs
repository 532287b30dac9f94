using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>When certificates end: always at 23:59:59 Japan time, which is 14:59:59Z.</summary>
internal static class ValidityRule
{
    private static readonly TimeSpan JapanOffset = TimeSpan.FromHours(9);

    internal static DateTimeOffset JapanTime(DateTimeOffset instant) => instant.ToOffset(JapanOffset);

    internal static DateOnly JapanDay(DateTimeOffset instant) => DateOnly.FromDateTime(JapanTime(instant).DateTime);

    internal static DateTimeOffset StartOf(DateOnly japanDay) => new DateTimeOffset(japanDay.ToDateTime(TimeOnly.MinValue), JapanOffset).ToUniversalTime();

    internal static DateTimeOffset LastSecondOf(DateOnly japanDay) => StartOf(japanDay).AddDays(1).AddSeconds(-1);

    internal static DateTimeOffset WholeSecond(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>Ten years, the last day being the eve of the issuing day.</summary>
    internal static DateOnly AuthorityEnd(DateOnly issued) => issued.AddYears(10).AddDays(-1);

    /// <summary>The n-th birthday after the issuing day, or the card's last day when that is earlier or the birthday is not known.</summary>
    internal static DateOnly LeafEnd(DateOnly issued, BirthDate birth, int birthdays, DateOnly cardExpiry, LeapDayRule rule)
    {
        if (birth.Month is not int month || birth.Day is not int day)
        {
            return cardExpiry;
        }

        int firstYear = Birthday(issued.Year, month, day, rule) > issued ? issued.Year : issued.Year + 1;
        DateOnly end = Birthday(firstYear + birthdays - 1, month, day, rule);
        return end < cardExpiry ? end : cardExpiry;
    }

    /// <summary>Whole years since birth; someone whose date is not known counts as old enough.</summary>
    internal static int Age(DateOnly today, BirthDate birth, LeapDayRule rule)
    {
        if (!birth.TryGetDate(out DateOnly born))
        {
            return int.MaxValue;
        }

        int years = today.Year - born.Year;
        return Birthday(today.Year, born.Month, born.Day, rule) > today ? years - 1 : years;
    }

    private static DateOnly Birthday(int year, int month, int day, LeapDayRule rule)
    {
        if (month != 2 || day != 29 || DateTime.IsLeapYear(year))
        {
            return new DateOnly(year, month, day);
        }

        return rule == LeapDayRule.LastOfFebruary ? new DateOnly(year, 2, 28) : new DateOnly(year, 3, 1);
    }
}
