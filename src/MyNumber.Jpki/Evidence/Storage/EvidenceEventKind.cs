namespace MyNumber.Jpki.Evidence.Storage;

/// <summary>What a line of the journal tells.</summary>
public enum EvidenceEventKind
{
    /// <summary>An entry was stored.</summary>
    Stored = 0,

    /// <summary>An entry was read, by whom and why: the access log.</summary>
    Read = 1,

    /// <summary>The contract ended; from here the seven years count.</summary>
    ContractEnded = 2,

    /// <summary>A legal hold (保全) began: nothing of the contract is purged.</summary>
    HoldBegan = 3,

    /// <summary>The legal hold ended.</summary>
    HoldEnded = 4,

    /// <summary>An entry was removed because its time was over.</summary>
    Purged = 5,
}
