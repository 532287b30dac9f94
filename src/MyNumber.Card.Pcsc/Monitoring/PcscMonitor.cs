using System.Runtime.CompilerServices;
using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Native;
using MyNumber.Card.Pcsc.Threading;

namespace MyNumber.Card.Pcsc.Monitoring;

/// <summary>Tells of readers and cards as they come and go, and survives the end of the PC/SC service.</summary>
/// <remarks>Thread safe; each enumeration is a watch of its own with a thread of its own.</remarks>
public sealed class PcscMonitor
{
    private readonly IPcscNative _native;
    private readonly TimeProvider _timeProvider;

    /// <summary>Takes the PC/SC of this platform; nothing is called yet.</summary>
    /// <param name="timeProvider">The clock of the pauses between attempts; the system's when null.</param>
    /// <exception cref="PcscException">The platform has no PC/SC (<see cref="PcscCause.LibraryMissing"/>).</exception>
    public PcscMonitor(TimeProvider? timeProvider = null)
        : this(PcscPlatform.Current, timeProvider ?? TimeProvider.System)
    {
    }

    internal PcscMonitor(IPcscNative native, TimeProvider timeProvider)
    {
        _native = native;
        _timeProvider = timeProvider;
    }

    /// <summary>Watches until it is cancelled. What is there at the start is told first; a consumer that is slow misses no state, only the way there.</summary>
    /// <param name="cancellationToken">Ends the watch, in the middle of a wait too.</param>
    /// <returns>The events, without end. When the service ends, its readers are told as removed, then <see cref="ReaderEventKind.ServiceLost"/>; a new attempt follows
    /// after a quarter of a second, then after twice the time, up to eight seconds.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="PcscException">There is no PC/SC library; every other failure is an event.</exception>
    public async IAsyncEnumerable<ReaderEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        WorkerThread thread = new("PC/SC monitor");
        ReaderWatch watch = new(_native);
        try
        {
            using CancellationTokenRegistration end = cancellationToken.UnsafeRegister(static state => ((ReaderWatch)state!).Cancel(), watch);
            while (true)
            {
                WatchPass pass = await ThreadCall<WatchPass>.RunAsync(thread, watch.Next, static _ => { }, cancellationToken).ConfigureAwait(false);
                foreach (ReaderEvent next in pass.Events)
                {
                    yield return next;
                }

                if (pass.Rest > TimeSpan.Zero)
                {
                    await Task.Delay(pass.Rest, _timeProvider, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            thread.TryPost(new WatchEnd(watch));
            thread.Close();
        }
    }
}
