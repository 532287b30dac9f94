using System.Formats.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>Walks revokedCertificates (RFC 5280 §5.1.2.6) over the bytes; no object for an entry. Every flaw is an <see cref="AsnContentException"/>.</summary>
internal ref struct CrlEntryReader
{
    private const byte Sequence = 0x30, Integer = 0x02, ObjectIdentifier = 0x06, Boolean = 0x01, OctetString = 0x04, Enumerated = 0x0A;
    private const int LongestSerial = 20;

    private ReadOnlySpan<byte> _rest;

    public CrlEntryReader(ReadOnlySpan<byte> revokedCertificates) => _rest = revokedCertificates;

    /// <summary>The serial's INTEGER contents.</summary>
    public ReadOnlySpan<byte> SerialNumber { get; private set; }

    public CrlEntry Entry { get; private set; }

    /// <summary>Whether an entry has had a critical extension that is not understood; such a list must not be used (RFC 5280 §5.3).</summary>
    public bool HasUnrecognisedCritical { get; private set; }

    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        ReadOnlySpan<byte> entry = Take(ref _rest, Sequence);
        SerialNumber = ReadSerial(ref entry);
        byte timeTag = entry.IsEmpty ? (byte)0 : entry[0];
        long seconds = CrlTime.ToUnixSeconds(timeTag, Take(ref entry, timeTag));
        byte reason = CrlEntry.NoReason;
        if (!entry.IsEmpty)
        {
            ReadOnlySpan<byte> extensions = Take(ref entry, Sequence);
            reason = ReadReason(extensions);
            Require(entry.IsEmpty);
        }

        Entry = new CrlEntry(seconds, reason);
        return true;
    }

    private static ReadOnlySpan<byte> ReadSerial(scoped ref ReadOnlySpan<byte> entry)
    {
        ReadOnlySpan<byte> serial = Take(ref entry, Integer);
        Require(serial.Length is >= 1 and <= LongestSerial);
        Require(serial.Length == 1 || !((serial[0] == 0 && serial[1] < 0x80) || (serial[0] == 0xFF && serial[1] >= 0x80)));
        return serial;
    }

    private byte ReadReason(scoped ReadOnlySpan<byte> extensions)
    {
        byte reason = CrlEntry.NoReason;
        while (!extensions.IsEmpty)
        {
            ReadOnlySpan<byte> extension = Take(ref extensions, Sequence);
            ReadOnlySpan<byte> oid = Take(ref extension, ObjectIdentifier);
            bool critical = ReadCritical(ref extension);
            ReadOnlySpan<byte> value = Take(ref extension, OctetString);
            Require(extension.IsEmpty);
            if (oid.SequenceEqual((ReadOnlySpan<byte>)[0x55, 0x1D, 0x15]))
            {
                ReadOnlySpan<byte> number = Take(ref value, Enumerated);
                Require(value.IsEmpty && number.Length == 1 && reason == CrlEntry.NoReason);
                reason = (byte)RevocationReasons.FromNumber(number[0]);
                continue;
            }

            HasUnrecognisedCritical |= critical;
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
        int length = rest[1], header = 2;
        if (length >= 0x80)
        {
            (length, header) = ReadLongLength(rest);
        }

        Require(length <= rest.Length - header);
        ReadOnlySpan<byte> contents = rest.Slice(header, length);
        rest = rest[(header + length)..];
        return contents;
    }

    // An entry is some tens of bytes; two length octets are the ceiling. DER: the shortest form only.
    private static (int Length, int Header) ReadLongLength(ReadOnlySpan<byte> rest)
    {
        int octets = rest[1] & 0x7F;
        Require(octets is 1 or 2 && rest.Length >= 2 + octets);
        int length = octets == 1 ? rest[2] : (rest[2] << 8) | rest[3];
        Require(length >= (octets == 1 ? 0x80 : 0x100));
        return (length, 2 + octets);
    }
}
