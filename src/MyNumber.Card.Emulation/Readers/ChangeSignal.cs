namespace MyNumber.Card.Emulation.Readers;

/// <summary>Wakes everybody who waits for a change. Take <see cref="Next"/> while looking at the state, await it afterwards.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref _next).Task;

    public void Pulse() => Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
