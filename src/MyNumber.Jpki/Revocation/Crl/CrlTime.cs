using System.Formats.Asn1;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Time of a list's entry (RFC 5280 §5.1.2.6) without going through an object.</summary>
internal static class CrlTime
{
    private const byte UtcTime = 0x17, GeneralizedTime = 0x18;

    /// <summary>Seconds of Unix time from the contents of UTCTime (YYMMDDHHMMSSZ) or GeneralizedTime (YYYYMMDDHHMMSSZ).</summary>
    public static long ToUnixSeconds(byte tag, ReadOnlySpan<byte> text)
    {
        bool known = (tag == UtcTime && text.Length == 13) || (tag == GeneralizedTime && text.Length == 15);
        if (!known || text[^1] != 'Z')
        {
            throw new AsnContentException();
        }

        int year = tag == GeneralizedTime ? (Pair(text, 0) * 100) + Pair(text, 2) : Century(Pair(text, 0));
        text = text[^11..];
        int month = Pair(text, 0), day = Pair(text, 2), hour = Pair(text, 4), minute = Pair(text, 6), second = Pair(text, 8);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            throw new AsnContentException();
        }

        return (new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
    }

    private static int Century(int year) => year < 50 ? 2000 + year : 1900 + year; // RFC 5280 §4.1.2.5.1

    private static int Pair(ReadOnlySpan<byte> text, int at)
    {
        int tens = text[at] - '0', ones = text[at + 1] - '0';
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? (tens * 10) + ones : throw new AsnContentException();
    }
}
