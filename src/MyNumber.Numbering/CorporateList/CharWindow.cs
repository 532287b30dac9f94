using System.Buffers;
using System.Text;

namespace MyNumber.Numbering.CorporateList;

/// <summary>The part of a stream's text that is being looked at. Pooled buffers, of fixed size.</summary>
internal sealed class CharWindow : IDisposable
{
    private const int ReadSize = 32768;
    private const char ByteOrderMark = '\uFEFF';

    private readonly Stream _stream;
    private readonly Decoder _decoder;
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(ReadSize);
    private readonly char[] _chars;
    private int _start;
    private int _end;
    private bool _hasBegun;

    public CharWindow(Stream stream, Encoding encoding)
    {
        _stream = stream;
        _decoder = encoding.GetDecoder();
        _chars = ArrayPool<char>.Shared.Rent(RowSplitter.MaxRowLength + encoding.GetMaxCharCount(ReadSize));
    }

    public bool IsFinal { get; private set; }

    public ReadOnlySpan<char> Text => _chars.AsSpan(_start, _end - _start);

    public void Consume(int length) => _start += length;

    /// <summary>Reads on; at most a row's ceiling of text may be left.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        Text.CopyTo(_chars);
        _end -= _start;
        _start = 0;
        int read = await _stream.ReadAsync(_bytes.AsMemory(0, ReadSize), cancellationToken).ConfigureAwait(false);
        IsFinal = read == 0;
        int decoded = _decoder.GetChars(_bytes.AsSpan(0, read), _chars.AsSpan(_end), flush: IsFinal);
        _start += !_hasBegun && decoded > 0 && _chars[_end] == ByteOrderMark ? 1 : 0;
        _hasBegun |= decoded > 0;
        _end += decoded;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        ArrayPool<char>.Shared.Return(_chars);
    }
}
