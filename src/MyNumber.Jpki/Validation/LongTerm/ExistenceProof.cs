namespace MyNumber.Jpki.Validation.LongTerm;

/// <summary>What shows when a signature existed (存在の証明).</summary>
public enum ExistenceProof
{
    /// <summary>Nothing does.</summary>
    None = 0,

    /// <summary>A timestamp over the signature by a trusted authority (RFC 3161).</summary>
    Timestamp,

    /// <summary>The archive's own time: weaker, the archive is believed.</summary>
    ArchiveTime,
}
