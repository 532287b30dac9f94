namespace MyNumber.Linkage.Merkle;

/// <summary>The complete nodes of one level, from the left.</summary>
internal sealed class DigestColumn
{
    private const int FirstCapacity = 16;

    private Digest[] _items = new Digest[FirstCapacity];

    public int Count { get; private set; }

    public Digest this[long index] => index < Count ? _items[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public ReadOnlySpan<Digest> From(int start) => _items.AsSpan(start, Count - start);

    public void Add(Digest item) => Extend(1)[0] = item;

    /// <summary>Makes room for more and counts them in; the caller fills the room.</summary>
    public Span<Digest> Extend(int more)
    {
        int count = Count + more;
        if (count > _items.Length)
        {
            Array.Resize(ref _items, (int)Math.Min(Array.MaxLength, Math.Max(count, 2L * _items.Length)));
        }

        Span<Digest> room = _items.AsSpan(Count, more);
        Count = count;
        return room;
    }
}
