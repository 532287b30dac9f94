namespace MyNumber.Jpki.AspNetCore.Hosting;

/// <summary>Runs what should never end, and again after a wait when it ends by an exception. Waits double while it ends soon, and begin anew once it ran for longer than the longest.</summary>
internal sealed class RestartedLoop(TimeSpan firstWait, TimeSpan longestWait, TimeProvider clock)
{
    /// <param name="body">What runs.</param>
    /// <param name="report">Told of each end and the wait before the next begin; what it throws is passed over.</param>
    /// <param name="stop">Ends it all, without an exception.</param>
    public async Task RunAsync(Func<CancellationToken, Task> body, Action<Exception, TimeSpan> report, CancellationToken stop)
    {
        TimeSpan wait = firstWait;
        while (!stop.IsCancellationRequested)
        {
            long begun = clock.GetTimestamp();
            try
            {
                await body(stop).ConfigureAwait(false);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                wait = clock.GetElapsedTime(begun) > longestWait ? firstWait : wait;
                Tell(report, failure, wait);
            }
            catch (Exception)
            {
                return;
            }

            await Task.Delay(wait, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = wait * 2 < longestWait ? wait * 2 : longestWait;
        }
    }

    private static void Tell(Action<Exception, TimeSpan> report, Exception failure, TimeSpan wait)
    {
        try
        {
            report(failure, wait);
        }
        catch (Exception)
        {
            // A log that fails must not end what it reports on.
        }
    }
}
