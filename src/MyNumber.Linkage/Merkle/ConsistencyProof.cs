using System.Collections.Immutable;

namespace MyNumber.Linkage.Merkle;

/// <summary>A proof that a log only grew between two sizes (整合性証明; RFC 9162 section 2.1.4).</summary>
/// <param name="FirstSize">The earlier size.</param>
/// <param name="SecondSize">The later size.</param>
/// <param name="Path">The nodes that both roots are made of; none when the sizes are the same or the earlier is zero.</param>
public sealed record ConsistencyProof(long FirstSize, long SecondSize, ImmutableArray<Digest> Path)
{
    /// <summary>Checks the proof by RFC 9162 section 2.1.4.2.</summary>
    /// <param name="first">The root at <see cref="FirstSize"/>.</param>
    /// <param name="second">The root at <see cref="SecondSize"/>.</param>
    /// <returns>Whether the earlier log is a beginning of the later; false for sizes in the wrong order and for a path that is too short or too long.</returns>
    public bool Proves(Digest first, Digest second)
    {
        if (FirstSize < 0 || FirstSize > SecondSize || Path.IsDefault)
        {
            return false;
        }

        if (FirstSize == 0 || FirstSize == SecondSize)
        {
            return Path.IsEmpty && (FirstSize == SecondSize ? first == second && (FirstSize > 0 || first == MerkleHash.Empty) : first == MerkleHash.Empty);
        }

        return long.IsPow2(FirstSize) ? Folds(first, Path.AsSpan(), first, second) : !Path.IsEmpty && Folds(Path[0], Path.AsSpan(1, Path.Length - 1), first, second);
    }

    private bool Folds(Digest start, ReadOnlySpan<Digest> path, Digest first, Digest second)
    {
        (long place, long last) = (FirstSize - 1, SecondSize - 1);
        while (long.IsOddInteger(place))
        {
            (place, last) = (place >> 1, last >> 1);
        }

        (Digest earlier, Digest later) = (start, start);
        foreach (Digest node in path)
        {
            if (last == 0)
            {
                return false;
            }

            if (long.IsOddInteger(place) || place == last)
            {
                earlier = MerkleHash.Node(node, earlier);
                later = MerkleHash.Node(node, later);
                (place, last) = ProofSteps.ToRightChild(place, last);
            }
            else
            {
                later = MerkleHash.Node(later, node);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && earlier == first && later == second;
    }
}
