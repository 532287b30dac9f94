namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>What is left of the ceilings of one document.</summary>
internal sealed class ReadBudget
{
    private int _values = PdfLimits.Values;

    public int CrossReferences { get; private set; } = PdfLimits.CrossReferences;

    public int Decompressed { get; private set; } = PdfLimits.DecompressedLength;

    /// <summary>Whether a ceiling was reached; nothing more is read then.</summary>
    public bool IsSpent { get; private set; }

    public bool TakeValue() => --_values >= 0 || Spend();

    public bool TakeCrossReferences(long count)
    {
        if (count > CrossReferences)
        {
            return Spend();
        }

        CrossReferences -= (int)count;
        return true;
    }

    public void TakeDecompressed(int count) => Decompressed -= Math.Min(count, Decompressed);

    /// <summary>Marks the document as too large.</summary>
    public bool Spend()
    {
        IsSpent = true;
        return false;
    }
}
