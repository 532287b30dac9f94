using System.Formats.Asn1;

namespace MyNumber.Cli.Certificates.Inspection;

/// <summary>Goes through DER of any length in a stream, an element at a time.</summary>
/// <remarks>Every flaw is an <see cref="AsnContentException"/>: a length that is not minimal, or that reaches past the stream's end.</remarks>
internal sealed class DerStream(Stream inner)
{
    private const int BufferLength = 1 << 17;
    private const int LongestHeader = 6;

    private readonly byte[] _buffer = new byte[BufferLength];
    private int _start;
    private int _end;

    /// <summary>How many bytes were passed.</summary>
    public long Position { get; private set; }

    /// <summary>The next tag's octet; 0 at the end.</summary>
    public byte Peek()
    {
        Fill(1);
        return _start == _end ? (byte)0 : _buffer[_start];
    }

    /// <summary>Enters an element with this tag.</summary>
    /// <returns>Where it ends.</returns>
    public long Enter(byte tag)
    {
        (int header, long length) = ReadHeader();
        Require(_buffer[_start] == tag);
        Pass(header);
        return Position + length;
    }

    /// <summary>The next element with its header. The memory is good until the next call.</summary>
    public ReadOnlyMemory<byte> Read()
    {
        (int header, long length) = ReadHeader();
        Require(header + length <= BufferLength);
        int whole = (int)(header + length);
        Fill(whole);
        Require(_end - _start >= whole);
        ReadOnlyMemory<byte> element = _buffer.AsMemory(_start, whole);
        Pass(whole);
        return element;
    }

    public static void Require(bool condition)
    {
        if (!condition)
        {
            throw new AsnContentException();
        }
    }

    private (int Header, long Length) ReadHeader()
    {
        Fill(LongestHeader);
        Require(ContentSniffer.ReadHeader(_buffer.AsSpan(_start, _end - _start), out int header, out long length));
        return (header, length);
    }

    private void Pass(int length)
    {
        _start += length;
        Position += length;
    }

    private void Fill(int wanted)
    {
        if (_end - _start >= wanted)
        {
            return;
        }

        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        int read;
        while (_end < wanted && (read = inner.Read(_buffer, _end, BufferLength - _end)) > 0)
        {
            _end += read;
        }
    }
}
