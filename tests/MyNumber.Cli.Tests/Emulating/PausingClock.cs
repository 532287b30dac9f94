using System.Threading.Channels;

namespace MyNumber.Cli.Tests.Emulating;

/// <summary>A clock whose pauses last until the test takes them.</summary>
internal sealed class PausingClock : TimeProvider
{
    private readonly Channel<(int Milliseconds, Action End)> _pauses = Channel.CreateUnbounded<(int, Action)>();

    /// <summary>Waits until somebody pauses, ends the pause, and tells how many milliseconds it was meant to be.</summary>
    public async Task<int> NextPauseAsync()
    {
        (int milliseconds, Action end) = await BegunAsync();
        end();
        return milliseconds;
    }

    /// <summary>Waits until somebody pauses; the caller ends it.</summary>
    public async Task<(int Milliseconds, Action End)> BegunAsync() => await _pauses.Reader.ReadAsync().AsTask().WaitAsync(EmulationProbe.Patience);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _pauses.Writer.TryWrite(((int)dueTime.TotalMilliseconds, () => callback(state)));
        return new NoTimer();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
