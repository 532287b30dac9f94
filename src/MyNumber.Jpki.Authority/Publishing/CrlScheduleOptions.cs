using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>When lists are published and how long they last. The real service publishes daily; hour, lifetime and form are confidential, and the choices here are the project's own.</summary>
public sealed record CrlScheduleOptions
{
    /// <summary>The hour of the day in Japan at which lists are taken, 0 to 23.</summary>
    public int Hour { get; init; }

    /// <summary>From thisUpdate to nextUpdate: whole seconds, a day to 90 days.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(48);

    /// <summary>Whether after a pause each missed day gets its list, in order and each with its number; otherwise the latest alone is published.</summary>
    public bool MakesUpMissedDays { get; init; }

    /// <summary>How many missed days are made up at most, the latest ones.</summary>
    public int MostMissedDays { get; init; } = 31;

    /// <summary>The last instant at which a list was due, the present one included.</summary>
    internal DateTimeOffset LastDue(DateTimeOffset now)
    {
        DateTimeOffset today = ValidityRule.StartOf(ValidityRule.JapanDay(now)).AddHours(Hour);
        return today <= now ? today : today.AddDays(-1);
    }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Hour);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Hour, 23);
        ArgumentOutOfRangeException.ThrowIfLessThan(Lifetime, TimeSpan.FromDays(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Lifetime, TimeSpan.FromDays(90));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Lifetime.Ticks % TimeSpan.TicksPerSecond, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostMissedDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MostMissedDays, 366);
    }
}
