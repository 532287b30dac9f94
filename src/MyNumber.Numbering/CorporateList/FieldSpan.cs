namespace MyNumber.Numbering.CorporateList;

/// <summary>Where a field lies in its row, without its outer quotation marks.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Its length.</param>
/// <param name="HasEscapes">Whether doubled quotation marks are in it.</param>
internal readonly record struct FieldSpan(int Start, int Length, bool HasEscapes)
{
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> row) => row.Slice(Start, Length);
}
