namespace CityNumbering;

/// <summary>The city's time, moved by the story: a year passes in a second.</summary>
internal sealed class CityClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public DateOnly Today => DateOnly.FromDateTime(_now.UtcDateTime);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan step) => _now += step;
}
