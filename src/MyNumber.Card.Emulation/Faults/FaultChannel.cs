using MyNumber.Card.Channels;

namespace MyNumber.Card.Emulation.Faults;

/// <summary>Plays a script of faults over a channel, a connection or whatever transmits.</summary>
/// <remarks>As thread safe as the channel below. After a removal every command is a <see cref="CardRemovedException"/>. A script may leave an answer without a status
/// word, which no honest channel does; the layers above must see it.</remarks>
public sealed class FaultChannel : ICardChannel
{
    private readonly ICardChannel _inner;
    private readonly FaultEngine _engine;
    private readonly TimeProvider _time;
    private readonly Action? _removed;
    private bool _isRemoved;

    /// <summary>Puts a script over a channel.</summary>
    /// <param name="inner">The channel below; not owned.</param>
    /// <param name="script">What goes wrong.</param>
    /// <param name="time">The clock that delays wait for; the system's otherwise.</param>
    /// <param name="onRemoval">Called once when a rule removes the card, such as <c>() => reader.Remove()</c>; it must not throw.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> or <paramref name="script"/> is null.</exception>
    public FaultChannel(ICardChannel inner, FaultScript script, TimeProvider? time = null, Action? onRemoval = null)
        : this(inner, EngineOf(script), time ?? TimeProvider.System, onRemoval)
    {
    }

    internal FaultChannel(ICardChannel inner, FaultEngine engine, TimeProvider time, Action? onRemoval)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
        _engine = engine;
        _time = time;
        _removed = onRemoval;
    }

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        FaultStep step = Begin(command);
        FaultDelay.Wait(step.Delay, _time);
        return End(step, response, Reaches(step) ? _inner.Transmit(command, response) : 0);
    }

    /// <inheritdoc/>
    public async ValueTask<int> TransmitAsync(ReadOnlyMemory<byte> command, Memory<byte> response, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        FaultStep step = Begin(command.Span);
        await FaultDelay.WaitAsync(step.Delay, _time, cancellationToken).ConfigureAwait(false);
        int written = Reaches(step) ? await _inner.TransmitAsync(command, response, cancellationToken).ConfigureAwait(false) : 0;
        return End(step, response.Span, written);
    }

    private static FaultEngine EngineOf(FaultScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return new FaultEngine(script);
    }

    private FaultStep Begin(ReadOnlySpan<byte> command) => _isRemoved ? throw new CardRemovedException() : _engine.Next(command);

    private bool Reaches(in FaultStep step) => step.Removes(RemovalMoment.BeforeCommand) ? throw Removed() : !step.HidesCommand;

    private int End(in FaultStep step, Span<byte> response, int written)
    {
        int length = step.Change(response, written);
        return length >= 0 ? length : throw Removed();
    }

    private CardRemovedException Removed()
    {
        _isRemoved = true;
        _removed?.Invoke();
        return new CardRemovedException();
    }
}
