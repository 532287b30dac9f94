namespace MyNumber.Linkage.Reconciliation;

/// <summary>What an auditor says of a record that a party shows.</summary>
public enum RecordAudit
{
    /// <summary>It is in the log, under a head that the auditor holds.</summary>
    Proved,

    /// <summary>The auditor does not hold the head that it is shown under.</summary>
    UnknownHead,

    /// <summary>The proof does not lead from the record to the head.</summary>
    NotInLog,
}
