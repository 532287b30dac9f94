namespace MyNumber.Card.Pcsc.Tests.Doubles;

/// <summary>The handles to the cards of <see cref="FakePcsc"/>: which of them were not told of a reset yet, and which one holds a transaction. Thread safe.</summary>
internal sealed class FakeHandles
{
    private const uint Reset = 0x80100068;
    private readonly Lock _gate = new();
    private readonly Dictionary<nint, string> _readers = [];
    private readonly HashSet<nint> _stale = [];
    private nint? _holder;
    private volatile bool _isDead;

    public bool IsHeld
    {
        get
        {
            lock (_gate)
            {
                return _holder is not null;
            }
        }
    }

    /// <summary>Whether the card has no power, of which no handle is told.</summary>
    public bool IsDead
    {
        get => _isDead;
        set => _isDead = value;
    }

    public void Add(nint card, string reader)
    {
        lock (_gate)
        {
            _readers[card] = reader;
        }
    }

    public void Remove(nint card)
    {
        lock (_gate)
        {
            _readers.Remove(card);
            _stale.Remove(card);
            End(card);
        }
    }

    public bool AreOn(string reader)
    {
        lock (_gate)
        {
            return _readers.ContainsValue(reader);
        }
    }

    /// <summary>Every handle of now is told of a reset until it is closed or joined again; nobody holds a transaction any more.</summary>
    public void ResetAll()
    {
        lock (_gate)
        {
            _stale.UnionWith(_readers.Keys);
            _holder = null;
        }
    }

    public uint Begin(nint card)
    {
        lock (_gate)
        {
            uint code = Use(card);
            _holder = code == 0 ? card : _holder;
            return code;
        }
    }

    public void End(nint card)
    {
        lock (_gate)
        {
            _holder = _holder == card ? null : _holder;
        }
    }

    public uint Use(nint card)
    {
        lock (_gate)
        {
            return _stale.Contains(card) ? Reset : 0;
        }
    }

    public uint Reconnect(nint card, uint initialization)
    {
        lock (_gate)
        {
            _stale.Remove(card);
            _isDead &= initialization == 0;
            return 0;
        }
    }
}
