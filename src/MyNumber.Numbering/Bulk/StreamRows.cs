namespace MyNumber.Numbering.Bulk;

/// <summary>The piece of a stream that is looked at, and how many rows lie before it.</summary>
internal sealed class StreamRows
{
    private const int PieceSize = 1 << 20;

    // A line may be 64 characters long, which no UTF-8 text of more bytes than this is; the beginning alone decides on its reason.
    private const int DecisiveBytes = 256;

    private readonly BulkNumberKind _kind;
    private readonly Action<BadRow>? _badRow;
    private readonly int _stride;
    private readonly int _offset;
    private readonly byte[] _buffer;
    private int _held;
    private long _rows;
    private long _badRows;
    private bool _markIsBehind;
    private bool _isPassingLine;

    public StreamRows(BulkNumberKind kind, Action<BadRow>? badRow, int stride = 0, int offset = 0)
    {
        _kind = kind;
        _badRow = badRow;
        _stride = stride;
        _offset = offset;
        _markIsBehind = stride > 0;
        _buffer = new byte[PieceSize + stride];
    }

    public BulkCount Count => new(_rows, _badRows);

    /// <summary>Where the next bytes go; never empty.</summary>
    public Memory<byte> Free => _buffer.AsMemory(_held);

    /// <summary>Judges the rows that are whole now; after no bytes, the last one as it is.</summary>
    public void Take(int read)
    {
        bool isFinal = read == 0;
        _held += read;
        if (!_markIsBehind && !TryPassMark(isFinal))
        {
            return;
        }

        ReadOnlySpan<byte> piece = PassLine(_buffer.AsSpan(0, _held));
        int consumed = _stride > 0 ? JudgeRecords(piece, isFinal) : JudgeLines(piece, isFinal);
        ReadOnlySpan<byte> rest = piece[consumed..];
        if (_stride == 0 && rest.Length > DecisiveBytes)
        {
            Report(0, BulkBlocks.Judge(_kind, rest[..DecisiveBytes]));
            _rows++;
            _isPassingLine = true;
            rest = [];
        }

        rest.CopyTo(_buffer);
        _held = rest.Length;
    }

    public void Clear() => Array.Clear(_buffer);

    private bool TryPassMark(bool isFinal)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (_held < mark.Length && !isFinal && mark.StartsWith(_buffer.AsSpan(0, _held)))
        {
            return false;
        }

        if (_buffer.AsSpan(0, _held).StartsWith(mark))
        {
            _buffer.AsSpan(mark.Length, _held - mark.Length).CopyTo(_buffer);
            _held -= mark.Length;
        }

        return _markIsBehind = true;
    }

    private ReadOnlySpan<byte> PassLine(ReadOnlySpan<byte> piece)
    {
        if (!_isPassingLine)
        {
            return piece;
        }

        int end = piece.IndexOf((byte)'\n');
        _isPassingLine = end < 0;
        return end < 0 ? [] : piece[(end + 1)..];
    }

    private int JudgeLines(ReadOnlySpan<byte> piece, bool isFinal) => Judge(BulkValidator.FindBadLines(_kind, piece, isFinal));

    private int JudgeRecords(ReadOnlySpan<byte> piece, bool isFinal)
    {
        int whole = isFinal ? piece.Length : piece.Length - (piece.Length % _stride);
        return Judge(BulkValidator.FindBadRecords(_kind, piece[..whole], _stride, _offset));
    }

    private int Judge(BadRows rows)
    {
        while (rows.MoveNext())
        {
            Report(rows.Current.Index, rows.Current.Fault);
        }

        _rows += rows.RowsRead;
        return rows.BytesConsumed;
    }

    private void Report(long index, NumberFault fault)
    {
        _badRows++;
        _badRow?.Invoke(new BadRow(_rows + index, fault));
    }
}
