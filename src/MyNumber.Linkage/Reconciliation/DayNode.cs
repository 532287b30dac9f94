using System.Collections.Immutable;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Reconciliation;

/// <summary>The entries of one range; divided when they are more than an answer lists. Digests are kept until an entry below changes.</summary>
internal sealed class DayNode(int depth)
{
    private List<(ulong Slot, DayEntry Entry)> _entries = [];
    private DayNode[]? _parts;
    private Digest? _digest;

    public int Count { get; private set; }

    public Digest Digest => _digest ??= _parts is null ? RangeAnswer.Of(Sorted().AsSpan()) : RangeAnswer.Of(PartDigests().AsSpan());

    public void Add(ulong slot, DayEntry entry)
    {
        _digest = null;
        Count++;
        if (_parts is not null)
        {
            _parts[DayRange.Digit(slot, depth)].Add(slot, entry);
            return;
        }

        _entries.Add((slot, entry));
        if (Count > RangeAnswer.MaxEntries && depth < DayRange.MaxDepth)
        {
            Divide();
        }
    }

    public void Remove(ulong slot, DayEntry entry)
    {
        _digest = null;
        Count--;
        if (_parts is null)
        {
            _entries.Remove((slot, entry));
            return;
        }

        _parts[DayRange.Digit(slot, depth)].Remove(slot, entry);
        if (Count <= RangeAnswer.MaxEntries)
        {
            _entries = [.. All()];
            _parts = null;
        }
    }

    public RangeAnswer Answer(DayRange range)
    {
        if (depth < range.Depth && _parts is not null)
        {
            return _parts[DayRange.Digit(range.Prefix, depth)].Answer(range);
        }

        return _parts is null
            ? new RangeAnswer(range, [.. _entries.Where(row => range.HoldsSlot(row.Slot)).Select(row => row.Entry).Order()], [])
            : new RangeAnswer(range, [], PartDigests());
    }

    private void Divide()
    {
        _parts = [.. Enumerable.Range(0, DayRange.Fanout).Select(_ => new DayNode(depth + 1))];
        foreach ((ulong slot, DayEntry entry) in _entries)
        {
            _parts[DayRange.Digit(slot, depth)].Add(slot, entry);
        }

        _entries = [];
    }

    private IEnumerable<(ulong Slot, DayEntry Entry)> All() => _parts is null ? _entries : _parts.SelectMany(part => part.All());

    private ImmutableArray<DayEntry> Sorted() => [.. _entries.Select(row => row.Entry).Order()];

    private ImmutableArray<Digest> PartDigests() => [.. _parts!.Select(part => part.Digest)];
}
