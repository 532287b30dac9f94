namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>What is left of the ceilings of one document. Every reader charges here before it keeps or does something, and here the caller's wish to end is looked at.</summary>
/// <param name="length">The length of the document.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class ReadBudget(int length, CancellationToken cancellation = default)
{
    private const int LookEvery = 65_536;

    /// <summary>How often a byte may be passed over: white space and comments behind a number are, up to three times.</summary>
    private const int Passes = 4;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private long _scanned = Passes * (long)length;
    private long _values = PdfLimits.Values;
    private long _crossReferences = PdfLimits.CrossReferences;
    private long _decompressed = PdfLimits.DecompressedLength;
    private long _nameLength = PdfLimits.NamesLength;
    private long _steps = PdfLimits.Steps;
    private long _sinceLook;

    /// <summary>Whether a ceiling was reached; nothing more is read then.</summary>
    public bool IsSpent { get; private set; }

    public bool TakeValue() => Take(ref _values, 1);

    public bool TakeCrossReferences(long count) => Take(ref _crossReferences, count);

    /// <summary>Charges bytes that were passed over.</summary>
    public bool TakeScanned(int count) => Take(ref _scanned, count);

    /// <summary>Charges comparisons and visits.</summary>
    public bool TakeSteps(long count = 1) => Take(ref _steps, count);

    /// <summary>Charges bytes that came out of a compressed stream; they may be read as those of the document may.</summary>
    public bool TakeDecompressed(int count)
    {
        if (!Take(ref _decompressed, count))
        {
            return false;
        }

        _scanned += Passes * (long)count;
        return true;
    }

    /// <summary>A name, of which there is only one text however often it is read; <see langword="null"/> when there are too many.</summary>
    public string? TakeName(ReadOnlySpan<char> name)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (names.TryGetValue(name, out string? known))
        {
            return known;
        }

        string text = name.ToString();
        return Take(ref _nameLength, text.Length) && _names.Add(text) ? text : null;
    }

    /// <summary>Marks the document as too large.</summary>
    public bool Spend()
    {
        IsSpent = true;
        return false;
    }

    private bool Take(ref long left, long count)
    {
        _sinceLook += count;
        if (_sinceLook >= LookEvery)
        {
            _sinceLook = 0;
            cancellation.ThrowIfCancellationRequested();
        }

        if (IsSpent || count > left)
        {
            return Spend();
        }

        left -= count;
        return true;
    }
}
