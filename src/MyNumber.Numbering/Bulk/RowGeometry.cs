using System.Runtime.Intrinsics;

namespace MyNumber.Numbering.Bulk;

/// <summary>How rows lie in memory, and what the sixteen bytes from the start of a number must look like.</summary>
/// <param name="Pitch">Bytes from one row to the next.</param>
/// <param name="Pattern">'0' for a digit, the byte itself where a line end must be; a right byte becomes 0–9, or 0, by exclusive or.</param>
/// <param name="Limit">The highest value after the exclusive or: 9, 0, or 255 where anything may be.</param>
internal readonly record struct RowGeometry(int Pitch, Vector128<byte> Pattern, Vector128<byte> Limit)
{
    public static RowGeometry Create(int pitch, int digits, ReadOnlySpan<byte> lineEnd)
    {
        Span<byte> pattern = stackalloc byte[16];
        Span<byte> limit = stackalloc byte[16];
        pattern.Clear();
        limit.Fill(0xFF);
        pattern[..digits].Fill((byte)'0');
        limit[..digits].Fill(9);
        lineEnd.CopyTo(pattern[digits..]);
        limit.Slice(digits, lineEnd.Length).Clear();
        return new RowGeometry(pitch, Vector128.Create((ReadOnlySpan<byte>)pattern), Vector128.Create((ReadOnlySpan<byte>)limit));
    }
}
