using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.AspNetCore.Hosting;
using MyNumber.Jpki.Revocation.Crl.Download;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>Restores lists before the host takes requests, and fetches them while it runs.</summary>
internal sealed class ListService(IServiceProvider services, IOptions<JpkiOptions> options, TimeProvider clock, ILogger<ListService> logger) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<ListSource> _sources = [];
    private Task _runs = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        JpkiLists lists = services.GetRequiredService<JpkiLists>();
        services.GetRequiredService<ListGauges>();
        foreach (PurposeLists purpose in lists.Purposes)
        {
            ListSource source = new(services, lists, purpose, options.Value, clock, logger);
            await source.RestoreAsync(cancellationToken).ConfigureAwait(false);
            _sources.Add(source);
        }

        int forgotten = lists.IsOwn ? lists.Store.RemoveOutdated(TimeSpan.FromDays(7)) : 0;
        if (forgotten != 0)
        {
            ListLog.Forgotten(logger, forgotten);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        CrlDownloadOptions settings = options.Value.CrlDownload;
        RestartedLoop loop = new(settings.FirstRetry, settings.LongestRetry, clock);
        _runs = Task.WhenAll(_sources.Where(source => source.Downloads).Select(source => Task.Run(() => loop.RunAsync(source.FetchAsync, source.ReportEnd, _stop.Token), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _runs.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }
}
