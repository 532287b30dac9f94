namespace MyNumber.Linkage.Records;

/// <summary>Calls that wait to be written together. The first of them leads: it waits for the log's gate and then takes all that wait at that moment.</summary>
internal sealed class AppendQueue
{
    private readonly Lock _lock = new();
    private List<WaitingAppend> _waiting = [];

    /// <summary>Joins the queue.</summary>
    public WaitingAppend Join(SaltedRecord[] records, CancellationToken cancellationToken, out bool leads)
    {
        WaitingAppend call = new(records, cancellationToken);
        lock (_lock)
        {
            leads = _waiting.Count == 0;
            _waiting.Add(call);
        }

        return call;
    }

    /// <summary>Leaves the queue, unless the call was taken.</summary>
    public void Leave(WaitingAppend call)
    {
        lock (_lock)
        {
            _waiting.Remove(call);
        }
    }

    /// <summary>Takes all that wait, in their order.</summary>
    public List<WaitingAppend> TakeAll()
    {
        lock (_lock)
        {
            List<WaitingAppend> taken = _waiting;
            _waiting = [];
            return taken;
        }
    }
}
