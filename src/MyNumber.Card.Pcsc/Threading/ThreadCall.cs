namespace MyNumber.Card.Pcsc.Threading;

/// <summary>A function on a <see cref="WorkerThread"/> whose caller may stop waiting for it: what comes too late is undone.</summary>
/// <remarks>Native waits cannot be torn off, so the function goes on after its caller has gone, and its result must not stay open.</remarks>
internal sealed class ThreadCall<T> : IThreadWork
{
    private readonly Func<T> _function;
    private readonly Action<T> _undo;
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();

    private ThreadCall(Func<T> function, Action<T> undo)
    {
        _function = function;
        _undo = undo;
    }

    /// <summary>Awaits the result.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before there was a result.</exception>
    public static async Task<T> RunAsync(WorkerThread thread, Func<T> function, Action<T> undo, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThreadCall<T> call = new(function, undo);
        using CancellationTokenRegistration left = cancellationToken.UnsafeRegister(
            static (state, token) => ((ThreadCall<T>)state!)._outcome.TrySetCanceled(token), call);
        call.PostTo(thread);
        return await call._outcome.Task.ConfigureAwait(false);
    }

    /// <summary>Keeps the calling thread until there is a result.</summary>
    /// <exception cref="TimeoutException">There was none in time.</exception>
    public static T Run(WorkerThread thread, Func<T> function, Action<T> undo, TimeSpan limit)
    {
        ThreadCall<T> call = new(function, undo);
        call.PostTo(thread);
        if (!call.WaitFor(limit))
        {
            call._outcome.TrySetException(new TimeoutException());
        }

        return call._outcome.Task.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Run()
    {
        if (!_outcome.Task.IsCompleted)
        {
            Settle();
        }

        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    private void Settle()
    {
        try
        {
            T result = _function();
            if (!_outcome.TrySetResult(result))
            {
                _undo(result);
            }
        }
        catch (Exception e)
        {
            _outcome.TrySetException(e);
        }
    }

    private void PostTo(WorkerThread thread)
    {
        if (!thread.TryPost(this))
        {
            throw new CardException("The connection is closed.");
        }
    }

    private bool WaitFor(TimeSpan limit)
    {
        lock (_gate)
        {
            return _outcome.Task.IsCompleted || Monitor.Wait(_gate, limit) || _outcome.Task.IsCompleted;
        }
    }
}
