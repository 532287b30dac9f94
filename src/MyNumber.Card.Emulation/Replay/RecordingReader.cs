using MyNumber.Card.Channels;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>A reader over another one that records its connections and all that goes over them.</summary>
/// <remarks>As thread safe as the reader below. A connection that could not be made leaves no trace.</remarks>
public sealed class RecordingReader : ICardReader
{
    private readonly ICardReader _inner;
    private readonly Recording _recording;

    /// <summary>Puts a recorder over a reader.</summary>
    /// <param name="inner">The reader below; not owned.</param>
    /// <param name="recording">Receives the exchanges; not owned.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public RecordingReader(ICardReader inner, Recording recording)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(recording);
        _inner = inner;
        _recording = recording;
    }

    /// <inheritdoc/>
    public string Name => _inner.Name;

    /// <inheritdoc/>
    public bool IsCardPresent => _inner.IsCardPresent;

    /// <inheritdoc/>
    public ICardConnection Connect()
    {
        ICardConnection connection = _inner.Connect();
        _recording.AddConnection(connection.AnswerToReset.Span);
        return new RecordingConnection(connection, _recording);
    }
}
