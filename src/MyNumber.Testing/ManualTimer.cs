namespace MyNumber.Testing;

/// <summary>A timer of a <see cref="ManualTimeProvider"/>. The clock guards its schedule; the callback runs outside the guard.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    /// <summary>The timestamp at which it is due next, or <see langword="null"/> while it rests.</summary>
    public long? Due { get; set; }

    /// <summary>Ticks between two calls, or 0 for one call.</summary>
    public long Period { get; set; }

    public bool IsDisposed { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Schedule(this, dueTime, period);

    public void Call() => callback(state);

    public void Dispose()
    {
        IsDisposed = true;
        clock.Forget(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
