using System.Diagnostics;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Telemetry;

namespace MyNumber.Jpki.Revocation.Crl.Download;

/// <summary>Fetches lists (失効情報ファイル) over HTTP into a store, with conditional requests, within limits, and again before they are outdated.</summary>
/// <remarks>The <see cref="HttpClient"/> is the caller's: proxy, TLS, credentials and redirects are decided there. Thread safe; rounds follow one another. Lists are streamed: a long one never is in memory.</remarks>
public sealed class CrlDownloader
{
    private readonly CrlAddress[] _addresses;
    private readonly CrlFetch _fetch;
    private readonly CrlStore _store;
    private readonly CrlDownloadOptions _options;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _round = new(1);

    /// <summary>Binds addresses to a store. Nothing is asked yet.</summary>
    /// <param name="http">The client, of the caller and disposed by it. Its own timeout should not be shorter than the options'.</param>
    /// <param name="store">Where lists go.</param>
    /// <param name="anchors">The generations that may have signed them.</param>
    /// <param name="options">Addresses, limits and times.</param>
    /// <param name="clock">The clock for limits and waits.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public CrlDownloader(HttpClient http, CrlStore store, TrustAnchorSet anchors, CrlDownloadOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(anchors);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        options.Validate();
        _store = store;
        _options = options;
        _clock = clock;
        _addresses = [.. options.Addresses.Select(address => new CrlAddress(address))];
        _fetch = new CrlFetch(http, store, anchors, options, clock);
    }

    /// <summary>Asks every address once, now.</summary>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>One outcome an address, in their order. What a server or network does never throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<IReadOnlyList<CrlDownloadOutcome>> RefreshAsync(CancellationToken cancellationToken = default) =>
        (await RoundAsync(_ => true, cancellationToken).ConfigureAwait(false)).Outcomes;

    /// <summary>Asks every address now and then again when it is due, until it is cancelled: each <see cref="CrlDownloadOptions.Interval"/>, sooner where a list would be outdated, after failures in waits that double.</summary>
    /// <param name="report">Called once an address after each round, from one thread; what it throws ends the run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>A task that ends only by cancellation or by what <paramref name="report"/> throws.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task RunAsync(Action<CrlDownloadOutcome>? report, CancellationToken cancellationToken)
    {
        while (true)
        {
            DateTimeOffset now = _clock.GetUtcNow();
            (IReadOnlyList<CrlDownloadOutcome> outcomes, DateTimeOffset due) = await RoundAsync(address => address.Due <= now, cancellationToken).ConfigureAwait(false);
            foreach (CrlDownloadOutcome outcome in outcomes)
            {
                report?.Invoke(outcome);
            }

            TimeSpan wait = due - _clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, _clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // What is known of addresses is read and written within a round only.
    private async Task<(IReadOnlyList<CrlDownloadOutcome> Outcomes, DateTimeOffset Due)> RoundAsync(Predicate<CrlAddress> isAsked, CancellationToken cancellationToken)
    {
        await _round.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            CrlAddress[] addresses = Array.FindAll(_addresses, isAsked);
            CrlDownloadOutcome[] outcomes = new CrlDownloadOutcome[addresses.Length];
            ParallelOptions parallel = new() { MaxDegreeOfParallelism = _options.Parallelism, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, addresses.Length, parallel, async (i, stop) => outcomes[i] = await AskAsync(addresses[i], stop).ConfigureAwait(false)).ConfigureAwait(false);
            return (outcomes, _addresses.Min(address => address.Due));
        }
        finally
        {
            _round.Release();
        }
    }

    private async Task<CrlDownloadOutcome> AskAsync(CrlAddress address, CancellationToken cancellationToken)
    {
        using Activity? activity = CrlTelemetry.Source.StartActivity(JpkiTelemetry.CrlDownloadActivity, ActivityKind.Client);
        CrlDownloadOutcome outcome = await _fetch.RunAsync(address, cancellationToken).ConfigureAwait(false);
        activity?.SetTag("server.address", address.Address.Host);
        activity?.SetTag("outcome", outcome.State.ToString());
        CrlTelemetry.Downloads.Add(1, CrlTelemetry.Outcome(outcome.State));
        return address.Plan(outcome, _store, _options);
    }
}
