using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Faults;

namespace MyNumber.Card.Emulation.Readers;

/// <summary>A card reader (カードリーダー) in the same process, for one <see cref="EmulatedCard"/> at a time.</summary>
/// <remarks>Thread safe: insertion, removal and commands exclude each other. The reader does not own the card; it powers it down when it leaves.</remarks>
public sealed class EmulatedReader : ICardReader
{
    private readonly Lock _gate = new();
    private EmulatedCard? _card;
    private EmulatedConnection? _connection;
    private FaultEngine? _fault;

    /// <summary>Makes an empty reader.</summary>
    /// <param name="name">The reader's name.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public EmulatedReader(string name = "MyNumber Emulated Reader 0")
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool IsCardPresent
    {
        get
        {
            lock (_gate)
            {
                return _card is not null;
            }
        }
    }

    /// <summary>Puts a card in.</summary>
    /// <param name="card">A card that is in no reader.</param>
    /// <exception cref="ArgumentNullException"><paramref name="card"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The reader holds a card, or the card is in a reader.</exception>
    public void Insert(EmulatedCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        lock (_gate)
        {
            if (_card is not null || card.IsInReader)
            {
                throw new InvalidOperationException("The reader holds a card already, or the card is in a reader.");
            }

            card.IsInReader = true;
            _card = card;
        }
    }

    /// <summary>Takes the card out, in the middle of a session too; the connection is dead from then on. Without a card nothing happens.</summary>
    /// <returns>The card that was in the reader, if any.</returns>
    public EmulatedCard? Remove()
    {
        lock (_gate)
        {
            EmulatedCard? card = _card;
            if (card is not null)
            {
                card.PowerOff();
                card.IsInReader = false;
            }

            _card = null;
            _connection = null;
            _fault = null;
            return card;
        }
    }

    /// <summary>Tears the card out at a later command, once; a new plan replaces the old one, and removal forgets it.</summary>
    /// <param name="command">Which command from now on, counted from 1.</param>
    /// <param name="moment">Before the card sees it, or after it was carried out and before the answer arrives.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="command"/> is less than 1, or no such moment.</exception>
    public void RemoveAtCommand(int command, RemovalMoment moment = RemovalMoment.BeforeCommand)
    {
        FaultScript script = FaultScript.Of(FaultTrigger.At(command), FaultAction.Remove(moment));
        lock (_gate)
        {
            _fault = new FaultEngine(script);
        }
    }

    /// <summary>Powers the card up and connects to it, exclusively.</summary>
    /// <returns>The connection; the caller disposes it, which powers the card down.</returns>
    /// <exception cref="CardRemovedException">No card is in the reader.</exception>
    /// <exception cref="CardException">Another connection is open, or the card was disposed.</exception>
    public ICardConnection Connect()
    {
        lock (_gate)
        {
            EmulatedCard card = _card ?? throw new CardRemovedException();
            if (_connection is not null)
            {
                throw new CardException("The card is in use by another connection.");
            }

            if (card.IsDisposed)
            {
                throw new CardException("The card does not answer.");
            }

            card.PowerOn();
            _connection = new EmulatedConnection(this, card.AnswerToReset);
            return _connection;
        }
    }

    internal int Transmit(EmulatedConnection connection, ReadOnlySpan<byte> command, Span<byte> response)
    {
        lock (_gate)
        {
            EmulatedCard card = CardOf(connection);
            if (!card.IsPowered)
            {
                throw new CardException("The card has no power.");
            }

            FaultStep step = _fault?.Next(command) ?? default;
            Strike(step, RemovalMoment.BeforeCommand);
            bool fits = card.TryProcess(command, response, out int written);
            Strike(step, RemovalMoment.BeforeAnswer);
            return fits ? written : throw new CardException("The response buffer is too short for the answer.");
        }
    }

    internal void Disconnect(EmulatedConnection connection)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_connection, connection))
            {
                _card?.PowerOff();
                _connection = null;
            }
        }
    }

    private EmulatedCard CardOf(EmulatedConnection connection) =>
        ReferenceEquals(_connection, connection) && _card is not null ? _card : throw new CardRemovedException();

    private void Strike(in FaultStep step, RemovalMoment moment)
    {
        if (step.Removes(moment))
        {
            _ = Remove();
            throw new CardRemovedException();
        }
    }
}
