using MyNumber.Card.Pcsc.Threading;

namespace MyNumber.Card.Pcsc.Monitoring;

/// <summary>Closes a watch on its own thread, after the wait that may still be under way.</summary>
internal sealed class WatchEnd(ReaderWatch watch) : IThreadWork
{
    public void Run() => watch.Dispose();
}
