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
    private readonly EvidenceJournal _journal;
    private readonly EvidenceRetention _retention;

    /// <summary>Opens the archive.</summary>
    /// <param name="vault">Where it lies; it stays the caller's.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="years">How many years from the end of the contract, at least 1.</param>
    /// <param name="known">A head that was kept elsewhere, through which the journal must go.</param>
    /// <exception cref="InvalidDataException">The journal was changed, or does not go through the known head: look at <see cref="Audit(IEvidenceVault, EvidenceHead?)"/>. Nothing may be added to it.</exception>
    /// <exception cref="IOException">The medium fails.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No years.</exception>
    public EvidenceStore(IEvidenceVault vault, TimeProvider clock, int years = DefaultYears, EvidenceHead? known = null)
    {
        ArgumentNullException.ThrowIfNull(vault);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(years, 1);
        _vault = vault;
        _journal = EvidenceJournal.Open(vault, clock, known);
        _retention = new EvidenceRetention(vault, _journal, clock, years);
    }

    /// <inheritdoc/>
    public EvidenceHead Head
    {
        get
        {
            lock (_gate)
            {
                return _journal.Head;
            }
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
            if (!_journal.Book.IsStored(id) || !EvidenceJournal.IsIntact(_vault, id))
            {
                _vault.WriteEntry(id, bytes);
                _journal.Add(EvidenceEventKind.Stored, entry.Contract, id, access.Actor, access.Purpose);
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
            if (_journal.Book.ContractOf(id) is not { } contract)
            {
                return new EvidenceReading(EvidenceReadState.NotFound);
            }

            if (!_journal.Book.IsStored(id))
            {
                return new EvidenceReading(EvidenceReadState.Purged);
            }

            _journal.Add(EvidenceEventKind.Read, contract, id, access.Actor, access.Purpose);
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
            return _journal.Book.EntriesOf(contract);
        }
    }

    /// <inheritdoc/>
    public bool EndContract(string contract, DateOnly day, EvidenceAccess access)
    {
        ArgumentNullException.ThrowIfNull(contract);
        lock (_gate)
        {
            if (_journal.Book.EntriesOf(contract).Count != 0 && !_retention.CanEnd(contract, day))
            {
                throw new ArgumentOutOfRangeException(nameof(day), "A contract ends on a day between its first identity check and a hundred years from now.");
            }

            return AddForContract(EvidenceEventKind.ContractEnded, contract, access, day.ToString(DayForm, CultureInfo.InvariantCulture));
        }
    }

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
            return _retention.Purge(access);
        }
    }

    /// <inheritdoc/>
    public EvidenceAudit Audit(EvidenceHead? known = null)
    {
        lock (_gate)
        {
            return EvidenceJournal.Audit(_vault, known);
        }
    }

    /// <summary>Looks through a vault for changes, also one that no store opens any more.</summary>
    /// <param name="vault">The vault; nobody else may use it meanwhile.</param>
    /// <param name="known">A head that was kept elsewhere, through which the journal must go.</param>
    /// <returns>The report.</returns>
    /// <exception cref="IOException">The medium fails.</exception>
    public static EvidenceAudit Audit(IEvidenceVault vault, EvidenceHead? known = null)
    {
        ArgumentNullException.ThrowIfNull(vault);
        return EvidenceJournal.Audit(vault, known);
    }

    /// <inheritdoc/>
    public IReadOnlyList<EvidenceEvent> ReadJournal()
    {
        lock (_gate)
        {
            return [.. _journal.Lines];
        }
    }

    private bool AddForContract(EvidenceEventKind kind, string contract, EvidenceAccess access, string note)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(access);
        lock (_gate)
        {
            if (_journal.Book.EntriesOf(contract).Count == 0)
            {
                return false;
            }

            _journal.Add(kind, contract, string.Empty, access.Actor, note);
            return true;
        }
    }
}
