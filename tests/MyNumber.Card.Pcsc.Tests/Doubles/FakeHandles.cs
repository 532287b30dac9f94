namespace MyNumber.Card.Pcsc.Tests.Doubles;

/// <summary>The handles to the cards of <see cref="FakePcsc"/>: which of them were not told of a reset yet, and which one holds a transaction. Thread safe.</summary>
internal sealed class FakeHandles
{
    private const uint Reset = 0x80100068;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly object _gate = new();
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
            Free(card);
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
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits as the service does before it connects anybody, even the one who holds the transaction.</summary>
    public uint AwaitFree()
    {
        lock (_gate)
        {
            return Wait(() => _holder is null);
        }
    }

    public uint Begin(nint card)
    {
        lock (_gate)
        {
            uint code = Wait(() => _stale.Contains(card) || (_holder ?? card) == card);
            code = code != 0 ? code : Use(card);
            _holder = code == 0 ? card : _holder;
            return code;
        }
    }

    /// <summary>A stale handle ends nothing.</summary>
    public uint End(nint card)
    {
        lock (_gate)
        {
            uint code = Use(card);
            if (code == 0)
            {
                Free(card);
            }

            return code;
        }
    }

    public uint Use(nint card)
    {
        lock (_gate)
        {
            return _stale.Contains(card) ? Reset : 0;
        }
    }

    /// <summary>Taking the power makes every handle stale; the caller's own too, unless the service joined it again.</summary>
    public uint Reconnect(nint card, uint initialization, uint code)
    {
        lock (_gate)
        {
            if (initialization != 0)
            {
                _stale.UnionWith(_readers.Keys);
            }

            if (code == 0)
            {
                _stale.Remove(card);
                _isDead &= initialization == 0;
            }

            return code;
        }
    }

    private void Free(nint card)
    {
        _holder = _holder == card ? null : _holder;
        Monitor.PulseAll(_gate);
    }

    private uint Wait(Func<bool> isFree)
    {
        while (!isFree())
        {
            if (!Monitor.Wait(_gate, Limit))
            {
                return 0x8010000A;
            }
        }

        return 0;
    }
}
