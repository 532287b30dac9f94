using System.Formats.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Reads a list's entries, in as many pieces as they come in, and keeps them for the index. Nothing here is believed before the signature held.</summary>
internal sealed class CrlEntryCollector
{
    private readonly long _thisUpdate;
    private readonly int _mostSideEntries;
    private readonly CrlWords _words;
    private readonly CrlSideTable.Builder _side = new();

    /// <summary>Makes an empty one.</summary>
    /// <param name="thisUpdate">The list's, from which times are counted.</param>
    /// <param name="length">Bytes of all entries.</param>
    /// <param name="mostSideEntries">How many entries may not fit the main index: they cost memory before anybody's signature was seen.</param>
    public CrlEntryCollector(DateTimeOffset thisUpdate, int length, int mostSideEntries)
    {
        _thisUpdate = thisUpdate.ToUnixTimeSeconds();
        _mostSideEntries = mostSideEntries;
        _words = new CrlWords(length);
    }

    /// <summary>Whether an entry has had a critical extension that is not understood; such a list must not be used (RFC 5280 §5.3).</summary>
    public bool HasUnrecognisedCritical { get; private set; }

    /// <summary>Reads the whole entries at the beginning.</summary>
    /// <param name="data">Bytes from the beginning of an entry.</param>
    /// <param name="isLast">Whether the entries end with these bytes.</param>
    /// <returns>How many bytes were read; what is left must come again in front of what follows. It is less than <see cref="CrlLimits.LongestEntry"/>.</returns>
    /// <exception cref="AsnContentException">An entry is not well formed, over a ceiling, or stands for a removal.</exception>
    public int Read(ReadOnlySpan<byte> data, bool isLast)
    {
        int at = 0;
        while (at < data.Length)
        {
            at += ReadUsual(data[at..]);
            int length = CrlEntryReader.Measure(data[at..]);
            if (length == 0 || length > data.Length - at)
            {
                Require(!isLast || at == data.Length);
                break;
            }

            Keep(CrlEntryReader.Read(data.Slice(at, length)));
            at += length;
        }

        return at;
    }

    /// <summary>Sorts what was kept. Called once.</summary>
    public CrlIndex BuildIndex() => new(_words.Sort(), _side.Build(), _thisUpdate);

    // The run of usual entries at the beginning.
    private int ReadUsual(ReadOnlySpan<byte> data)
    {
        int at = 0;
        while (data.Length - at >= UsualCrlEntry.Shortest
            && UsualCrlEntry.TryRead(data[at..], out int length, out uint serial, out CrlEntry entry)
            && CrlIndex.TryPack(serial, entry, _thisUpdate, out ulong word))
        {
            _words.Add(word);
            at += length;
        }

        return at;
    }

    private void Keep(CrlEntryReader read)
    {
        HasUnrecognisedCritical |= read.HasUnrecognisedCritical;
        if (CrlIndex.TryGetShort(read.SerialNumber, out uint serial) && CrlIndex.TryPack(serial, read.Entry, _thisUpdate, out ulong word))
        {
            _words.Add(word);
            return;
        }

        Require(_side.Count < _mostSideEntries);
        _side.Add(read.SerialNumber, read.Entry);
    }
}
