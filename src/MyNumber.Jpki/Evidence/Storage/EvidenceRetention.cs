namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>How long entries of an archive are kept: seven years from the end of their contract, and never less from the day on which they were stored.</summary>
internal sealed class EvidenceRetention(IEvidenceVault vault, EvidenceJournal journal, TimeProvider clock, int years)
{
    // An end further away is a mistake of typing: no contract is fixed for a century.
    private const int FurthestEnd = 100;

    /// <summary>Whether a day can be the end of a contract: not before what is archived of it was checked, and within a hundred years.</summary>
    public bool CanEnd(string contract, DateOnly day) =>
        day >= journal.Book.EntriesOf(contract).Min(FirstDayOf) && day <= JapanDay.AddYears(JapanDay.Of(clock.GetUtcNow()), FurthestEnd);

    /// <summary>Removes what may be removed today.</summary>
    public EvidencePurge Purge(EvidenceAccess access)
    {
        List<string> purged = [], notRemoved = [];
        FinishPurges(purged, notRemoved);
        DateOnly today = JapanDay.Of(clock.GetUtcNow());
        int inPeriod = 0, onHold = 0;
        foreach ((string id, string contract) in journal.Book.Stored())
        {
            bool over = IsOver(id, today), held = journal.Book.IsHeld(contract);
            if (over && !held)
            {
                journal.Add(EvidenceEventKind.Purged, contract, id, access.Actor, access.Purpose); // first: nothing goes without a trace
                (TryRemove(id) ? purged : notRemoved).Add(id);
            }

            inPeriod += over ? 0 : 1;
            onHold += over && held ? 1 : 0;
        }

        return new EvidencePurge(purged, inPeriod, onHold, notRemoved);
    }

    // A crash may have come between the line and the entry. One entry that cannot go keeps no other.
    private void FinishPurges(List<string> purged, List<string> notRemoved)
    {
        foreach (string id in vault.ListEntries())
        {
            if (journal.Book.ContractOf(id) is { } contract && !journal.Book.IsStored(id))
            {
                (!journal.Book.IsHeld(contract) && TryRemove(id) ? purged : notRemoved).Add(id);
            }
        }
    }

    private bool TryRemove(string id)
    {
        try
        {
            vault.RemoveEntry(id);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // An entry that was taken over from an older archive may be stored after the last day of its contract: it is kept as long from then.
    private bool IsOver(string id, DateOnly today)
    {
        DateOnly stored = journal.Book.StoredOn(id);
        return journal.Book.EndFor(id) is { } end && today > JapanDay.LastDayOfYears(end > stored ? end : stored, years);
    }

    // An entry may be taken over from an older archive: then it was checked before it was stored here.
    private DateOnly FirstDayOf(string id)
    {
        DateOnly stored = journal.Book.StoredOn(id);
        DateOnly judged = vault.ReadEntry(id) is { } bytes && EntryBytes.IdOf(bytes) == id && EntryBytes.TryRead(bytes, out EvidenceEntry? entry) ? JapanDay.Of(entry.Evidence.CheckedAt) : stored;
        return judged < stored ? judged : stored;
    }
}
