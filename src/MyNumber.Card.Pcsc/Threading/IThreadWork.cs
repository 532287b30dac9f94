namespace MyNumber.Card.Pcsc.Threading;

/// <summary>Something that a <see cref="WorkerThread"/> does. It hands its outcome to whoever waits and throws nothing.</summary>
internal interface IThreadWork
{
    /// <summary>Does it, on the worker's thread.</summary>
    void Run();
}
