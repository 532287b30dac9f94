using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Recognises the entry that nearly all lists are made of: a positive serial below 2^32, UTCTime, and a reason or nothing. It knows no flaws: what it does not recognise is read strictly.</summary>
internal static class UsualCrlEntry
{
    /// <summary>Fewer bytes than this are never recognised, so that words can be loaded without asking.</summary>
    public const int Shortest = 40;

    private const int BareLength = 15, ReasonLength = 14; // UTCTime; the extensions with one reason
    private const ulong ReasonStart = 0x300C_300A_0603_551D, ReasonMiddle = 0x0355_1D15_0403_0A01; // bytes 0 to 7 and 5 to 12
    private const int ReasonsInUse = 0b110_0111_1111; // RFC 5280 §5.3.1 without 7 and removeFromCRL

    /// <summary>Tries to recognise the entry at the beginning.</summary>
    /// <param name="data">At least <see cref="Shortest"/> bytes.</param>
    /// <param name="length">Length of the entry.</param>
    /// <param name="serial">The serial.</param>
    /// <param name="entry">What the list says of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> data, out int length, out uint serial, out CrlEntry entry)
    {
        unchecked
        {
            int octets = data[3];
            length = data[1] + 2;
            entry = default;
            serial = 0;
            if (data[0] != 0x30 || data[2] != 0x02 || (uint)(octets - 1) > 4 || !TryReadSerial(data, octets, out serial))
            {
                return false;
            }

            int afterTime = 4 + octets + BareLength;
            byte reason = CrlEntry.NoReason;
            if (length != afterTime)
            {
                reason = length == afterTime + ReasonLength ? ReadReason(data[afterTime..]) : byte.MaxValue;
            }

            bool isTime = CrlTime.TryReadUtcTime(data.Slice(4 + octets, BareLength), out long seconds);
            entry = new CrlEntry(seconds, reason);
            return isTime && reason != byte.MaxValue;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadSerial(ReadOnlySpan<byte> data, int octets, out uint serial)
    {
        unchecked
        {
            ulong value = BinaryPrimitives.ReadUInt64BigEndian(data[4..]) >> (64 - (8 * octets));
            serial = (uint)value;
            bool positive = value >> ((8 * octets) - 1) == 0;
            bool shortest = octets == 1 || value >> ((8 * octets) - 9) != 0;
            return positive && shortest && value <= uint.MaxValue;
        }
    }

    private static byte ReadReason(ReadOnlySpan<byte> extensions)
    {
        byte reason = extensions[13];
        bool known = BinaryPrimitives.ReadUInt64BigEndian(extensions) == ReasonStart
            && BinaryPrimitives.ReadUInt64BigEndian(extensions[5..]) == ReasonMiddle
            && reason <= 10 && ((ReasonsInUse >> reason) & 1) != 0;
        return known ? reason : byte.MaxValue;
    }
}
