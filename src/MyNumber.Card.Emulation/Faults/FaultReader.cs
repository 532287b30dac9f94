using MyNumber.Card.Channels;

namespace MyNumber.Card.Emulation.Faults;

/// <summary>A reader over another one, emulated or real, whose connections play one script. Commands are counted over all of them.</summary>
/// <remarks>As thread safe as the reader below. Once a rule removed the card, the reader is empty until <see cref="PutBack"/>.</remarks>
public sealed class FaultReader : ICardReader
{
    private readonly ICardReader _inner;
    private readonly FaultEngine _engine;
    private readonly TimeProvider _time;
    private readonly Action? _removed;
    private volatile bool _isRemoved;

    /// <summary>Puts a script over a reader.</summary>
    /// <param name="inner">The reader below; not owned.</param>
    /// <param name="script">What goes wrong.</param>
    /// <param name="time">The clock that delays wait for; the system's otherwise.</param>
    /// <param name="onRemoval">Called when a rule removes the card, such as <c>() => reader.Remove()</c>, so that the card below loses its power; without it the card
    /// keeps it until the connection is disposed. It must not throw.</param>
    /// <exception cref="ArgumentNullException"><paramref name="inner"/> or <paramref name="script"/> is null.</exception>
    public FaultReader(ICardReader inner, FaultScript script, TimeProvider? time = null, Action? onRemoval = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(script);
        _inner = inner;
        _engine = new FaultEngine(script);
        _time = time ?? TimeProvider.System;
        _removed = onRemoval;
    }

    /// <inheritdoc/>
    public string Name => _inner.Name;

    /// <inheritdoc/>
    public bool IsCardPresent => !_isRemoved && _inner.IsCardPresent;

    /// <inheritdoc/>
    public ICardConnection Connect()
    {
        if (_isRemoved)
        {
            throw new CardRemovedException();
        }

        ICardConnection connection = _inner.Connect();
        return new FaultConnection(connection, new FaultChannel(connection, _engine, _time, Remove));
    }

    /// <summary>Puts the card back after a removal; the script goes on where it was. A reader below from which the card was taken needs it back first.</summary>
    public void PutBack() => _isRemoved = false;

    private void Remove()
    {
        _isRemoved = true;
        _removed?.Invoke();
    }
}
