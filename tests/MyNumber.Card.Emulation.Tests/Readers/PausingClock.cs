using System.Threading.Channels;

namespace MyNumber.Card.Emulation.Tests.Readers;

/// <summary>A clock whose pauses last until the test takes them.</summary>
internal sealed class PausingClock : TimeProvider
{
    private readonly Channel<Pause> _pauses = Channel.CreateUnbounded<Pause>();

    /// <summary>Waits until somebody pauses, ends the pause, and tells how long it was meant to be.</summary>
    public async Task<int> NextPauseAsync()
    {
        Pause pause = await _pauses.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        pause.Callback(pause.State);
        return (int)pause.Time.TotalMilliseconds;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _pauses.Writer.TryWrite(new Pause(dueTime, callback, state));
        return new NoTimer();
    }

    private sealed record Pause(TimeSpan Time, TimerCallback Callback, object? State);

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
