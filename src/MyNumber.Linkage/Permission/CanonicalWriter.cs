using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace MyNumber.Linkage.Permission;

/// <summary>Writes fields so that two different lists of fields never give the same bytes: numbers big-endian at fixed width, texts as UTF-8 behind their length.</summary>
internal sealed class CanonicalWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public CanonicalWriter Byte(byte value) => Raw([value]);

    public CanonicalWriter Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public CanonicalWriter Number(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
        return this;
    }

    public CanonicalWriter Time(DateTimeOffset value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(sizeof(long)), value.ToUnixTimeMilliseconds());
        _bytes.Advance(sizeof(long));
        return this;
    }

    public CanonicalWriter Text(string value)
    {
        Number(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, _bytes);
        return this;
    }

    public CanonicalWriter Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }
}
