using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>The tree of a log: what the store holds, in the order of positions. Not thread safe but for its size.</summary>
internal sealed class FollowedTree(IRecordStore records)
{
    private const int ReadStep = 65_536;

    private long _size;

    /// <summary>The tree after the last call.</summary>
    public MerkleLog Tree { get; } = new();

    /// <summary>How many leaves the tree had after the last call.</summary>
    public long Size => Volatile.Read(ref _size);

    /// <summary>Whether the store holds what a head signs.</summary>
    public bool Holds(LogHead head) => head.Size <= Tree.Size && Tree.RootAt(head.Size) == head.Root;

    /// <summary>Brings the tree to what the store holds.</summary>
    public async ValueTask FollowAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Digest> more;
        do
        {
            more = await records.ReadCommitmentsAsync(Tree.Size, ReadStep, cancellationToken).ConfigureAwait(false);
            Tree.Append([.. more]);
            Volatile.Write(ref _size, Tree.Size);
        }
        while (more.Count == ReadStep);
    }

    /// <summary>Brings the tree to what the store holds after a write: from memory where the places join on to it, else from the store.</summary>
    public async ValueTask CarryOnAsync(SaltedRecord[] written, IReadOnlyList<RecordPlace> places, CancellationToken cancellationToken)
    {
        long next = Tree.Size;
        if (!places.All(place => place.Outcome == RecordAppend.Written ? place.Position == next++ : place.Position < next))
        {
            await FollowAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        for (int i = 0; i < written.Length; i++)
        {
            if (places[i].Outcome == RecordAppend.Written)
            {
                Tree.Append(written[i].Commitment);
            }
        }

        Volatile.Write(ref _size, Tree.Size);
    }
}
