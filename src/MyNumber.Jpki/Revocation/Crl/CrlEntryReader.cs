using System.Formats.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>One entry of revokedCertificates (RFC 5280 §5.1.2.6) of any shape; no object for it. Every flaw is an <see cref="AsnContentException"/>.</summary>
internal readonly ref struct CrlEntryReader
{
    private const byte Sequence = 0x30, Integer = 0x02, ObjectIdentifier = 0x06, Boolean = 0x01, OctetString = 0x04, Enumerated = 0x0A;
    private const int LongestSerial = 20, LongestHeader = 4;

    private CrlEntryReader(ReadOnlySpan<byte> serialNumber, CrlEntry entry, bool hasUnrecognisedCritical)
    {
        SerialNumber = serialNumber;
        Entry = entry;
        HasUnrecognisedCritical = hasUnrecognisedCritical;
    }

    /// <summary>The serial's INTEGER contents.</summary>
    public ReadOnlySpan<byte> SerialNumber { get; }

    public CrlEntry Entry { get; }

    /// <summary>Whether a critical extension is not understood; the list must then not be used (RFC 5280 §5.3).</summary>
    public bool HasUnrecognisedCritical { get; }

    /// <summary>Length of the entry at the beginning, its header counted in; 0 when too few bytes are here to tell.</summary>
    /// <exception cref="AsnContentException">No entry begins here, or it is over its ceiling.</exception>
    public static int Measure(ReadOnlySpan<byte> data)
    {
        Require(data.IsEmpty || data[0] == Sequence);
        if (data.Length < LongestHeader)
        {
            return 0;
        }

        (int length, int header) = ReadLength(data);
        Require(length + header <= CrlLimits.LongestEntry);
        return length + header;
    }

    /// <summary>Reads an entry that was measured.</summary>
    public static CrlEntryReader Read(ReadOnlySpan<byte> encoded)
    {
        ReadOnlySpan<byte> entry = Take(ref encoded, Sequence);
        Require(encoded.IsEmpty);
        ReadOnlySpan<byte> serial = ReadSerial(ref entry);
        byte timeTag = entry.IsEmpty ? (byte)0 : entry[0];
        long seconds = CrlTime.ToUnixSeconds(timeTag, Take(ref entry, timeTag));
        byte reason = CrlEntry.NoReason;
        bool critical = false;
        if (!entry.IsEmpty)
        {
            reason = ReadReason(Take(ref entry, Sequence), out critical);
            Require(entry.IsEmpty);
        }

        return new CrlEntryReader(serial, new CrlEntry(seconds, reason), critical);
    }

    private static ReadOnlySpan<byte> ReadSerial(scoped ref ReadOnlySpan<byte> entry)
    {
        ReadOnlySpan<byte> serial = Take(ref entry, Integer);
        Require(serial.Length is >= 1 and <= LongestSerial);
        Require(serial.Length == 1 || !((serial[0] == 0 && serial[1] < 0x80) || (serial[0] == 0xFF && serial[1] >= 0x80)));
        return serial;
    }

    private static byte ReadReason(scoped ReadOnlySpan<byte> extensions, out bool hasUnrecognisedCritical)
    {
        byte reason = CrlEntry.NoReason;
        hasUnrecognisedCritical = false;
        while (!extensions.IsEmpty)
        {
            ReadOnlySpan<byte> extension = Take(ref extensions, Sequence);
            ReadOnlySpan<byte> oid = Take(ref extension, ObjectIdentifier);
            bool critical = ReadCritical(ref extension);
            ReadOnlySpan<byte> value = Take(ref extension, OctetString);
            Require(extension.IsEmpty);
            if (!oid.SequenceEqual((ReadOnlySpan<byte>)[0x55, 0x1D, 0x15]))
            {
                hasUnrecognisedCritical |= critical;
                continue;
            }

            ReadOnlySpan<byte> number = Take(ref value, Enumerated);
            Require(value.IsEmpty && number.Length == 1 && reason == CrlEntry.NoReason);
            reason = (byte)RevocationReasons.FromNumber(number[0]);
            Require(reason != (byte)RevocationReason.RemoveFromCrl); // RFC 5280 §5.3.1: in delta lists only, and these are not read
        }

        return reason;
    }

    private static bool ReadCritical(scoped ref ReadOnlySpan<byte> extension)
    {
        if (extension.IsEmpty || extension[0] != Boolean)
        {
            return false;
        }

        ReadOnlySpan<byte> flag = Take(ref extension, Boolean);
        Require(flag is [0xFF]); // DER leaves the default FALSE out
        return true;
    }

    private static ReadOnlySpan<byte> Take(scoped ref ReadOnlySpan<byte> rest, byte tag)
    {
        Require(rest.Length >= 2 && rest[0] == tag);
        (int length, int header) = ReadLength(rest);
        Require(length <= rest.Length - header);
        ReadOnlySpan<byte> contents = rest.Slice(header, length);
        rest = rest[(header + length)..];
        return contents;
    }

    // An entry is some tens of bytes; two length octets are the ceiling. DER: the shortest form only.
    private static (int Length, int Header) ReadLength(ReadOnlySpan<byte> rest)
    {
        if (rest[1] < 0x80)
        {
            return (rest[1], 2);
        }

        int octets = rest[1] & 0x7F;
        Require(octets is 1 or 2 && rest.Length >= 2 + octets);
        int length = octets == 1 ? rest[2] : (rest[2] << 8) | rest[3];
        Require(length >= (octets == 1 ? 0x80 : 0x100));
        return (length, 2 + octets);
    }
}
