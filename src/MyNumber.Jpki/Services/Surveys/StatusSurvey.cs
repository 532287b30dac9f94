using System.Runtime.CompilerServices;
using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Services.Surveys;

/// <summary>Re-checks the certificates of all accounts (現況確認), some at a time: one row for each in the order of the source, resumable behind every row.</summary>
/// <remarks>
/// <para>It reports and changes nothing. The purpose stands in every row; who records the questions for the authority's report reads it there. Rows come in order, so that the
/// last one that the caller has handled is the whole state: after a crash or a cancellation nothing is lost, and at most the rows in flight are asked again.</para>
/// <para>Immutable and thread safe; each run is for one reader.</para>
/// </remarks>
public sealed class StatusSurvey
{
    /// <summary>How many questions run at once unless told otherwise.</summary>
    public const int DefaultConcurrency = 8;

    /// <summary>The most that may run at once. The ceiling is this library's choice.</summary>
    public const int MaximumConcurrency = 256;

    private readonly StatusMonitor _monitor;
    private readonly TimeProvider _clock;
    private readonly StatusCheckPurpose _purpose;
    private readonly int _concurrency;

    /// <summary>Surveys with a validator.</summary>
    /// <param name="certificates">Anchors, status source and clock of the kind of certificate that is stored.</param>
    /// <param name="purpose">Why it is asked (利用目的); recorded in every row.</param>
    /// <param name="concurrency">How many questions run at once, 1 to <see cref="MaximumConcurrency"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such purpose, or too few or too many at once.</exception>
    public StatusSurvey(CertificateValidator certificates, StatusCheckPurpose purpose = StatusCheckPurpose.LivenessCheck, int concurrency = DefaultConcurrency)
    {
        _monitor = new StatusMonitor(certificates);
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrency, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(concurrency, MaximumConcurrency);
        if (!Enum.IsDefined(purpose))
        {
            throw new ArgumentOutOfRangeException(nameof(purpose));
        }

        _clock = certificates.Clock;
        _purpose = purpose;
        _concurrency = concurrency;
    }

    /// <summary>Runs from the beginning or behind a checkpoint.</summary>
    /// <param name="source">The accounts.</param>
    /// <param name="from">Where an earlier run stood; <see langword="null"/> for the beginning.</param>
    /// <param name="progress">Told the counts after each row; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the run; the rows handed out before stay good.</param>
    /// <returns>The rows in the order of the source. What the source of accounts throws comes through here; rows still in flight then are asked again by the next run.</returns>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public async IAsyncEnumerable<SurveyRow> RunAsync(
        ISurveySource source, SurveyCheckpoint? from = null, IProgress<SurveySummary>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        DateTimeOffset startedAt = from?.StartedAt ?? _clock.GetUtcNow();
        SurveySummary summary = from?.Summary ?? SurveySummary.Empty;
        await foreach ((SurveyItem item, StatusCheck check) in CheckInOrderAsync(source.ReadAsync(from?.LastKey, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            summary = summary.Add(check);
            progress?.Report(summary);
            yield return new SurveyRow(item.Key, check, new SurveyCheckpoint(startedAt, item.Key, summary));
        }
    }

    private async IAsyncEnumerable<(SurveyItem Item, StatusCheck Check)> CheckInOrderAsync(
        IAsyncEnumerable<SurveyItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Queue<(SurveyItem Item, Task<StatusCheck> Answer)> flying = new(_concurrency);
        try
        {
            await foreach (SurveyItem item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                flying.Enqueue((item, _monitor.CheckAsync(item.Certificate, _purpose, stop.Token).AsTask()));
                if (flying.Count == _concurrency)
                {
                    yield return await TakeAsync(flying).ConfigureAwait(false);
                }
            }

            while (flying.Count > 0)
            {
                yield return await TakeAsync(flying).ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            Task rest = Task.WhenAll(flying.Select(each => each.Answer));
            await rest.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async ValueTask<(SurveyItem Item, StatusCheck Check)> TakeAsync(Queue<(SurveyItem Item, Task<StatusCheck> Answer)> flying)
    {
        (SurveyItem item, Task<StatusCheck> answer) = flying.Dequeue();
        return (item, await answer.ConfigureAwait(false));
    }
}
