namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Packed entries on their way into an index: taken in pieces of one size, because their number is not known before the end, and sorted into one array of the right length.</summary>
internal sealed class CrlWords
{
    private const int PieceLength = 1 << 17, ShortestEntry = 20;
    private const int SerialShift = 32, CoarseBits = 11, WorthThreads = 1 << 16;

    private readonly List<ulong[]> _full = [];
    private ulong[] _piece;
    private int _used;
    private ulong _last;
    private ulong _most;
    private ulong _least = ulong.MaxValue;
    private bool _isSorted = true;

    /// <summary>Expects entries of so many bytes together.</summary>
    public CrlWords(int encodedLength) => _piece = new ulong[Math.Min(PieceLength, (encodedLength / ShortestEntry) + 1)];

    /// <summary>Takes one word, its serial in the upper half.</summary>
    public void Add(ulong word)
    {
        if (_used == _piece.Length)
        {
            _full.Add(_piece);
            _piece = new ulong[PieceLength];
            _used = 0;
        }

        _piece[_used] = word;
        unchecked
        {
            _used++;
        }

        _isSorted &= word >= _last;
        _last = word;
        _least = Math.Min(_least, word);
        _most = Math.Max(_most, word);
    }

    /// <summary>All words by serial. The pieces are given up.</summary>
    public ulong[] Sort()
    {
        _full.Add(_used == _piece.Length ? _piece : _piece[.._used]);
        ulong[] words = GC.AllocateUninitializedArray<ulong>(_full.Sum(piece => piece.Length));
        if (_isSorted)
        {
            CopyInOrder(words);
        }
        else
        {
            SortParts(words, Scatter(words));
        }

        _full.Clear();
        _piece = [];
        _used = 0;
        return words;
    }

    private void CopyInOrder(ulong[] words)
    {
        int at = 0;
        foreach (ulong[] piece in _full)
        {
            piece.CopyTo(words, at);
            at += piece.Length;
        }
    }

    // Puts every word into its part of the range of serials; gives where each part ends.
    private int[] Scatter(ulong[] words)
    {
        ulong least = _least >> SerialShift;
        int shift = Math.Max(0, SerialBits((_most >> SerialShift) - least) - CoarseBits) + SerialShift;
        least <<= SerialShift;
        int[] places = new int[(1 << CoarseBits) + 1];
        unchecked
        {
            foreach (ulong[] piece in _full)
            {
                foreach (ulong word in piece)
                {
                    places[(int)((word - least) >> shift) + 1]++;
                }
            }

            for (int part = 1; part < places.Length; part++)
            {
                places[part] += places[part - 1];
            }

            foreach (ulong[] piece in _full)
            {
                foreach (ulong word in piece)
                {
                    words[places[(int)((word - least) >> shift)]++] = word;
                }
            }
        }

        return places;
    }

    private static void SortParts(ulong[] words, int[] ends)
    {
        ParallelOptions threads = new() { MaxDegreeOfParallelism = words.Length < WorthThreads ? 1 : Environment.ProcessorCount };
        Parallel.For(0, ends.Length - 1, threads, part =>
        {
            int start = part == 0 ? 0 : ends[part - 1];
            words.AsSpan(start, ends[part] - start).Sort();
        });
    }

    private static int SerialBits(ulong span) => 64 - System.Numerics.BitOperations.LeadingZeroCount(span);
}
