using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>A record with the proof that it is in its owner's log.</summary>
/// <param name="Record">The record with its salt.</param>
/// <param name="Head">The head for which it is proved.</param>
/// <param name="Inclusion">The proof.</param>
public sealed record RecordProof(SaltedRecord Record, LogHead Head, InclusionProof Inclusion)
{
    /// <summary>Whether the record's commitment is in the log of the head. The head itself is checked by its signature and against what others saw.</summary>
    public bool IsProved => Inclusion.Size == Head.Size && Inclusion.Proves(MerkleHash.Leaf(Record.Commitment), Head.Root);
}
