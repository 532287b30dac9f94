using System.Buffers.Text;
using System.Diagnostics;

namespace MyNumber.Numbering;

/// <summary>Writes integers with their leading zeros.</summary>
internal static class DigitWriter
{
    public static int Write(long value, int length, Span<byte> destination)
    {
        bool fits = Utf8Formatter.TryFormat(value, destination, out int written, new System.Buffers.StandardFormat('D', (byte)length));
        Debug.Assert(fits, "The destination holds the longest number.");
        return written;
    }
}
