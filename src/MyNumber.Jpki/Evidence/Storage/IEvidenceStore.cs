namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>The archive of identity checks (確認記録): seven years from the end of the contract, apart from the store of consents.</summary>
/// <remarks>Implementations are thread safe. Nothing is ever changed, and nothing is removed but by <see cref="Purge"/>; each act leaves a line in the journal.</remarks>
public interface IEvidenceStore
{
    /// <summary>Where the journal stands now: keep it elsewhere from time to time.</summary>
    EvidenceHead Head { get; }

    /// <summary>Stores an entry. The same entry again is stored once; where it was damaged meanwhile it is written anew, with a line.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="access">Who and why.</param>
    /// <returns>Its name, SHA-256 of its bytes: keep it with the contract.</returns>
    /// <exception cref="IOException">The medium fails.</exception>
    string Store(EvidenceEntry entry, EvidenceAccess access);

    /// <summary>Reads an entry and compares it with its name.</summary>
    /// <param name="id">The name; any text.</param>
    /// <param name="access">Who and why; it is in the log before the entry is handed out.</param>
    /// <returns>The entry, or why there is none.</returns>
    /// <exception cref="IOException">The medium fails.</exception>
    EvidenceReading Read(string id, EvidenceAccess access);

    /// <summary>The names of a contract's entries that are not purged, in the order in which they were stored.</summary>
    /// <param name="contract">The contract; any text.</param>
    /// <returns>The names.</returns>
    IReadOnlyList<string> Find(string contract);

    /// <summary>Records that a contract ended; from the day after it the seven years count for the entries that are stored now. A later day in a later record counts instead.</summary>
    /// <remarks>What is stored afterwards, for a reference that is used again or from an older archive, needs an end that is recorded after it, also of the same or an earlier day; until then it stays.</remarks>
    /// <param name="contract">The contract.</param>
    /// <param name="day">The last day of the contract, in Japan.</param>
    /// <param name="access">Who and why.</param>
    /// <returns><see langword="false"/> when no entry of the contract is here.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before the first identity check of the contract, or more than a hundred years ahead.</exception>
    /// <exception cref="IOException">The medium fails.</exception>
    bool EndContract(string contract, DateOnly day, EvidenceAccess access);

    /// <summary>Begins or ends a legal hold (保全): while it lasts nothing of the contract is purged.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="holds">Whether it begins.</param>
    /// <param name="access">Who and why.</param>
    /// <returns><see langword="false"/> when no entry of the contract is here.</returns>
    /// <exception cref="IOException">The medium fails.</exception>
    bool Hold(string contract, bool holds, EvidenceAccess access);

    /// <summary>Removes what may be removed today: period over, no hold. The period counts from the end of the contract that was recorded after the entry was stored, or from the day on which it was stored where that is later.</summary>
    /// <param name="access">Who and why.</param>
    /// <returns>The report.</returns>
    /// <exception cref="IOException">The medium fails.</exception>
    EvidencePurge Purge(EvidenceAccess access);

    /// <summary>Looks through journal and entries for changes.</summary>
    /// <param name="known">A head that was kept elsewhere, through which the journal must go.</param>
    /// <returns>The report.</returns>
    /// <exception cref="IOException">The medium fails.</exception>
    EvidenceAudit Audit(EvidenceHead? known = null);

    /// <summary>The journal from the first line to the last.</summary>
    /// <returns>The lines.</returns>
    IReadOnlyList<EvidenceEvent> ReadJournal();
}
