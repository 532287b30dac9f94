using System.Buffers.Binary;

namespace MyNumber.Jpki.Revocation.Crl;

/// <summary>An entry that does not fit the index's words: serial of up to twenty octets, time, reason, in 32 bytes without a reference.</summary>
/// <remarks>Rows are in order by length and bytes of the serial.</remarks>
internal readonly record struct CrlSideRow(ulong High, ulong Middle, uint Low, byte Length, byte Reason, long Seconds) : IComparable<CrlSideRow>
{
    /// <summary>RFC 5280 §4.1.2.2.</summary>
    public const int LongestSerial = 20;

    public CrlEntry Entry => new(Seconds, Reason);

    /// <summary>A row of a serial given as INTEGER contents, of at most <see cref="LongestSerial"/> octets.</summary>
    public static CrlSideRow Of(ReadOnlySpan<byte> serialNumber, CrlEntry entry)
    {
        Span<byte> octets = stackalloc byte[LongestSerial];
        octets.Clear();
        serialNumber.CopyTo(octets);
        return new CrlSideRow(
            BinaryPrimitives.ReadUInt64BigEndian(octets),
            BinaryPrimitives.ReadUInt64BigEndian(octets[8..]),
            BinaryPrimitives.ReadUInt32BigEndian(octets[16..]),
            (byte)serialNumber.Length,
            entry.Reason,
            entry.Seconds);
    }

    /// <summary>By the serial alone: rows of one serial are equal here.</summary>
    public int CompareTo(CrlSideRow other) =>
        Length != other.Length ? Length.CompareTo(other.Length)
        : High != other.High ? High.CompareTo(other.High)
        : Middle != other.Middle ? Middle.CompareTo(other.Middle)
        : Low.CompareTo(other.Low);
}
