using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Native;

namespace MyNumber.Card.Pcsc.Monitoring;

/// <summary>Looks at the readers again and again on one thread, and opens a new line when the service has ended.</summary>
internal sealed class ReaderWatch(IPcscNative native) : IDisposable
{
    private const int EmptyPasses = 8;
    private const uint LongWait = 10_000;
    private const uint ShortWait = 1_000;
    private static readonly TimeSpan FirstRest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan SpinRest = TimeSpan.FromSeconds(1);
    private readonly ReaderChanges _changes = new();
    private readonly WatchedReader _plugAndPlay = new(PcscConstants.PlugAndPlay);
    private volatile ContextHandle? _context;
    private volatile bool _isCancelled;
    private PcscError? _lost;
    private TimeSpan _rest = FirstRest;
    private int _empty;

    /// <summary>Waits for the next events; none when time went by.</summary>
    /// <exception cref="PcscException">There is no PC/SC library, which does not heal.</exception>
    public WatchPass Next()
    {
        List<ReaderEvent> events = [];
        try
        {
            ContextHandle context = _context ??= ContextHandle.Establish(native);
            string[] names = context.ListReaders();
            Restore(events);
            _changes.Compare(names, events);
            return Wait(context, events);
        }
        catch (PcscException e) when (e.Cause != PcscCause.LibraryMissing)
        {
            return Lose(e.Error, events);
        }
    }

    /// <summary>Ends a wait from another thread. One that is just about to begin may be missed, and ends by itself within ten seconds.</summary>
    public void Cancel()
    {
        _isCancelled = true;
        try
        {
            _context?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The line was closed first.
        }
    }

    public void Dispose()
    {
        _context?.Dispose();
        _context = null;
    }

    private WatchPass Wait(ContextHandle context, List<ReaderEvent> events)
    {
        WatchedReader[] watched = native.HasPlugAndPlay ? [.. _changes.Known, _plugAndPlay] : [.. _changes.Known];
        if (watched.Length == 0 || _isCancelled)
        {
            return Done(events, SpinRest);
        }

        uint limit = events.Count > 0 ? 0 : native.HasPlugAndPlay ? LongWait : ShortWait;
        uint code = context.GetStatusChange(limit, watched);
        switch (code)
        {
            case PcscCodes.Success:
                _plugAndPlay.Current = _plugAndPlay.Event & ~PcscConstants.StateChanged;
                _changes.Compare(events);
                return Done(events, TimeSpan.Zero);
            case PcscCodes.Timeout or PcscCodes.Cancelled:
                _empty = 0;
                return Done(events, TimeSpan.Zero);
            case PcscCodes.UnknownReader:
                return Done(events, TimeSpan.Zero);
            default:
                return Lose(PcscErrors.Of(code), events);
        }
    }

    /// <summary>A service that tells of changes and shows none must not keep a processor busy.</summary>
    private WatchPass Done(List<ReaderEvent> events, TimeSpan rest)
    {
        _rest = FirstRest;
        _empty = events.Count > 0 ? 0 : _empty + 1;
        return new WatchPass(events, events.Count == 0 && _empty > EmptyPasses ? SpinRest : rest);
    }

    private void Restore(List<ReaderEvent> events)
    {
        if (_lost is not null)
        {
            _lost = null;
            events.Add(new ReaderEvent(ReaderEventKind.ServiceRestored, null));
        }
    }

    private WatchPass Lose(PcscError error, List<ReaderEvent> events)
    {
        Dispose();
        _changes.Clear(events);
        if (_lost?.Cause != error.Cause)
        {
            events.Add(new ReaderEvent(ReaderEventKind.ServiceLost, null, Error: error));
        }

        _lost = error;
        TimeSpan rest = _rest;
        _rest = _rest * 2 < LongestRest ? _rest * 2 : LongestRest;
        return new WatchPass(events, rest);
    }
}
