namespace MyNumber.Jpki;

/// <summary>Calendar days in Japan, and the last day of a period of years.</summary>
internal static class JapanDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Offset);

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>A period of years counts from the day after its cause and ends the day before the day that answers to its first (民法140条, 143条).</summary>
    public static DateOnly LastDayOfYears(DateOnly cause, int years) => cause.AddDays(1).AddYears(years).AddDays(-1);
}
