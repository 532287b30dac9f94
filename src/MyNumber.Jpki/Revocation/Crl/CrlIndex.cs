using System.Buffers.Binary;
using System.Numerics;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Serials of one list, sorted: eight bytes an entry for the usual serial of at most four octets, a side table for every other shape.</summary>
/// <remarks>
/// <para>A word holds serial (32 bits), age in seconds before the list's thisUpdate (28 bits, eight and a half years) and reason (4 bits).</para>
/// <para>Slots over the range of serials say where to look. There are so few of them that they stay in a core's own cache: serials are dense, so a guess by
/// proportion within a slot lands beside the word, and a search waits for main memory about once. Immutable and thread safe; a search allocates nothing.</para>
/// </remarks>
internal sealed class CrlIndex
{
    private const int ReasonBits = 4, SerialShift = 32, WordsOfSlot = 16, MostSlotBits = 17, WordsOfLine = 8;
    private const long OldestAge = (1L << 28) - 1;

    private readonly ulong[] _words;
    private readonly int[] _slots;
    private readonly uint _least;
    private readonly uint _span;
    private readonly int _slotShift;
    private readonly CrlSideTable _side;
    private readonly long _thisUpdate;

    /// <summary>Takes the words over, which are sorted.</summary>
    public CrlIndex(ulong[] words, CrlSideTable side, long thisUpdate)
    {
        _words = words;
        _side = side;
        _thisUpdate = thisUpdate;
        if (words.Length == 0)
        {
            _slots = [0, 0];
            return;
        }

        _least = (uint)(words[0] >> SerialShift);
        _span = (uint)(words[^1] >> SerialShift) - _least;
        int slotBits = Math.Min(MostSlotBits, BitOperations.Log2((uint)(words.Length / WordsOfSlot) | 1) + 1);
        _slotShift = Math.Max(0, BitOperations.Log2(_span | 1) + 1 - slotBits);
        _slots = FillSlots();
    }

    public int Count => _words.Length + _side.Count;

    /// <summary>Bytes that the index holds, without the objects' headers.</summary>
    public long Bytes => (_words.Length * (long)sizeof(ulong)) + (_slots.Length * (long)sizeof(int)) + _side.Bytes;

    /// <summary>Packs an entry, or says that it belongs to the side table.</summary>
    public static bool TryPack(uint serial, CrlEntry entry, long thisUpdate, out ulong word)
    {
        unchecked
        {
            long age = thisUpdate - entry.Seconds;
            word = ((ulong)serial << SerialShift) | ((ulong)age << ReasonBits) | entry.Reason;
            return (ulong)age <= OldestAge;
        }
    }

    /// <summary>A positive INTEGER below 2^32: up to four octets, or five with a leading zero.</summary>
    public static bool TryGetShort(ReadOnlySpan<byte> serialNumber, out uint serial)
    {
        serial = 0;
        if (serialNumber.Length == sizeof(uint))
        {
            serial = BinaryPrimitives.ReadUInt32BigEndian(serialNumber);
            return serial <= int.MaxValue;
        }

        bool isShort = !serialNumber.IsEmpty && serialNumber[0] < 0x80 && (serialNumber.Length < 5 || (serialNumber.Length == 5 && serialNumber[0] == 0));
        foreach (byte octet in isShort ? serialNumber : default)
        {
            serial = unchecked((serial << 8) | octet);
        }

        return isShort;
    }

    /// <summary>What the list says of a serial given as INTEGER contents.</summary>
    public CrlEntry? Find(ReadOnlySpan<byte> serialNumber)
    {
        CrlEntry? found = TryGetShort(serialNumber, out uint serial) ? FindShort(serial) : null;
        return _side.Count == 0 ? found : CrlEntry.Graver(found, _side.Find(serialNumber));
    }

    /// <summary>Whether two indexes say the same of everything.</summary>
    public bool HasSameEntries(CrlIndex other) => _thisUpdate == other._thisUpdate && _words.AsSpan().SequenceEqual(other._words) && _side.HasSameEntries(other._side);

    private CrlEntry? FindShort(uint serial)
    {
        uint offset = unchecked(serial - _least);
        if (offset > _span)
        {
            return null;
        }

        int end = _slots[(int)(offset >> _slotShift) + 1], low = FirstNotBelow(offset, (ulong)serial << SerialShift);
        CrlEntry? found = null;
        for (; low < end && (uint)(_words[low] >> SerialShift) == serial; low++)
        {
            found = CrlEntry.Graver(found, Unpack(_words[low]));
        }

        return found;
    }

    /// <summary>The first word of a slot that is not below the key, or the slot's end.</summary>
    private int FirstNotBelow(uint offset, ulong key)
    {
        int slot = (int)(offset >> _slotShift), low = _slots[slot], high = _slots[slot + 1], step = WordsOfLine;
        uint part = offset & ((1u << _slotShift) - 1);
        int guess = low + (int)(((ulong)(high - low) * part) >> _slotShift);
        if (guess < high && _words[guess] < key)
        {
            low = guess + 1;
            for (int next = guess + step; next < high; next += step *= 2)
            {
                if (_words[next] >= key)
                {
                    high = next;
                    break;
                }

                low = next + 1;
            }
        }
        else
        {
            high = guess;
            for (int next = guess - step; next >= low; next -= step *= 2)
            {
                if (_words[next] < key)
                {
                    low = next + 1;
                    break;
                }

                high = next;
            }
        }

        return Halve(low, high, key);
    }

    private int Halve(int low, int high, ulong key)
    {
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (_words[middle] < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private CrlEntry Unpack(ulong word) =>
        new(_thisUpdate - (long)((word & uint.MaxValue) >> ReasonBits), (byte)(word & ((1 << ReasonBits) - 1)));

    // Slot i begins at the first word whose serial is in it or behind it.
    private int[] FillSlots()
    {
        int[] slots = new int[(int)(_span >> _slotShift) + 2];
        int slot = 0;
        for (int i = 0; i < _words.Length; i++)
        {
            for (int own = (int)(((uint)(_words[i] >> SerialShift) - _least) >> _slotShift); slot < own;)
            {
                slots[++slot] = i;
            }
        }

        slots[^1] = _words.Length;
        return slots;
    }
}
