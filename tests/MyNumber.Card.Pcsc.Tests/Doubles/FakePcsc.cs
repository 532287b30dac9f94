using System.Collections.Concurrent;
using MyNumber.Card.Pcsc.Native;

namespace MyNumber.Card.Pcsc.Tests.Doubles;

/// <summary>A PC/SC service in memory: readers, cards, codes by script, calls that can be held, an end and a return.</summary>
internal sealed class FakePcsc : IPcscNative
{
    public const uint NoService = 0x8010001D;
    private const uint LongEnough = 1_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly object _gate = new();
    private readonly FakeReaders _readers = new();
    private readonly Dictionary<nint, int> _contexts = [];
    private readonly FakeCalls _calls = new();
    private readonly HashSet<nint> _cancelled = [];
    private readonly FakeHandles _handles = new();
    private nint _last;
    private int _epoch;
    private bool _isDown;

    public bool HasPlugAndPlay { get; set; } = true;

    public Exception? LoadFailure { get; set; }

    public uint DownCode { get; set; } = NoService;

    public uint Protocol { get; set; } = 2;

    public Func<byte[], byte[]> Answer { get; set; } = _ => [0x90, 0x00];

    public ConcurrentQueue<string> Calls => _calls.Made;

    public ConcurrentQueue<string?> Threads => _calls.Threads;

    /// <summary>Whether a handle holds a transaction.</summary>
    public bool IsHeld => _handles.IsHeld;

    public int OpenContexts
    {
        get
        {
            lock (_gate)
            {
                return _contexts.Count;
            }
        }
    }

    /// <summary>The next calls of a function fail with these codes; 0 lets one through.</summary>
    public void Fail(string function, params uint[] codes)
    {
        foreach (uint code in codes)
        {
            _calls.Fail(function, code);
        }
    }

    /// <summary>The next call of a function waits in the service.</summary>
    public Stop Hold(string function) => _calls.Hold(function);

    public int CountOf(string call) => Calls.Count(made => made == call);

    public void Plug(string reader) => Change(() => _readers.Plug(reader));

    public void Unplug(string reader) => Change(() => _readers.Unplug(reader));

    public void Insert(string reader, byte[]? answerToReset = null, uint extraFlags = 0) =>
        Change(() => _readers[reader].Insert(answerToReset ?? [0x3B, 0x80, 0x80, 0x01, 0x01], extraFlags));

    public void Remove(string reader) => Change(() => _readers[reader].Remove());

    public void Swap(string reader) => Change(() => _readers[reader].Counter += 2);

    public void SetFlags(string reader, uint flags) => Change(() => _readers[reader].Flags = flags);

    /// <summary>Another program resets the cards.</summary>
    public void Reset() => _handles.ResetAll();

    /// <summary>Another program takes the cards' power, and no handle is told.</summary>
    public void TakePowerUntold() => _handles.IsDead = true;

    public void Die() => Change(() => _isDown = true);

    public void Return() => Change(() =>
    {
        _isDown = false;
        _epoch++;
    });

    public uint EstablishContext(out nint context)
    {
        context = 0;
        if (LoadFailure is not null)
        {
            throw LoadFailure;
        }

        uint code = Enter("Establish", null);
        lock (_gate)
        {
            if (code == 0)
            {
                context = ++_last;
                _contexts[context] = _epoch;
            }

            return code;
        }
    }

    public uint ReleaseContext(nint context)
    {
        Enter("Release", null);
        lock (_gate)
        {
            return _contexts.Remove(context) ? 0 : 0x80100003;
        }
    }

    public uint Cancel(nint context)
    {
        Calls.Enqueue("Cancel");
        Change(() => _cancelled.Add(context));
        return 0;
    }

    public uint ListReaders(nint context, out string[] readers)
    {
        readers = [];
        uint code = Enter("List", context);
        lock (_gate)
        {
            readers = code == 0 ? [.. _readers.Names] : [];
            return code == 0 && readers.Length == 0 ? 0x8010002E : code;
        }
    }

    public uint GetStatusChange(nint context, uint timeoutMilliseconds, ReadOnlySpan<WatchedReader> readers)
    {
        uint code = Enter(timeoutMilliseconds == 0 ? "Status" : timeoutMilliseconds < LongEnough ? "Short wait" : "Wait", context);
        lock (_gate)
        {
            while (code == 0)
            {
                code = Look(context, readers, out bool changed);
                if (code != 0 || changed)
                {
                    return code;
                }

                if (timeoutMilliseconds < LongEnough || !Monitor.Wait(_gate, Limit))
                {
                    return 0x8010000A;
                }
            }

            return code;
        }
    }

    public uint Connect(nint context, string reader, out nint card, out uint protocol)
    {
        uint code = Enter("Connect", context);
        code = code != 0 ? code : _handles.AwaitFree();
        lock (_gate)
        {
            FakeReader? slot = _readers.Find(reader);
            code = code != 0 ? code : slot is null ? 0x80100009 : (slot.Flags & FakeReader.Present) == 0 ? 0x8010000C : 0;
            card = code == 0 ? ++_last : 0;
            protocol = code == 0 ? Protocol : 0;
            if (code == 0)
            {
                _handles.Add(card, reader);
            }

            return code;
        }
    }

    public uint Reconnect(nint card, uint initialization, out uint protocol)
    {
        uint code = Enter($"Reconnect {initialization}", null);
        protocol = code == 0 ? Protocol : 0;
        return _handles.Reconnect(card, initialization, code);
    }

    public uint ReadPower(nint card, out bool isPowered)
    {
        uint code = Enter("Power", null);
        isPowered = code == 0 && !_handles.IsDead;
        return code != 0 ? code : _handles.Use(card);
    }

    public uint Disconnect(nint card, uint disposition)
    {
        uint code = Enter($"Disconnect {disposition}", null);
        _handles.Remove(card);
        return code;
    }

    public uint BeginTransaction(nint card)
    {
        uint code = Enter("Begin", null);
        return code != 0 ? code : _handles.Begin(card);
    }

    public uint EndTransaction(nint card, uint disposition)
    {
        uint code = Enter($"End {disposition}", null);
        return code != 0 ? code : _handles.End(card);
    }

    public uint Transmit(nint card, uint protocol, ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        length = 0;
        uint code = Enter("Transmit", null);
        code = code != 0 ? code : _handles.Use(card);
        if (code != 0)
        {
            return code;
        }

        byte[] answer = _handles.IsDead ? [0x6F, 0x00] : Answer(command.ToArray());
        if (answer.Length > response.Length)
        {
            return 0x80100008;
        }

        answer.CopyTo(response);
        length = answer.Length;
        return 0;
    }

    private uint Enter(string function, nint? context)
    {
        uint code = _calls.Enter(function);
        lock (_gate)
        {
            return code != 0 ? code : _isDown ? DownCode : context is nint line && _contexts.GetValueOrDefault(line, -1) != _epoch ? 0x80100003 : 0;
        }
    }

    private uint Look(nint context, ReadOnlySpan<WatchedReader> readers, out bool changed)
    {
        changed = false;
        if (_isDown || _contexts.GetValueOrDefault(context, -1) != _epoch)
        {
            return _isDown ? DownCode : 0x80100003;
        }

        if (_cancelled.Remove(context))
        {
            return 0x80100002;
        }

        foreach (WatchedReader reader in readers)
        {
            FakeReader? slot = _readers.Find(reader.Name);
            bool isPlugAndPlay = reader.Name == PcscConstants.PlugAndPlay;
            if (slot is null && !isPlugAndPlay)
            {
                return 0x80100009;
            }

            uint state = isPlugAndPlay ? (uint)_readers.Names.Count << 16 : slot!.State | (_handles.AreOn(reader.Name) ? FakeReader.InUse : 0);
            bool differs = reader.Current != state;
            reader.Event = differs ? state | 0x2 : state;
            reader.AnswerToReset = slot?.AnswerToReset ?? [];
            changed |= differs;
        }

        return 0;
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            Monitor.PulseAll(_gate);
        }
    }
}
