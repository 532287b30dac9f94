using System.Text;

namespace MyNumber.Cli.Reading;

/// <summary>Looks at one column of a CSV stream of any size, in a buffer of fixed size.</summary>
internal sealed class CsvColumn(Stream stream, int column, CancellationToken cancellation)
{
    private readonly byte[] _buffer = new byte[(1 << 20) + CsvRow.MostBytes];
    private int _at;
    private int _end;
    private bool _isFinal;
    private bool _isPassingLine;

    /// <summary>Receives a row: its number in the file from 1, its fault, and the field when there is none.</summary>
    public delegate void Receive(long row, CsvFault fault, ReadOnlySpan<byte> field);

    /// <summary>Reads to the end. After a row whose quotes cannot be trusted reading goes on at the first line break behind its beginning.</summary>
    public void Read(Receive receive)
    {
        try
        {
            long row = 0;
            bool isFirst = true;
            while (!_isFinal)
            {
                Fill(ref isFirst);
                TakeRows(ref row, receive);
            }
        }
        finally
        {
            Array.Clear(_buffer);
        }
    }

    private void TakeRows(ref long number, Receive receive)
    {
        while (PassLine() && _at < _end)
        {
            CsvRow row = new(_buffer.AsSpan(_at, _end - _at), _isFinal, column);
            if (!row.TrySplit(out CsvFault fault))
            {
                return;
            }

            receive(++number, fault, row.Field);
            _isPassingLine = fault is not (CsvFault.None or CsvFault.MissingColumn);
            _at += _isPassingLine ? 0 : row.Consumed;
        }
    }

    private bool PassLine()
    {
        if (_isPassingLine)
        {
            int end = _buffer.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
            _isPassingLine = end < 0;
            _at = end < 0 ? _end : _at + end + 1;
        }

        return !_isPassingLine;
    }

    private void Fill(ref bool isFirst)
    {
        _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
        (_at, _end) = (0, _end - _at);
        do
        {
            int read = Waiting.Read(stream, _buffer.AsMemory(_end), cancellation);
            cancellation.ThrowIfCancellationRequested();
            _isFinal = read == 0;
            _end += read;
        }
        while (isFirst && !_isFinal && _end < Encoding.UTF8.Preamble.Length);
        _at += isFirst && _buffer.AsSpan(0, _end).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        isFirst = false;
    }
}
