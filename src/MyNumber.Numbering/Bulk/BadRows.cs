using System.Numerics;

namespace MyNumber.Numbering.Bulk;

/// <summary>Walks the rows of a buffer and stops at each one that holds no valid number. Lives on the stack and allocates nothing.</summary>
/// <remarks><see langword="default"/> has no rows. Use it in <c>foreach</c>, or call <see cref="MoveNext"/> to its end and read <see cref="RowsRead"/> and <see cref="BytesConsumed"/> then.
/// The buffer belongs to the caller and must not change meanwhile.</remarks>
public ref struct BadRows
{
    private readonly ReadOnlySpan<byte> _rows;
    private readonly BulkNumberKind _kind;
    private readonly BulkPath _path;
    private readonly int _digits;
    private readonly int _offset;
    private readonly bool _isLines;
    private readonly bool _isFinal;
    private RowGeometry _geometry;
    private int _position;
    private int _blockStart;
    private long _blockRow;
    private uint _wrong;
    private uint _misshapen;

    internal BadRows(BulkNumberKind kind, BulkPath path, ReadOnlySpan<byte> records, int stride, int offset)
    {
        _digits = BulkBlocks.Length(kind);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride - (long)offset, _digits, nameof(stride));
        _kind = kind;
        _path = path;
        _rows = records;
        _offset = offset;
        _isFinal = true;
        _geometry = RowGeometry.Create(stride, _digits, []);
    }

    internal BadRows(BulkNumberKind kind, BulkPath path, ReadOnlySpan<byte> lines, bool isFinal)
    {
        _digits = BulkBlocks.Length(kind);
        _kind = kind;
        _path = path;
        _rows = lines;
        _isLines = true;
        _isFinal = isFinal;
        _geometry = LineGeometry(lines.Length > _digits && lines[_digits] == '\r');
    }

    /// <summary>The bad row at which <see cref="MoveNext"/> stopped.</summary>
    public BadRow Current { get; private set; }

    /// <summary>Rows passed so far; all rows once <see cref="MoveNext"/> has returned <see langword="false"/>.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Bytes of the rows passed so far; less than the buffer at the end only when a last line lacks its end and the buffer is not the final one.</summary>
    public readonly int BytesConsumed => _position;

    /// <summary>Itself, for <c>foreach</c>.</summary>
    /// <returns>This walk from where it stands.</returns>
    public readonly BadRows GetEnumerator() => this;

    /// <summary>Goes on to the next bad row.</summary>
    /// <returns><see langword="false"/> when no bad row is left.</returns>
    public bool MoveNext()
    {
        while (true)
        {
            if (NextWrong())
            {
                return true;
            }

            if (NextBlock())
            {
                continue;
            }

            if (!ReadRow(out int start, out int length))
            {
                return false;
            }

            if (IsBad(_rows.Slice(start, length), RowsRead++))
            {
                return true;
            }
        }
    }

    private readonly RowGeometry LineGeometry(bool carriageReturn) =>
        RowGeometry.Create(_digits + (carriageReturn ? 2 : 1), _digits, carriageReturn ? "\r\n"u8 : "\n"u8);

    private bool IsBad(ReadOnlySpan<byte> row, long index)
    {
        NumberFault fault = BulkBlocks.Judge(_kind, row);
        Current = new BadRow(index, fault);
        return fault != NumberFault.None;
    }

    private bool NextWrong()
    {
        while (_wrong != 0)
        {
            int inBlock = BitOperations.TrailingZeroCount(_wrong);
            _wrong &= _wrong - 1;
            int start = _blockStart + (inBlock * _geometry.Pitch);
            if (((_misshapen >> inBlock) & 1) == 0)
            {
                Current = new BadRow(_blockRow + inBlock, BulkBlocks.FaultOfDigits(_kind, _rows[start]));
                return true;
            }

            if (IsBad(_rows.Slice(start, _digits), _blockRow + inBlock))
            {
                return true;
            }
        }

        return false;
    }

    private bool NextBlock()
    {
        // The default walk has this path too: it has no rows and no pitch.
        if (_path == BulkPath.Scalar)
        {
            return false;
        }

        BlockOutcome block = BulkBlocks.Skip(_kind, _path, _rows, (long)_position + _offset, _geometry);
        long skipped = block.Start - _offset - _position;
        RowsRead += skipped / _geometry.Pitch;
        _position += (int)Math.Min(skipped, _rows.Length - _position);

        // A misshapen line may end elsewhere: the rows before it are in place, itself is read as a line.
        int taken = block.IsRest ? 0 : _isLines ? Math.Min(8, BitOperations.TrailingZeroCount(block.Misshapen)) : 8;
        _wrong = (_isLines ? block.Wrong : block.Wrong | block.Misshapen) & ((1u << taken) - 1);
        _misshapen = block.Misshapen;
        _blockStart = taken == 0 ? 0 : (int)block.Start;
        _blockRow = RowsRead;
        RowsRead += taken;
        _position += (int)Math.Min((long)taken * _geometry.Pitch, _rows.Length - _position);
        return taken > 0;
    }

    private bool ReadRow(out int start, out int length)
    {
        start = _position;
        length = _rows.Length - _position;
        return length > 0 && (_isLines ? ReadLine(ref length) : ReadRecord(ref start, ref length));
    }

    private bool ReadRecord(ref int start, ref int length)
    {
        int rest = length;
        start += Math.Min(_offset, rest);
        length = Math.Min(_digits, rest - Math.Min(_offset, rest));
        _position += Math.Min(_geometry.Pitch, rest);
        return true;
    }

    private bool ReadLine(ref int length)
    {
        int end = _rows[_position..].IndexOf((byte)'\n');
        if (end < 0)
        {
            _position += _isFinal ? length : 0;
            return _isFinal;
        }

        bool carriageReturn = end > 0 && _rows[_position + end - 1] == '\r';
        length = carriageReturn ? end - 1 : end;
        _position += end + 1;
        if (_geometry.Pitch != _digits + (carriageReturn ? 2 : 1))
        {
            _geometry = LineGeometry(carriageReturn);
        }

        return true;
    }
}
