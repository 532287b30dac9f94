using System.Collections.Immutable;

namespace MyNumber.Linkage.Merkle;

/// <summary>A proof that a leaf is in a log of some size (包含証明; RFC 9162 section 2.1.3).</summary>
/// <remarks>Whoever checks it takes the root from a signed head, not from the one that gives the proof.</remarks>
/// <param name="Index">The leaf's index.</param>
/// <param name="Size">How many leaves the log had.</param>
/// <param name="Path">The hashes of the neighbouring subtrees, from the leaf to the root.</param>
public sealed record InclusionProof(long Index, long Size, ImmutableArray<Digest> Path)
{
    /// <summary>Checks the proof by RFC 9162 section 2.1.3.2.</summary>
    /// <param name="leaf">The leaf's hash, see <see cref="MerkleHash.Leaf(Digest)"/>.</param>
    /// <param name="root">The root at <see cref="Size"/>.</param>
    /// <returns>Whether the leaf stands at <see cref="Index"/>; false for an index outside of the log and for a path that is too short or too long.</returns>
    public bool Proves(Digest leaf, Digest root)
    {
        if (Index < 0 || Index >= Size || Path.IsDefault)
        {
            return false;
        }

        (long place, long last, Digest hash) = (Index, Size - 1, leaf);
        foreach (Digest neighbour in Path)
        {
            if (last == 0)
            {
                return false;
            }

            if (long.IsOddInteger(place) || place == last)
            {
                hash = MerkleHash.Node(neighbour, hash);
                (place, last) = ProofSteps.ToRightChild(place, last);
            }
            else
            {
                hash = MerkleHash.Node(hash, neighbour);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }
}
