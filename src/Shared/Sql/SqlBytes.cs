using System.Buffers.Binary;
using System.Data.Common;
using System.Runtime.InteropServices;

namespace MyNumber.Sql;

/// <summary>Bytes as parameters and out of rows.</summary>
internal static class SqlBytes
{
    private const int WideLength = 16;

    /// <summary>An array of these bytes, the one behind them where it holds nothing else; it is only read.</summary>
    public static byte[] Of(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> part) && part.Array is { } whole && part.Count == whole.Length ? whole : bytes.ToArray();

    /// <summary>16 bytes whose order is that of the numbers.</summary>
    public static byte[] Of(UInt128 value)
    {
        byte[] bytes = new byte[WideLength];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Read(DbDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);

    public static UInt128 ReadWide(DbDataReader reader, int column) => BinaryPrimitives.ReadUInt128BigEndian(Read(reader, column));
}
