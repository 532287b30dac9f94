namespace MyNumber.Linkage.Merkle;

/// <summary>What a witness says of a head that it is shown.</summary>
public enum HeadVerdict
{
    /// <summary>It follows the latest head, and the log only grew. It is kept.</summary>
    Accepted,

    /// <summary>It is one of the kept heads.</summary>
    AlreadyKnown,

    /// <summary>It is of another log.</summary>
    OtherLog,

    /// <summary>The owner's key did not sign it.</summary>
    BadSignature,

    /// <summary>Heads between the latest kept one and this one are missing; show those first.</summary>
    Gap,

    /// <summary>The owner signed two different heads of one number, or one that does not name the head before it. Both are evidence.</summary>
    Forked,

    /// <summary>The log has fewer leaves than it had, or an earlier time.</summary>
    WentBack,

    /// <summary>No proof came, or one of other sizes; ask the owner for the right one. An owner that has none rewrote its log.</summary>
    NoProof,

    /// <summary>The owner's proof does not show that the log of the latest head is a beginning of this one: leaves were rewritten.</summary>
    Rewritten,
}
