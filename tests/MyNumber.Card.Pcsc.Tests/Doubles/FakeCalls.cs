using System.Collections.Concurrent;

namespace MyNumber.Card.Pcsc.Tests.Doubles;

/// <summary>The calls that were made of <see cref="FakePcsc"/>, on which threads, and what the next ones are to do. Thread safe.</summary>
internal sealed class FakeCalls
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<uint>> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Stop> _stops = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Made { get; } = new();

    public ConcurrentQueue<string?> Threads { get; } = new();

    public void Fail(string function, uint code) => _codes.GetOrAdd(function, _ => new ConcurrentQueue<uint>()).Enqueue(code);

    public Stop Hold(string function) => _stops[function] = new Stop();

    /// <summary>Notes the call, waits where it is held, and tells the code that the test wants of it.</summary>
    public uint Enter(string function)
    {
        Made.Enqueue(function);
        Threads.Enqueue(Thread.CurrentThread.Name);
        if (_stops.TryRemove(function, out Stop? stop))
        {
            stop.Pass();
        }

        return _codes.TryGetValue(function, out ConcurrentQueue<uint>? codes) && codes.TryDequeue(out uint code) ? code : 0;
    }
}
