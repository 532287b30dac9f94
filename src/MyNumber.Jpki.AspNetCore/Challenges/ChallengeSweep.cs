using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyNumber.Jpki.AspNetCore.Hosting;
using MyNumber.Jpki.Services.Storage;

namespace MyNumber.Jpki.AspNetCore.Challenges;

/// <summary>Removes the challenges of a database that nobody took in time, at the start and every ten minutes. Several servers may do so side by side.</summary>
internal sealed class ChallengeSweep(SqlChallengeStore store, TimeProvider clock, ILogger<ChallengeSweep> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <summary>The wait after a first failure; it doubles up to the interval.</summary>
    public static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1); // so that a late answer is told to be late and not unknown

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new RestartedLoop(FirstRetry, Interval, clock).RunAsync(SweepAsync, (failure, wait) => ChallengeLog.SweepFailed(logger, failure.GetType().Name, wait), stoppingToken);

    private async Task SweepAsync(CancellationToken stop)
    {
        while (true)
        {
            ChallengeLog.LapsedRemoved(logger, await store.RemoveExpiredAsync(clock.GetUtcNow() - Grace, stop).ConfigureAwait(false));
            await Task.Delay(Interval, clock, stop).ConfigureAwait(false);
        }
    }
}
