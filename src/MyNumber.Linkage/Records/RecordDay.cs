namespace MyNumber.Linkage.Records;

/// <summary>Days of Japan (UTC+9), by which records are compared and expire.</summary>
public static class RecordDay
{
    private const int RetentionYears = 7;

    private static readonly TimeSpan _japan = TimeSpan.FromHours(9);

    /// <summary>The day that a record belongs to at all three parties.</summary>
    /// <param name="requestedAt">When it was asked for.</param>
    /// <returns>The day in Japan.</returns>
    public static DateOnly Of(DateTimeOffset requestedAt) => DateOnly.FromDateTime(requestedAt.ToOffset(_japan).DateTime);

    /// <summary>From when on a record of a day is dropped: the end of the same day seven years later (施行令29条).</summary>
    /// <param name="day">The day of the record; a correction has the day of what it corrects.</param>
    /// <returns>The first moment after the retention, UTC.</returns>
    public static DateTimeOffset Expiry(DateOnly day) =>
        new DateTimeOffset(day.AddYears(RetentionYears).AddDays(1).ToDateTime(TimeOnly.MinValue), _japan).ToUniversalTime();

    /// <summary>The last day whose records are dropped.</summary>
    /// <param name="now">Now.</param>
    /// <returns>The latest day whose <see cref="Expiry"/> is not after now.</returns>
    public static DateOnly LastExpired(DateTimeOffset now)
    {
        DateOnly day = Of(now).AddYears(-RetentionYears);
        while (Expiry(day) > now)
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
