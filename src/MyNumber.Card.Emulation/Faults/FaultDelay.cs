namespace MyNumber.Card.Emulation.Faults;

/// <summary>Waits by a given clock, so that a test moves the time instead of spending it.</summary>
internal static class FaultDelay
{
    public static void Wait(TimeSpan time, TimeProvider clock)
    {
        if (time == TimeSpan.Zero)
        {
            return;
        }

        using ManualResetEventSlim due = new();
        using ITimer timer = clock.CreateTimer(static state => ((ManualResetEventSlim)state!).Set(), due, time, Timeout.InfiniteTimeSpan);
        due.Wait();
    }

    public static Task WaitAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken) =>
        time == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(time, clock, cancellationToken);
}
