namespace MyNumber.Numbering.Issuing.Codes;

/// <summary>A municipality's book of who bears which resident record code (住民票コードの記載), with every former code.</summary>
/// <remarks>
/// <para>A person who was registered before keeps the latest code; a person who never was gets one from the pool; a change needs no reason and gives no choice of digits.
/// Every entry leaves a <see cref="CodeNotice"/> to be sent. A change of code changes no individual number.</para>
/// <para>In memory, thread safe. Source: 住民基本台帳法30条の3, 30条の4 (project research notes §2, C3–C6).</para>
/// </remarks>
public sealed class ResidentCodeBook
{
    private readonly ResidentCodePool _pool;
    private readonly TimeProvider _clock;
    private readonly Dictionary<Guid, List<ResidentRecordCode>> _codes = [];
    private readonly Dictionary<long, Guid> _bearers = [];
    private readonly List<CodeNotice> _notices = [];
    private readonly Lock _gate = new();

    /// <summary>Opens an empty book.</summary>
    /// <param name="pool">The municipality's pool.</param>
    /// <param name="clock">Time of the entries.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ResidentCodeBook(ResidentCodePool pool, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(clock);
        _pool = pool;
        _clock = clock;
    }

    /// <summary>Writes a code for a person: the one that he or she had latest, or a new one.</summary>
    /// <param name="person">The municipality's handle of the person.</param>
    /// <param name="latest">The code that the person had latest anywhere, or empty for a person who never was registered.</param>
    /// <param name="code">The code that stands in the book, or empty.</param>
    /// <returns>Drawn, kept, exhausted, or held by another.</returns>
    public CodeEntryOutcome Enter(Guid person, ResidentRecordCode latest, out ResidentRecordCode code)
    {
        lock (_gate)
        {
            if (_codes.TryGetValue(person, out List<ResidentRecordCode>? codes))
            {
                code = codes[^1];
                return CodeEntryOutcome.Kept;
            }

            code = latest;
            return latest.IsEmpty ? Draw(person, CodeEntryOutcome.Drawn, out code)
                : _bearers.ContainsKey(latest.Value) ? Refuse(CodeEntryOutcome.HeldByAnother, out code)
                : Write(person, latest, CodeEntryOutcome.Kept);
        }
    }

    /// <summary>Changes a person's code at request; no reason is asked.</summary>
    /// <param name="person">The municipality's handle of the person.</param>
    /// <param name="code">The new code, or empty.</param>
    /// <returns>Changed, exhausted, or unknown person.</returns>
    public CodeEntryOutcome Change(Guid person, out ResidentRecordCode code)
    {
        lock (_gate)
        {
            return _codes.ContainsKey(person)
                ? Draw(person, CodeEntryOutcome.Changed, out code)
                : Refuse(CodeEntryOutcome.UnknownPerson, out code);
        }
    }

    /// <summary>Every code that a person bore here, the present one last.</summary>
    /// <param name="person">The municipality's handle of the person.</param>
    /// <returns>A copy; empty for an unknown person.</returns>
    public IReadOnlyList<ResidentRecordCode> HistoryOf(Guid person)
    {
        lock (_gate)
        {
            return _codes.TryGetValue(person, out List<ResidentRecordCode>? codes) ? [.. codes] : [];
        }
    }

    /// <summary>Takes the notices that are owed; each comes once.</summary>
    /// <returns>In the order of the entries.</returns>
    public IReadOnlyList<CodeNotice> TakeNotices()
    {
        lock (_gate)
        {
            CodeNotice[] owed = [.. _notices];
            _notices.Clear();
            return owed;
        }
    }

    private CodeEntryOutcome Draw(Guid person, CodeEntryOutcome occasion, out ResidentRecordCode code)
    {
        do
        {
            if (!_pool.TryDraw(out code))
            {
                return CodeEntryOutcome.PoolExhausted;
            }
        }
        while (_bearers.ContainsKey(code.Value));
        return Write(person, code, occasion);
    }

    private CodeEntryOutcome Write(Guid person, ResidentRecordCode code, CodeEntryOutcome occasion)
    {
        if (!_codes.TryGetValue(person, out List<ResidentRecordCode>? codes))
        {
            _codes.Add(person, codes = []);
        }

        codes.Add(code);
        _bearers.Add(code.Value, person);
        _notices.Add(new CodeNotice(person, code, occasion, _clock.GetUtcNow()));
        return occasion;
    }

    private static CodeEntryOutcome Refuse(CodeEntryOutcome why, out ResidentRecordCode code)
    {
        code = default;
        return why;
    }
}
