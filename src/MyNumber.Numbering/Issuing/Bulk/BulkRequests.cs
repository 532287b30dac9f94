using System.Buffers.Binary;

namespace MyNumber.Numbering.Issuing.Bulk;

/// <summary>The request of each person of a bulk run: the run and the place in the roll, so that a batch that is sent twice is the same requests.</summary>
public static class BulkRequests
{
    private const ushort Mark = 0x8000;

    /// <summary>The request at a place.</summary>
    /// <param name="run">The run, 1 to 2^47 less one.</param>
    /// <param name="position">The place in the roll, from 0.</param>
    /// <returns>A version 8 UUID (RFC 9562 clause 5.8); it grows with the place.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The run or the place is outside its range.</exception>
    public static Guid At(long run, long position)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(run, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(run, 1L << 47);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, 1L << 48);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, run << 16);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], position);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], Mark);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], Mark);
        return new Guid(bytes, bigEndian: true);
    }
}
