namespace StatusWatch;

/// <summary>The calendar of the sample, in Japan's time.</summary>
internal static class Night
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <summary>The day during which customers move, die and lose their cards.</summary>
    public static DateOnly Day { get; } = new(2026, 10, 1);

    /// <summary>When the authority begins.</summary>
    public static DateTimeOffset Foundation { get; } = At(new DateOnly(2021, 7, 1), 9);

    /// <summary>When the day's first event comes.</summary>
    public static DateTimeOffset Morning { get; } = At(Day, 8);

    /// <summary>How long events come.</summary>
    public static TimeSpan Hours { get; } = TimeSpan.FromHours(12);

    /// <summary>Calls about lost cards come at any hour; this one after the lists of midnight.</summary>
    public static DateTimeOffset AfterMidnight { get; } = At(Day.AddDays(1), 0) + TimeSpan.FromMinutes(20);

    /// <summary>When the watch begins.</summary>
    public static DateTimeOffset Begins { get; } = At(Day.AddDays(1), 1);

    /// <summary>From one try of undetermined rows to the next: two ticks of the responder.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMinutes(30);

    public static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), Japan);

    public static string InJapan(DateTimeOffset at) => FormattableString.Invariant($"{at.ToOffset(Japan):yyyy-MM-dd HH:mm}");
}
