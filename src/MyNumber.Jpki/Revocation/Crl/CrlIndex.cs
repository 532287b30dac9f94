using System.Buffers.Binary;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Serials of one list, sorted: eight bytes an entry for the usual serial of at most four octets, a side table for every other shape.</summary>
/// <remarks>
/// <para>A word holds serial (32 bits), age in seconds before the list's thisUpdate (28 bits, eight and a half years) and reason (4 bits).</para>
/// <para>Immutable and thread safe; a search allocates nothing.</para>
/// </remarks>
internal sealed class CrlIndex
{
    private const int ReasonBits = 4, SerialShift = 32;
    private const long OldestAge = (1L << 28) - 1;

    private readonly ulong[] _words;
    private readonly int _count;
    private readonly CrlSideTable _side;
    private readonly long _thisUpdate;

    /// <summary>Takes the words over, of which the first <paramref name="count"/> are sorted and the rest unused.</summary>
    public CrlIndex(ulong[] words, int count, CrlSideTable side, long thisUpdate)
    {
        _words = words;
        _count = count;
        _side = side;
        _thisUpdate = thisUpdate;
    }

    public int Count => _count + _side.Count;

    /// <summary>Packs an entry, or says that it belongs to the side table.</summary>
    public static bool TryPack(ReadOnlySpan<byte> serialNumber, CrlEntry entry, long thisUpdate, out ulong word)
    {
        long age = thisUpdate - entry.Seconds;
        word = 0;
        if (age is < 0 or > OldestAge || !TryGetShort(serialNumber, out uint serial))
        {
            return false;
        }

        word = ((ulong)serial << SerialShift) | ((ulong)age << ReasonBits) | entry.Reason;
        return true;
    }

    /// <summary>What the list says of a serial given as INTEGER contents.</summary>
    public CrlEntry? Find(ReadOnlySpan<byte> serialNumber)
    {
        CrlEntry? found = TryGetShort(serialNumber, out uint serial) ? FindShort(serial) : null;
        return _side.Count == 0 ? found : CrlEntry.Graver(found, _side.Find(serialNumber));
    }

    private CrlEntry? FindShort(uint serial)
    {
        int low = 0, high = _count;
        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if ((uint)(_words[middle] >> SerialShift) < serial)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        CrlEntry? found = null;
        for (; low < _count && (uint)(_words[low] >> SerialShift) == serial; low++)
        {
            found = CrlEntry.Graver(found, Unpack(_words[low]));
        }

        return found;
    }

    private CrlEntry Unpack(ulong word) =>
        new(_thisUpdate - (long)((word & uint.MaxValue) >> ReasonBits), (byte)(word & ((1 << ReasonBits) - 1)));

    // A positive INTEGER below 2^32: up to four octets, or five with a leading zero.
    private static bool TryGetShort(ReadOnlySpan<byte> serialNumber, out uint serial)
    {
        serial = 0;
        if (serialNumber.IsEmpty || serialNumber.Length > 5 || serialNumber[0] >= 0x80 || (serialNumber.Length == 5 && serialNumber[0] != 0))
        {
            return false;
        }

        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        serialNumber.CopyTo(padded[(8 - serialNumber.Length)..]);
        serial = (uint)BinaryPrimitives.ReadUInt64BigEndian(padded);
        return true;
    }
}
