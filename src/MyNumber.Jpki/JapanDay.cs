namespace MyNumber.Jpki;

/// <summary>Calendar days in Japan, and the last day of a period of years.</summary>
internal static class JapanDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTimeOffset Local(DateTimeOffset at) => at > DateTimeOffset.MaxValue - Offset ? DateTimeOffset.MaxValue : at.ToOffset(Offset);

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>A period of years counts from the day after its cause and ends the day before the day that answers to its first (民法140条, 143条); the calendar's own end at the latest.</summary>
    public static DateOnly LastDayOfYears(DateOnly cause, int years) =>
        (long)cause.Year + years >= DateOnly.MaxValue.Year ? DateOnly.MaxValue : cause.AddDays(1).AddYears(years).AddDays(-1);

    /// <summary>A day moved by whole years, within the calendar.</summary>
    public static DateOnly AddYears(DateOnly day, int years) => (long)day.Year + years >= DateOnly.MaxValue.Year ? DateOnly.MaxValue : day.AddYears(years);
}
