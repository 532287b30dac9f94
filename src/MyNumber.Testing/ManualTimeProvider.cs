namespace MyNumber.Testing;

/// <summary>A clock that stands still until it is moved.</summary>
/// <remarks>Thread safe for reading; move it from one thread.</remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private long _utcTicks;

    /// <summary>Starts the clock.</summary>
    /// <param name="start">The first instant it shows.</param>
    public ManualTimeProvider(DateTimeOffset start) => _utcTicks = start.UtcTicks;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _utcTicks);

    /// <summary>Moves the clock forward.</summary>
    /// <param name="step">How far; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        Interlocked.Add(ref _utcTicks, step.Ticks);
    }

    /// <summary>Sets the clock, backwards too.</summary>
    /// <param name="instant">The instant it shows from now on.</param>
    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref _utcTicks, instant.UtcTicks);
}
