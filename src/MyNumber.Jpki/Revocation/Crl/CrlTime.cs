using System.Buffers.Binary;
using System.Formats.Asn1;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Time of a list's entry (RFC 5280 §5.1.2.6) without going through an object.</summary>
internal static class CrlTime
{
    private const byte UtcTime = 0x17, GeneralizedTime = 0x18;
    private const ulong Zeros = 0x3030_3030_3030_3030, HighHalves = 0xF0F0_F0F0_F0F0_F0F0, ToNextHalf = 0x0606_0606_0606_0606;
    private const int SecondsOfDay = 86400;

    // Month by (two digits of the year) · 16 + month: seconds of its first day, and its length; a length of zero is no month.
    private static readonly long[] FirstSeconds = new long[100 * 16];
    private static readonly byte[] Lengths = new byte[100 * 16];

    static CrlTime()
    {
        for (int year = 0; year < 100; year++)
        {
            for (int month = 1; month <= 12; month++)
            {
                FirstSeconds[(year * 16) + month] = new DateTimeOffset(Century(year), month, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
                Lengths[(year * 16) + month] = (byte)DateTime.DaysInMonth(Century(year), month);
            }
        }
    }

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

    /// <summary>The same for an encoded UTCTime of 15 bytes, eight digits at a time; no for every flaw.</summary>
    public static bool TryReadUtcTime(ReadOnlySpan<byte> encoded, out long seconds)
    {
        unchecked
        {
            ulong date = BinaryPrimitives.ReadUInt64LittleEndian(encoded[2..]); // YYMMDDHH
            ulong time = BinaryPrimitives.ReadUInt32LittleEndian(encoded[10..]) | (Zeros << 32); // MMSS, and zeros
            seconds = 0;
            if (encoded[0] != UtcTime || encoded[1] != 13 || encoded[14] != 'Z' || !AreDigits(date) || !AreDigits(time))
            {
                return false;
            }

            date = Pairs(date);
            time = Pairs(time);
            uint month = (uint)(((date & 0xFF) << 4) + ((date >> 16) & 0xFF)), day = (uint)((date >> 32) & 0xFF), hour = (uint)(date >> 48) & 0xFF;
            uint minute = (uint)time & 0xFF, second = (uint)(time >> 16) & 0xFF;
            if (((date >> 16) & 0xFF) > 15 || day - 1 >= Lengths[month] || hour > 23 || minute > 59 || second > 59)
            {
                return false;
            }

            seconds = FirstSeconds[month] + ((day - 1) * SecondsOfDay) + (hour * 3600) + (minute * 60) + second;
            return true;
        }
    }

    private static bool AreDigits(ulong text) =>
        (text & HighHalves) == Zeros && (unchecked(text + ToNextHalf) & HighHalves) == Zeros;

    // Two digits in each even byte, with their value in 0 to 99; what the odd bytes hold is left over.
    private static ulong Pairs(ulong text)
    {
        unchecked
        {
            text -= Zeros;
            return (text * 10) + (text >> 8);
        }
    }

    private static int Century(int year) => year < 50 ? 2000 + year : 1900 + year; // RFC 5280 §4.1.2.5.1

    private static int Pair(ReadOnlySpan<byte> text, int at)
    {
        int tens = text[at] - '0', ones = text[at + 1] - '0';
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? (tens * 10) + ones : throw new AsnContentException();
    }
}
