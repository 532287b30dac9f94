using System.Buffers;

namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>The classes of characters (ISO 32000-1 §7.2.2).</summary>
internal static class Characters
{
    /// <summary>White space.</summary>
    public static SearchValues<byte> Space { get; } = SearchValues.Create("\0\t\n\f\r "u8);

    public static bool IsSpace(byte one) => one is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(byte one) => one is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    public static bool IsRegular(byte one) => !IsSpace(one) && !IsDelimiter(one);

    public static bool IsDigit(byte one) => one is >= (byte)'0' and <= (byte)'9';

    /// <summary>The worth of a hexadecimal digit, or −1.</summary>
    public static int HexValue(byte one) => one switch
    {
        >= (byte)'0' and <= (byte)'9' => one - '0',
        >= (byte)'A' and <= (byte)'F' => one - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => one - 'a' + 10,
        _ => -1,
    };
}
