using System.Globalization;

namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>The archive over a vault: entries named by their hash, a journal chained by hashes, retention, legal hold and access log.</summary>
/// <remarks>
/// <para>Seven years from the end of the contract: research notes on the rules of identity checks (one source); the period is an argument. It begins on the day after the contract's last day
/// and ends the day before the day that answers to its first.</para>
/// <para>Thread safe.</para>
/// </remarks>
public sealed class EvidenceStore : IEvidenceStore
{
    /// <summary>How many years from the end of the contract (確認記録).</summary>
    public const int DefaultYears = 7;

    private const string DayForm = "yyyy-MM-dd";

    private readonly Lock _gate = new();
    private readonly IEvidenceVault _vault;
    private readonly TimeProvider _clock;
    private readonly int _years;
    private readonly List<EvidenceEvent> _journal = [];
    private readonly ContractBook _book = new();
    private byte[] _head = JournalLine.Start;

    /// <summary>Opens the archive.</summary>
    /// <param name="vault">Where it lies; it stays the caller's.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="years">How many years from the end of the contract, at least 1.</param>
    /// <exception cref="InvalidDataException">The journal was changed: look at <see cref="Audit(IEvidenceVault)"/>. Nothing may be added to it.</exception>
    /// <exception cref="IOException">The medium fails.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No years.</exception>
    public EvidenceStore(IEvidenceVault vault, TimeProvider clock, int years = DefaultYears)
    {
        ArgumentNullException.ThrowIfNull(vault);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        _vault = vault;
        _clock = clock;
        _years = years;
        foreach (string text in vault.ReadLines())
        {
            EvidenceEvent line = JournalLine.Read(text, _journal.Count, _head, out _head) ?? throw new InvalidDataException("The journal of the archive was changed.");
            Take(line);
        }
    }

    /// <inheritdoc/>
    public string Store(EvidenceEntry entry, EvidenceAccess access)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(access);
        byte[] bytes = EntryBytes.Write(entry);
        string id = EntryBytes.IdOf(bytes);
        lock (_gate)
        {
            if (!_book.IsStored(id))
            {
                _vault.WriteEntry(id, bytes);
                Add(EvidenceEventKind.Stored, entry.Contract, id, access.Actor, access.Purpose);
            }
        }

        return id;
    }

    /// <inheritdoc/>
    public EvidenceReading Read(string id, EvidenceAccess access)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(access);
        lock (_gate)
        {
            if (_book.ContractOf(id) is not { } contract)
            {
                return new EvidenceReading(EvidenceReadState.NotFound);
            }

            if (!_book.IsStored(id))
            {
                return new EvidenceReading(EvidenceReadState.Purged);
            }

            Add(EvidenceEventKind.Read, contract, id, access.Actor, access.Purpose);
            return _vault.ReadEntry(id) is { } bytes && EntryBytes.IdOf(bytes) == id && EntryBytes.TryRead(bytes, out EvidenceEntry? entry)
                ? new EvidenceReading(EvidenceReadState.Intact, entry)
                : new EvidenceReading(EvidenceReadState.Damaged);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Find(string contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        lock (_gate)
        {
            return _book.EntriesOf(contract);
        }
    }

    /// <inheritdoc/>
    public bool EndContract(string contract, DateOnly day, EvidenceAccess access) =>
        AddForContract(EvidenceEventKind.ContractEnded, contract, access, day.ToString(DayForm, CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public bool Hold(string contract, bool holds, EvidenceAccess access)
    {
        ArgumentNullException.ThrowIfNull(access);
        return AddForContract(holds ? EvidenceEventKind.HoldBegan : EvidenceEventKind.HoldEnded, contract, access, access.Purpose);
    }

    /// <inheritdoc/>
    public EvidencePurge Purge(EvidenceAccess access)
    {
        ArgumentNullException.ThrowIfNull(access);
        lock (_gate)
        {
            DateOnly today = JapanDay.Of(_clock.GetUtcNow());
            List<string> purged = [];
            int inPeriod = 0, onHold = 0;
            foreach ((string id, string contract) in _book.Stored())
            {
                bool over = _book.EndOf(contract) is { } end && today > JapanDay.LastDayOfYears(end, _years);
                bool held = _book.IsHeld(contract);
                if (over && !held)
                {
                    _vault.RemoveEntry(id);
                    Add(EvidenceEventKind.Purged, contract, id, access.Actor, access.Purpose);
                    purged.Add(id);
                }

                inPeriod += over ? 0 : 1;
                onHold += over && held ? 1 : 0;
            }

            return new EvidencePurge(purged, inPeriod, onHold);
        }
    }

    /// <inheritdoc/>
    public EvidenceAudit Audit()
    {
        lock (_gate)
        {
            return Audit(_vault);
        }
    }

    /// <summary>Looks through a vault for changes, also one that no store opens any more.</summary>
    /// <param name="vault">The vault; nobody else may use it meanwhile.</param>
    /// <returns>The report.</returns>
    /// <exception cref="IOException">The medium fails.</exception>
    public static EvidenceAudit Audit(IEvidenceVault vault)
    {
        ArgumentNullException.ThrowIfNull(vault);
        ContractBook book = new();
        byte[] head = JournalLine.Start;
        long number = 0;
        long? broken = null;
        foreach (string text in vault.ReadLines())
        {
            if (JournalLine.Read(text, number, head, out head) is not { } line)
            {
                broken = number;
                break;
            }

            book.Take(line);
            number++;
        }

        string[] damaged = [.. book.Stored().Select(entry => entry.Id).Where(id => vault.ReadEntry(id) is not { } bytes || EntryBytes.IdOf(bytes) != id)];
        return new EvidenceAudit(number, broken, damaged, Convert.ToHexStringLower(head));
    }

    /// <inheritdoc/>
    public IReadOnlyList<EvidenceEvent> ReadJournal()
    {
        lock (_gate)
        {
            return [.. _journal];
        }
    }

    private bool AddForContract(EvidenceEventKind kind, string contract, EvidenceAccess access, string note)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(access);
        lock (_gate)
        {
            if (_book.EntriesOf(contract).Count == 0)
            {
                return false;
            }

            Add(kind, contract, string.Empty, access.Actor, note);
            return true;
        }
    }

    private void Add(EvidenceEventKind kind, string contract, string id, string actor, string note)
    {
        EvidenceEvent line = new(_journal.Count, kind, _clock.GetUtcNow(), contract, id, actor, note);
        _vault.AppendLine(JournalLine.Write(line, _head, out byte[] hash));
        _head = hash;
        Take(line);
    }

    private void Take(EvidenceEvent line)
    {
        _journal.Add(line);
        _book.Take(line);
    }
}
