using System.Text;

namespace MyNumber.Cli.Reading;

/// <summary>Reads short values, one on a line, from a stream of any kind; a long line is cut and costs no memory.</summary>
/// <remarks>LF and CR LF end a line, a UTF-8 byte order mark at the start is passed over, bytes that are no UTF-8 become U+FFFD, which no number accepts.</remarks>
internal sealed class LineReader(Stream stream, CancellationToken cancellation)
{
    /// <summary>Bytes of a line that are kept: more than any text that a number accepts.</summary>
    public const int MostBytes = 1024;

    private readonly byte[] _buffer = new byte[16384];
    private readonly byte[] _line = new byte[MostBytes];
    private int _at;
    private int _end;
    private bool _isFirst = true;

    /// <summary>Whether the next line can be had without waiting.</summary>
    public bool HasLine => _buffer.AsSpan(_at, _end - _at).Contains((byte)'\n');

    /// <summary>Reads the next line.</summary>
    /// <returns>The text without its end, or <see langword="null"/> after the last.</returns>
    public string? Read() => TryRead(out ReadOnlySpan<byte> line) ? Encoding.UTF8.GetString(line) : null;

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The bytes without the line's end, good until the next call.</param>
    /// <returns><see langword="false"/> after the last.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int length = 0;
        bool any = false;
        while (_at < _end || Fill())
        {
            any = true;
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_at, _end - _at);
            int newline = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> part = newline < 0 ? rest : rest[..newline];
            int kept = Math.Min(part.Length, MostBytes - length);
            part[..kept].CopyTo(_line.AsSpan(length));
            length += kept;
            _at += newline < 0 ? rest.Length : newline + 1;
            if (newline >= 0)
            {
                break;
            }
        }

        line = any ? Trim(length) : default;
        return any;
    }

    /// <summary>Forgets what was read.</summary>
    public void Clear()
    {
        Array.Clear(_buffer);
        Array.Clear(_line);
    }

    private ReadOnlySpan<byte> Trim(int length)
    {
        ReadOnlySpan<byte> line = _line.AsSpan(0, length);
        if (_isFirst && line.StartsWith(Encoding.UTF8.Preamble))
        {
            line = line[Encoding.UTF8.Preamble.Length..];
        }

        _isFirst = false;
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private bool Fill()
    {
        _at = 0;
        _end = Waiting.Read(stream, _buffer, cancellation);
        return _end > 0;
    }
}
