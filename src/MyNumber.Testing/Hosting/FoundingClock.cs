namespace MyNumber.Testing.Hosting;

/// <summary>Stands at one instant while authority and cards are made, and goes with another clock afterwards.</summary>
internal sealed class FoundingClock(DateTimeOffset founding, TimeProvider clock) : TimeProvider
{
    private volatile bool _goes;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public void Go() => _goes = true;

    public override DateTimeOffset GetUtcNow() => _goes ? clock.GetUtcNow() : founding;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
