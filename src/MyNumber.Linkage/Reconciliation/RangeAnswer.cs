using System.Buffers.Binary;
using System.Collections.Immutable;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>What a party says of a range: its few entries, or the digests of its parts.</summary>
/// <remarks>
/// A range of at most <see cref="MaxEntries"/> entries is listed and has the digest SHA-256(0x02 ‖ count ‖ entries); one of more is divided and has the digest
/// SHA-256(0x03 ‖ sixteen digests). So the digest is a function of the entries alone, and cannot be answered for without them.
/// </remarks>
/// <param name="Range">The range.</param>
/// <param name="Entries">The entries, ascending; none when the range is divided.</param>
/// <param name="Parts">The digests of the sixteen parts; none when the range is listed.</param>
public sealed record RangeAnswer(DayRange Range, ImmutableArray<DayEntry> Entries, ImmutableArray<Digest> Parts)
{
    /// <summary>The most entries of a range that is listed, unless it cannot be divided further.</summary>
    public const int MaxEntries = 16;

    private const byte ListPrefix = 2;
    private const byte PartsPrefix = 3;

    /// <summary>Whether the range is divided.</summary>
    public bool IsDivided => !Parts.IsDefaultOrEmpty;

    /// <summary>The digest of the range, worked out from the answer.</summary>
    public Digest Digest => IsDivided ? Of(Parts.AsSpan()) : Of(Entries.AsSpan());

    /// <summary>Whether the answer has the form that an answer has, and its entries are of the range.</summary>
    /// <param name="range">The range that was asked for.</param>
    /// <returns>Whether it does.</returns>
    public bool Fits(DayRange range) => Range == range && !Entries.IsDefault && !Parts.IsDefault && (IsDivided
        ? Parts.Length == DayRange.Fanout && Entries.IsEmpty && range.Depth < DayRange.MaxDepth
        : (Entries.Length <= MaxEntries || range.Depth == DayRange.MaxDepth) && Entries.All(entry => range.Holds(entry.Key)) && IsAscending);

    private bool IsAscending => Entries.Zip(Entries.Skip(1)).All(pair => pair.First.CompareTo(pair.Second) <= 0);

    /// <summary>The digest of a part; for a listed range it follows from the entries.</summary>
    internal Digest PartDigest(int digit)
    {
        DayRange part = Range.Child(digit);
        return IsDivided ? Parts[digit] : Of(Entries.Where(entry => part.Holds(entry.Key)).ToArray());
    }

    internal static Digest Of(ReadOnlySpan<DayEntry> entries)
    {
        byte[] input = new byte[1 + sizeof(int) + entries.Length * DayEntry.Length];
        input[0] = ListPrefix;
        BinaryPrimitives.WriteInt32BigEndian(input.AsSpan(1), entries.Length);
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i].WriteTo(input.AsSpan(1 + sizeof(int) + i * DayEntry.Length));
        }

        return MerkleHash.Hash(input);
    }

    internal static Digest Of(ReadOnlySpan<Digest> parts)
    {
        Span<byte> input = stackalloc byte[1 + DayRange.Fanout * Digest.Length];
        input[0] = PartsPrefix;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i].WriteTo(input[(1 + i * Digest.Length)..]);
        }

        return MerkleHash.Hash(input);
    }
}
