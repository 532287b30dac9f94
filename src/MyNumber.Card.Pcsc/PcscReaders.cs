using MyNumber.Card.Pcsc.Errors;
using MyNumber.Card.Pcsc.Native;

namespace MyNumber.Card.Pcsc;

/// <summary>The card readers (カードリーダー) of this machine, by PC/SC.</summary>
/// <remarks>Each call opens a line of its own to the service and closes it, so a service that was restarted does no harm. Thread safe; blocks for the time of a local call.</remarks>
public sealed class PcscReaders
{
    private readonly IPcscNative _native;
    private readonly TimeProvider _timeProvider;

    /// <summary>Takes the PC/SC of this platform; nothing is called yet.</summary>
    /// <param name="timeProvider">The clock that <see cref="PcscReader.ConnectAsync"/> waits by; the system's when null.</param>
    /// <exception cref="PcscException">The platform has no PC/SC (<see cref="PcscCause.LibraryMissing"/>).</exception>
    public PcscReaders(TimeProvider? timeProvider = null)
        : this(PcscPlatform.Current, timeProvider ?? TimeProvider.System)
    {
    }

    internal PcscReaders(IPcscNative native, TimeProvider timeProvider)
    {
        _native = native;
        _timeProvider = timeProvider;
    }

    /// <summary>Lists the readers.</summary>
    /// <returns>The readers in the service's order; empty when there is none.</returns>
    /// <exception cref="PcscException">No library, no service, no permission; <see cref="PcscException.Error"/> says what to do.</exception>
    public IReadOnlyList<PcscReader> List()
    {
        using ContextHandle context = ContextHandle.Establish(_native);
        return Array.ConvertAll(context.ListReaders(), Named);
    }

    /// <summary>A reader by its name, whether it is connected now or not.</summary>
    /// <param name="name">The name as PC/SC tells it.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or has a zero character.</exception>
    public PcscReader Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException("A reader's name has no zero character.", nameof(name))
            : new PcscReader(_native, _timeProvider, name);
    }

    /// <summary>Finds the first reader that holds a card which answers.</summary>
    /// <returns>The reader, or null.</returns>
    /// <exception cref="PcscException">As for <see cref="List"/>.</exception>
    public PcscReader? FindWithCard() => List().FirstOrDefault(reader => reader.ReadCardState() == PcscCardState.Present);
}
