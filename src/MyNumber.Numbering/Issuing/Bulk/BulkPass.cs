using MyNumber.Numbering.Issuing.Registers;

namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>One start of a bulk run.</summary>
internal sealed class BulkPass(
    INumberRegister register, TimeProvider clock, BulkOptions options, BulkBatch batch, long run, IBulkRoll roll, IProgress<BulkProgress>? progress)
{
    private long _done;
    private long _passedOver;
    private int _size = options.BatchSize;
    private bool _mayFollowPredecessor = true;

    public async ValueTask<BulkResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            _done = await register.BulkPositionAsync(run, cancellationToken).ConfigureAwait(false);
            while (_done < roll.Count)
            {
                await batch.ReadAsync(roll, _done, _size, cancellationToken).ConfigureAwait(false);
                batch.Convert(clock.GetUtcNow());
                if (await WriteAsync(cancellationToken).ConfigureAwait(false) is not { } ended)
                {
                    GoOn();
                }
                else if (!await MayFollowAsync(ended, cancellationToken).ConfigureAwait(false))
                {
                    return ended;
                }
            }

            return new BulkResult(BulkOutcome.Done, _done, _passedOver);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new BulkResult(BulkOutcome.Stopped, _done, _passedOver);
        }
    }

    private void GoOn()
    {
        _mayFollowPredecessor = false;
        _done = batch.Checkpoint.To;
        _passedOver += batch.PassedOver;

        // An obstacle costs a batch that is rolled back: where they lie close together batches become small, so the work stays in proportion to the roll.
        _size = batch.PassedOver > 0 ? Math.Max(1, _size / 2) : (int)Math.Min(options.BatchSize, _size * 2L);
        progress?.Report(new BulkProgress(_done, roll.Count, _passedOver));
    }

    /// <summary>A process that died just before may have had one batch under way, which the database still commits.</summary>
    private async ValueTask<bool> MayFollowAsync(BulkResult ended, CancellationToken cancellationToken)
    {
        if (ended.Outcome != BulkOutcome.TakenOver || !_mayFollowPredecessor)
        {
            return false;
        }

        _mayFollowPredecessor = false;
        _done = await register.BulkPositionAsync(run, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<BulkResult?> WriteAsync(CancellationToken cancellationToken)
    {
        (BulkOutcome obstacle, int index) = (BulkOutcome.IssuesExhausted, batch.FirstExhausted);
        while (true)
        {
            if (index >= 0 && !await PassOverAsync(obstacle, index, cancellationToken).ConfigureAwait(false))
            {
                return new BulkResult(obstacle, _done, _passedOver, _done + index);
            }

            RegisterResult result = await register.AddAsync(batch.Issues, batch.Checkpoint, cancellationToken).ConfigureAwait(false);
            index = -1;
            switch (result.Conflict)
            {
                case RegisterConflict.None:
                    return null;
                case RegisterConflict.Checkpoint:
                    return new BulkResult(BulkOutcome.TakenOver, _done, _passedOver);
                case RegisterConflict.Number when batch.TryNextCount(result.Index):
                    break;
                case RegisterConflict.Request:
                    return new BulkResult(BulkOutcome.AlreadyNumbered, _done, _passedOver, _done + result.Index);
                default:
                    (obstacle, index) = (result.Conflict == RegisterConflict.Number ? BulkOutcome.IssuesExhausted : BulkOutcome.AlreadyNumbered, result.Index);
                    break;
            }
        }
    }

    private async ValueTask<bool> PassOverAsync(BulkOutcome reason, int index, CancellationToken cancellationToken)
    {
        if (options.Obstacles == ObstacleRule.Stop)
        {
            return false;
        }

        if (options.OnPassedOver is { } tellAsync)
        {
            await tellAsync(batch.At(index, reason), cancellationToken).ConfigureAwait(false);
        }

        batch.PassOver(index);
        return true;
    }
}
