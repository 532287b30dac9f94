namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>What came of reading an entry.</summary>
public enum EvidenceReadState
{
    /// <summary>No entry of that name was ever stored. The value of <see langword="default"/>.</summary>
    NotFound = 0,

    /// <summary>The entry is as it was stored.</summary>
    Intact = 1,

    /// <summary>The entry was changed, or vanished without a purge.</summary>
    Damaged = 2,

    /// <summary>The entry was removed because its time was over.</summary>
    Purged = 3,
}
