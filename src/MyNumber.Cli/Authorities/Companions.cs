namespace MyNumber.Cli.Authorities;

/// <summary>Works that run beside one another until they are stopped: the first that ends ends all, and its failure is the one that is told.</summary>
internal static class Companions
{
    /// <summary>Runs all and waits until all have ended.</summary>
    /// <param name="stop">Stops all.</param>
    /// <param name="works">The works; each ends soon after its token is cancelled.</param>
    /// <exception cref="OperationCanceledException">Stopped from outside.</exception>
    public static async Task RunAsync(CancellationToken stop, params Func<CancellationToken, Task>[] works)
    {
        using CancellationTokenSource all = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] running = [.. works.Select(work => StartAsync(work, all.Token))];
        Task first = await Task.WhenAny(running).ConfigureAwait(false);
        await all.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first.ConfigureAwait(false);
    }

    // A work that fails before its first wait must not keep the others from being stopped.
    private static async Task StartAsync(Func<CancellationToken, Task> work, CancellationToken stop) => await work(stop).ConfigureAwait(false);
}
