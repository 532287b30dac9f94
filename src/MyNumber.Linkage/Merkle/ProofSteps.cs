namespace MyNumber.Linkage.Merkle;

/// <summary>What the two algorithms of verification share.</summary>
internal static class ProofSteps
{
    /// <summary>Goes up over levels on which the node has no neighbour, until it is a right child or the first of its level.</summary>
    public static (long Place, long Last) ToRightChild(long place, long last)
    {
        while (place != 0 && long.IsEvenInteger(place))
        {
            (place, last) = (place >> 1, last >> 1);
        }

        return (place, last);
    }
}
