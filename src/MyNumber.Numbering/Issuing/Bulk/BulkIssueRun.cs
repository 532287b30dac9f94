using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>The first run that gives everybody a number (制度導入時の一斉付番), batch by batch, to be stopped and resumed at will. Synthetic.</summary>
/// <remarks>
/// <para>A batch and the place after it are written in one transaction. A process that dies at any moment leaves whole batches only; the next start reads the place from
/// the register and goes on, so nobody is passed over and nobody gets two numbers. Two processes on one run: the second to write a step ends with
/// <see cref="BulkOutcome.TakenOver"/>, except that a start follows once what a dead predecessor still had under way.</para>
/// <para>Thread safe. The rule of the first run: 番号法附則3条 (project research notes §2).</para>
/// </remarks>
public sealed class BulkIssueRun
{
    private readonly INumberRegister _register;
    private readonly IConversionKeys _keys;
    private readonly TimeProvider _clock;
    private readonly BulkOptions _options;

    /// <summary>Makes a run.</summary>
    /// <param name="register">Where issues are written.</param>
    /// <param name="keys">Custody of the keys.</param>
    /// <param name="clock">Time of the issues.</param>
    /// <param name="options">Settings, or <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentNullException">An argument but the last is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is outside its range.</exception>
    public BulkIssueRun(INumberRegister register, IConversionKeys keys, TimeProvider clock, BulkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(clock);
        _options = options ?? new BulkOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.BatchSize, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.BatchSize, 100_000, nameof(options));
        _register = register;
        _keys = keys;
        _clock = clock;
    }

    /// <summary>Begins the run or goes on with it, until the roll ends.</summary>
    /// <param name="run">Name of the run, 1 to 2^47 less one; the same at every start.</param>
    /// <param name="roll">Who is to be numbered; the same at every start.</param>
    /// <param name="progress">Told after each batch is written, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops between batches, or drops the batch at hand whole.</param>
    /// <returns>How it ended. Stopping is an outcome, no exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="roll"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="run"/> is outside its range.</exception>
    /// <exception cref="InvalidOperationException">The keys lack their current version, or the roll gives fewer people than it counts.</exception>
    public async ValueTask<BulkResult> RunAsync(long run, IBulkRoll roll, IProgress<BulkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(roll);
        _ = BulkRequests.At(run, 0);
        BulkBatch batch = new(run, OpenConverter(), _keys.CurrentVersion, _options.BatchSize);
        long done = 0;
        bool mayFollowPredecessor = true;
        try
        {
            done = await _register.BulkPositionAsync(run, cancellationToken).ConfigureAwait(false);
            while (done < roll.Count)
            {
                await batch.ReadAsync(roll, done, cancellationToken).ConfigureAwait(false);
                batch.Convert(_clock.GetUtcNow());
                BulkResult? obstacle = await WriteAsync(batch, cancellationToken).ConfigureAwait(false);
                if (obstacle is { Outcome: BulkOutcome.TakenOver } && mayFollowPredecessor)
                {
                    // A process that died just before may have had one batch under way, which the database still commits.
                    mayFollowPredecessor = false;
                    done = await _register.BulkPositionAsync(run, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                if (obstacle is { } ended)
                {
                    return ended;
                }

                mayFollowPredecessor = false;
                done += batch.Count;
                progress?.Report(new BulkProgress(done, roll.Count));
            }

            return new BulkResult(BulkOutcome.Done, done);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new BulkResult(BulkOutcome.Stopped, done);
        }
    }

    private async ValueTask<BulkResult?> WriteAsync(BulkBatch batch, CancellationToken cancellationToken)
    {
        while (true)
        {
            RegisterResult result = await _register.AddAsync(batch.Issues, batch.Checkpoint, cancellationToken).ConfigureAwait(false);
            switch (result.Conflict)
            {
                case RegisterConflict.None:
                    return null;
                case RegisterConflict.Checkpoint:
                    return new BulkResult(BulkOutcome.TakenOver, batch.Checkpoint.From);
                case RegisterConflict.Number when batch.TryNextCount(result.Index):
                    break;
                default:
                    BulkOutcome outcome = result.Conflict == RegisterConflict.Number ? BulkOutcome.IssuesExhausted : BulkOutcome.AlreadyNumbered;
                    return new BulkResult(outcome, batch.Checkpoint.From, batch.Checkpoint.From + result.Index);
            }
        }
    }

    private NumberConverter OpenConverter() => _keys.TryOpen(_keys.CurrentVersion, out Permutations.IKeyedPermutation? permutation)
        ? new NumberConverter(permutation, _options.Excluded)
        : throw new InvalidOperationException("The keys lack their current version.");
}
