namespace MyNumber.Card.Pcsc.Threading;

/// <summary>One thread for calls that wait in native code, so that none of them waits on a thread of the pool.</summary>
/// <remarks>The thread starts with the first work and ends when it has been idle for some seconds, so a forgotten connection keeps no thread. Thread safe.</remarks>
internal sealed class WorkerThread(string name)
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);
    private readonly object _gate = new();
    private readonly Queue<IThreadWork> _queue = new();
    private bool _isRunning;
    private bool _isClosed;

    /// <summary>Queues work.</summary>
    /// <returns><see langword="false"/> when the thread was closed; the work is not done then.</returns>
    public bool TryPost(IThreadWork work)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            _queue.Enqueue(work);
            Monitor.Pulse(_gate);
            if (!_isRunning)
            {
                _isRunning = true;
                new Thread(Loop) { IsBackground = true, Name = name }.UnsafeStart();
            }

            return true;
        }
    }

    /// <summary>Takes no more work; what is queued is still done. Does not wait for it.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Loop()
    {
        while (Next() is { } work)
        {
            work.Run();
        }
    }

    private IThreadWork? Next()
    {
        lock (_gate)
        {
            bool isIdle = false;
            IThreadWork? work;
            while (!_queue.TryDequeue(out work) && !isIdle && !_isClosed)
            {
                isIdle = !Monitor.Wait(_gate, IdleTime);
            }

            _isRunning = work is not null;
            return work;
        }
    }
}
