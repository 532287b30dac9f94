namespace MyNumber.CardFuzz;

/// <summary>Ends the process when the count of commands stands still: a hang is a finding too.</summary>
internal sealed class FuzzWatchdog : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly Timer _timer;
    private readonly Func<long> _progress;
    private long _seen = -1;

    public FuzzWatchdog(Func<long> progress)
    {
        _progress = progress;
        _timer = new Timer(_ => Look(), null, _patience, _patience);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        long now = _progress();
        if (now == Interlocked.Exchange(ref _seen, now))
        {
            Console.Error.WriteLine($"No command ended for {_patience.TotalSeconds} s after {now:N0} commands.");
            Environment.Exit(2);
        }
    }
}
