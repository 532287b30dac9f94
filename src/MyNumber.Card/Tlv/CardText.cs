using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MyNumber.Card.Tlv;

/// <summary>Values as the card's files write them. A value that breaks its rule is bad data, told without the value.</summary>
internal static class CardText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static DateOnly Date(ReadOnlySpan<byte> digits, string what) =>
        digits.Length == 8 && IsDigits(digits) && DateOnly.TryParseExact(Encoding.ASCII.GetString(digits), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw new CardDataException($"The {what} is not a date YYYYMMDD.");

    public static string Digits(ReadOnlySpan<byte> bytes, int length, string what) =>
        bytes.Length == length && IsDigits(bytes) ? Encoding.ASCII.GetString(bytes) : throw new CardDataException($"The {what} does not have {length} digits.");

    public static int Number(ReadOnlySpan<byte> bytes, int length, string what) =>
        bytes.Length == length && IsDigits(bytes) && Utf8Parser.TryParse(bytes, out int value, out int read) && read == length
            ? value
            : throw new CardDataException($"The {what} does not have {length} digits.");

    public static string Printable(ReadOnlySpan<byte> bytes, string what)
    {
        ReadOnlySpan<byte> text = bytes.TrimEnd(" \0"u8);
        return text.ContainsAnyExceptInRange((byte)0x20, (byte)0x7E)
            ? throw new CardDataException($"The {what} is not printable ASCII.")
            : Encoding.ASCII.GetString(text);
    }

    public static string Utf8(ReadOnlySpan<byte> bytes, string what)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new CardDataException($"The {what} is not UTF-8.");
        }
    }

    public static bool IsDigits(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
