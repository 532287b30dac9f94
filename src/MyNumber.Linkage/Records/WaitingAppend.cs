namespace MyNumber.Linkage.Records;

/// <summary>One call that waits for its records to be written.</summary>
internal sealed class WaitingAppend(SaltedRecord[] records, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<IReadOnlyList<RecordPlace>> _places = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SaltedRecord[] Records => records;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The places; the caller that gives up leaves earlier.</summary>
    public Task<IReadOnlyList<RecordPlace>> Places => _places.Task.WaitAsync(cancellation);

    public void Finish(IReadOnlyList<RecordPlace> places) => _places.TrySetResult(places);

    public void Fail(Exception exception)
    {
        _places.TrySetException(exception);
        _ = _places.Task.Exception;
    }
}
