using System.Buffers.Binary;
using System.Text;

namespace MyNumber.Linkage.Permission.Permits;

/// <summary>Reads what <see cref="CanonicalWriter"/> wrote. Past the end it gives nothing, and is never at the end again.</summary>
internal ref struct CanonicalReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestText = 64;

    private ReadOnlySpan<byte> _rest = bytes;
    private bool _failed;

    public readonly bool IsAtEnd => !_failed && _rest.IsEmpty;

    public ReadOnlySpan<byte> Raw(int length)
    {
        _failed |= length < 0 || length > _rest.Length;
        if (_failed)
        {
            return default;
        }

        ReadOnlySpan<byte> read = _rest[..length];
        _rest = _rest[length..];
        return read;
    }

    public byte Byte() => Raw(1) is [byte value] ? value : (byte)0;

    public int Number() => Raw(sizeof(int)) is { Length: sizeof(int) } read ? BinaryPrimitives.ReadInt32BigEndian(read) : 0;

    public string Text()
    {
        int length = Number();
        return length > LongestText ? Fail() : Encoding.ASCII.GetString(Raw(length));
    }

    public DateTimeOffset Time()
    {
        long time = Raw(sizeof(long)) is { Length: sizeof(long) } read ? BinaryPrimitives.ReadInt64BigEndian(read) : long.MinValue;
        _failed |= time < DateTimeOffset.MinValue.ToUnixTimeMilliseconds() || time > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        return _failed ? default : DateTimeOffset.FromUnixTimeMilliseconds(time);
    }

    private string Fail()
    {
        _failed = true;
        return string.Empty;
    }
}
