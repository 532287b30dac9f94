namespace MyNumber.Linkage.Merkle;

/// <summary>Ways to hash many short messages; all give the same digests.</summary>
internal enum Sha256Path
{
    /// <summary>The fastest that this machine runs.</summary>
    Best,

    /// <summary>Eight messages in step, 256-bit vectors.</summary>
    EightLanes,

    /// <summary>Four messages in step, 128-bit vectors.</summary>
    FourLanes,

    /// <summary>One call of the platform a message.</summary>
    OneByOne,
}
