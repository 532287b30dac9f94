using MyNumber.Card.Channels;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>A reader that plays a transcript: the same commands get the recorded (synthetic) answers, and the first byte that differs ends it.</summary>
/// <remarks>Thread safe. Replaying twice needs two readers. After a difference every member call that reaches the transcript fails with the same exception.</remarks>
public sealed class ReplayReader : ICardReader
{
    private readonly Lock _gate = new();
    private readonly ReplayScript _script;
    private ReplayConnection? _connection;

    /// <summary>Begins a replay.</summary>
    /// <param name="transcript">What is played.</param>
    /// <param name="key">The key that the transcript was redacted with, to tell hidden data apart by its tag; empty to take any of the same length.</param>
    /// <exception cref="ArgumentNullException"><paramref name="transcript"/> is null.</exception>
    /// <exception cref="ArgumentException">The key is shorter than <see cref="Transcript.MinimumKeyLength"/>.</exception>
    public ReplayReader(Transcript transcript, ReadOnlySpan<byte> key = default)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        _script = new ReplayScript(transcript.Entries, Transcript.CheckedKey(key));
    }

    /// <inheritdoc/>
    public string Name => "MyNumber Replay 0";

    /// <summary>Whether a connection is open or the transcript has a further one.</summary>
    public bool IsCardPresent
    {
        get
        {
            lock (_gate)
            {
                return _connection is not null || _script.ExpectsConnection;
            }
        }
    }

    /// <summary>Whether all of the transcript was played. A test asks for it at its end.</summary>
    public bool IsAtEnd
    {
        get
        {
            lock (_gate)
            {
                return _script.IsAtEnd;
            }
        }
    }

    /// <summary>Connects, if the transcript does so here.</summary>
    /// <returns>The connection; the caller disposes it.</returns>
    /// <exception cref="CardException">A connection is open.</exception>
    /// <exception cref="ReplayDifferenceException">The transcript has something else here, or is at its end.</exception>
    public ICardConnection Connect()
    {
        lock (_gate)
        {
            return _connection is null
                ? _connection = new ReplayConnection(this, _script.Connect())
                : throw new CardException("The card is in use by another connection.");
        }
    }

    internal int Transmit(ReplayConnection connection, ReadOnlySpan<byte> command, Span<byte> response)
    {
        lock (_gate)
        {
            return ReferenceEquals(connection, _connection) ? _script.Play(command, response) : throw new CardException("The connection is closed.");
        }
    }

    internal void Disconnect(ReplayConnection connection)
    {
        lock (_gate)
        {
            _connection = ReferenceEquals(connection, _connection) ? null : _connection;
        }
    }
}
