namespace MyNumber.Testing;

/// <summary>A clock that stands still until it is moved, and whose timers fire while it is moved.</summary>
/// <remarks>
/// <para>Timers (of <see cref="Task.Delay(TimeSpan, TimeProvider)"/>, <see cref="CancellationTokenSource"/>, <see cref="PeriodicTimer"/> and others that take a
/// <see cref="TimeProvider"/>) fire inside <see cref="Advance"/> and <see cref="Set"/>, in the order in which they are due, each at its own instant, on the thread
/// that moves the clock. A timer that is due at once waits for the next move too, be it of zero. A callback may make, change and dispose timers and move the clock;
/// what it throws leaves the move, and the clock stays at that instant.</para>
/// <para>Thread safe for reading and for timers; move it from one thread.</para>
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    // What the platform's own timers take: 2^32 - 2 milliseconds.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(uint.MaxValue - 1);
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private long _utcTicks;
    private long _timestamp;

    /// <summary>Starts the clock.</summary>
    /// <param name="start">The first instant it shows.</param>
    public ManualTimeProvider(DateTimeOffset start) => _utcTicks = start.UtcTicks;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Always UTC, so that no answer depends on the machine.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    /// <summary>The time moved forward since the start, in ticks. Setting the clock back does not take any of it away.</summary>
    /// <returns>Ticks of 100 nanoseconds.</returns>
    public override long GetTimestamp() => Interlocked.Read(ref _timestamp);

    /// <summary>Makes a timer that fires while the clock is moved.</summary>
    /// <param name="callback">Called inside <see cref="Advance"/> or <see cref="Set"/>.</param>
    /// <param name="state">Handed to the callback.</param>
    /// <param name="dueTime">Time to the first call, or <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <param name="period">Time between calls; zero or <see cref="Timeout.InfiniteTimeSpan"/> for one call only. A move over several periods calls several times.</param>
    /// <returns>The timer; the caller disposes it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="callback"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative and not infinite, or longer than 4,294,967,294 milliseconds, as with the platform's timers.</exception>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ManualTimer timer = new(this, callback, state);
        Schedule(timer, dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward and fires what becomes due.</summary>
    /// <param name="step">How far; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative, or leads beyond the year 9999.</exception>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, DateTimeOffset.MaxValue - GetUtcNow());
        MoveTo(GetTimestamp() + step.Ticks);
    }

    /// <summary>Sets the clock. Forwards is like <see cref="Advance"/>; backwards changes what the clock shows and brings no timer nearer or farther.</summary>
    /// <param name="instant">The instant it shows from now on.</param>
    public void Set(DateTimeOffset instant)
    {
        long step = instant.UtcTicks - GetUtcNow().UtcTicks;
        if (step < 0)
        {
            Interlocked.Exchange(ref _utcTicks, instant.UtcTicks);
        }

        MoveTo(GetTimestamp() + Math.Max(step, 0));
    }

    internal bool Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        ThrowUnlessWait(dueTime, nameof(dueTime));
        ThrowUnlessWait(period, nameof(period));
        lock (_gate)
        {
            _timers.Remove(timer);
            if (timer.IsDisposed)
            {
                return false;
            }

            timer.Due = dueTime == Timeout.InfiniteTimeSpan ? null : _timestamp + dueTime.Ticks;
            timer.Period = period == Timeout.InfiniteTimeSpan ? 0 : period.Ticks;
            _timers.Add(timer);
            return true;
        }
    }

    internal void Forget(ManualTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private void MoveTo(long target)
    {
        while (TakeDue(target) is ManualTimer timer)
        {
            timer.Call();
        }

        lock (_gate)
        {
            Step(target);
        }
    }

    private ManualTimer? TakeDue(long target)
    {
        lock (_gate)
        {
            ManualTimer? first = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (first is { Due: long due })
            {
                Step(due);
                first.Due = first.Period == 0 ? null : due + first.Period;
            }

            return first;
        }
    }

    /// <summary>Never back: a callback may have moved the clock further than the move that called it.</summary>
    private void Step(long target)
    {
        long step = Math.Max(target - _timestamp, 0);
        Interlocked.Add(ref _timestamp, step);
        Interlocked.Add(ref _utcTicks, step);
    }

    private static void ThrowUnlessWait(TimeSpan wait, string name)
    {
        if (wait != Timeout.InfiniteTimeSpan && (wait < TimeSpan.Zero || wait > LongestWait))
        {
            throw new ArgumentOutOfRangeException(name);
        }
    }
}
