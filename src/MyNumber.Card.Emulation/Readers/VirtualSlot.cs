namespace MyNumber.Card.Emulation.Readers;

/// <summary>What is in a virtual reader at the moment: a card, a connection, and whether the driver has seen the one on the other. Thread safe.</summary>
internal sealed class VirtualSlot
{
    private readonly Lock _gate = new();
    private EmulatedCard? _card;
    private VpcdConnection? _connection;
    private VirtualReaderState _state;

    /// <summary>Pulses when a card comes or goes and when <see cref="State"/> changes.</summary>
    public ChangeSignal Change { get; } = new();

    public VirtualReaderState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    public bool HasCard
    {
        get
        {
            lock (_gate)
            {
                return _card is not null;
            }
        }
    }

    public void Insert(EmulatedCard card)
    {
        lock (_gate)
        {
            if (_card is not null || card.IsInReader)
            {
                throw new InvalidOperationException("The reader holds a card already, or the card is in a reader.");
            }

            card.IsInReader = true;
            _card = card;
        }

        Change.Pulse();
    }

    public EmulatedCard? Remove()
    {
        EmulatedCard? card;
        lock (_gate)
        {
            card = _card;
            LoseConnection(VirtualReaderState.Disconnected);
            if (card is not null)
            {
                card.IsInReader = false;
            }

            _card = null;
        }

        Change.Pulse();
        return card;
    }

    /// <summary>Makes the connection the slot's own, so that <see cref="HangUp"/> and <see cref="Remove"/> end it; false when there is no card to connect.</summary>
    public bool TryBegin(VpcdConnection connection)
    {
        lock (_gate)
        {
            _connection = _card is null ? null : connection;
            return _card is not null;
        }
    }

    /// <summary>Lets the card answer, unless the connection is not the slot's any more.</summary>
    public bool TryAnswer(VpcdConnection connection, ReadOnlySpan<byte> message, out int length)
    {
        lock (_gate)
        {
            bool current = ReferenceEquals(_connection, connection) && _card is { IsDisposed: false };
            length = current ? VpcdCard.Answer(_card!, message, connection.Answer) : VpcdCard.Silence;
            return current;
        }
    }

    /// <summary>Notes that somebody answered the call.</summary>
    public void NoteConnected(VpcdConnection connection) => TryMove(connection, VirtualReaderState.Waiting);

    /// <summary>Notes that the driver has seen the card on this connection; tells whether that is new.</summary>
    public bool TryAttach(VpcdConnection connection) => TryMove(connection, VirtualReaderState.Attached);

    /// <summary>Ends the connection, the card's power and the attachment.</summary>
    /// <param name="after">What remains without a card: nothing; with one whether somebody had been there.</param>
    public void HangUp(VirtualReaderState after)
    {
        lock (_gate)
        {
            LoseConnection(_card is null ? VirtualReaderState.Disconnected : after);
        }

        Change.Pulse();
    }

    private bool TryMove(VpcdConnection connection, VirtualReaderState state)
    {
        lock (_gate)
        {
            if (_state == state || !ReferenceEquals(_connection, connection))
            {
                return false;
            }

            _state = state;
        }

        Change.Pulse();
        return true;
    }

    private void LoseConnection(VirtualReaderState after)
    {
        _connection?.HangUp();
        _connection = null;
        _state = after;
        _card?.PowerOff();
    }
}
