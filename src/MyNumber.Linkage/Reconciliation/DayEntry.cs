using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>One entry of a day's list with the key before it, so that the set of entries holds the order as well.</summary>
/// <remarks>The end of the list is an entry with empty <see cref="Key"/> and the last key before it; the first record has the empty key before it.</remarks>
/// <param name="Key">The record.</param>
/// <param name="Commitment">Its commitment.</param>
/// <param name="Previous">The record before it in the list.</param>
public readonly record struct DayEntry(RecordKey Key, Digest Commitment, RecordKey Previous) : IComparable<DayEntry>
{
    internal const int Length = 2 * RecordKey.Length + Digest.Length;

    /// <summary>Whether this is the end of the list.</summary>
    public bool IsEnd => Key.Inquiry.IsEmpty;

    /// <summary>Whether the key before is not smaller: the list is not ascending here.</summary>
    public bool IsOutOfOrder => !IsEnd && Previous.CompareTo(Key) >= 0;

    /// <summary>Compares keys, then commitments, then the keys before.</summary>
    /// <param name="other">Another entry.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(DayEntry other)
    {
        int order = Key.CompareTo(other.Key);
        order = order != 0 ? order : Commitment.CompareTo(other.Commitment);
        return order != 0 ? order : Previous.CompareTo(other.Previous);
    }

    internal void WriteTo(Span<byte> destination)
    {
        Key.WriteTo(destination);
        Commitment.WriteTo(destination[RecordKey.Length..]);
        Previous.WriteTo(destination[(RecordKey.Length + Digest.Length)..]);
    }
}
