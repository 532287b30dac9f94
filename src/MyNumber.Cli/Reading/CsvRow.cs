namespace MyNumber.Cli.Reading;

/// <summary>One row of CSV (RFC 4180) in bytes, looked at for one column. Commas and quotation marks are bytes of their own in UTF-8 and in Shift-JIS.</summary>
internal ref struct CsvRow(ReadOnlySpan<byte> text, bool isFinal, int column)
{
    /// <summary>The ceiling of a row: far above any list of people or companies, and a bound on the work that a hostile file makes.</summary>
    public const int MostBytes = 65536;

    private readonly ReadOnlySpan<byte> _text = text.Length > MostBytes ? text[..MostBytes] : text;
    private readonly bool _isWhole = isFinal && text.Length <= MostBytes;
    private readonly bool _isCut = text.Length > MostBytes;
    private int _at;
    private int _column;

    /// <summary>The field of the column, without its outer quotes.</summary>
    public ReadOnlySpan<byte> Field { get; private set; }

    /// <summary>Bytes of the row with its end.</summary>
    public readonly int Consumed => _at;

    /// <summary>Splits the row.</summary>
    /// <param name="fault">What is wrong with it.</param>
    /// <returns><see langword="false"/> when the row goes on beyond the text.</returns>
    public bool TrySplit(out CsvFault fault)
    {
        while (true)
        {
            bool isQuoted = _at < _text.Length && _text[_at] == '"';
            if (!(isQuoted ? TryTakeQuoted(out fault) : TryTakePlain(out fault)))
            {
                return _isCut || _isWhole;
            }

            if (fault != CsvFault.None || TakeRowEnd())
            {
                fault = fault == CsvFault.None && _column <= column ? CsvFault.MissingColumn : fault;
                return true;
            }
        }
    }

    private bool TryTakePlain(out CsvFault fault)
    {
        ReadOnlySpan<byte> rest = _text[_at..];
        int length = rest.IndexOfAny((byte)',', (byte)'\n', (byte)'"');
        fault = length < 0 && !_isWhole ? CsvFault.RowTooLong : length >= 0 && rest[length] == '"' ? CsvFault.StrayQuote : CsvFault.None;
        if (fault == CsvFault.RowTooLong)
        {
            return false;
        }

        length = length < 0 ? rest.Length : length;
        ReadOnlySpan<byte> field = rest[..length];
        bool endsRow = length == rest.Length || rest[length] == '\n';
        Take(endsRow && field.EndsWith("\r"u8) ? field[..^1] : field, _at + length);
        return true;
    }

    private bool TryTakeQuoted(out CsvFault fault)
    {
        int end = _at + 1;
        fault = CsvFault.UnclosedQuote;
        while (true)
        {
            int quote = _text[end..].IndexOf((byte)'"');
            if (quote < 0 || (end + quote + 1 == _text.Length && !_isWhole))
            {
                return false;
            }

            end += quote + 1;
            if (end == _text.Length || _text[end] != '"')
            {
                break;
            }

            end++;
        }

        ReadOnlySpan<byte> after = _text[end..];
        if (after.Length == 1 && after[0] == '\r' && !_isWhole)
        {
            return false;
        }

        int carriageReturn = after.StartsWith("\r\n"u8) || after.SequenceEqual("\r"u8) ? 1 : 0;
        bool isClean = after.Length == carriageReturn || after[carriageReturn] is (byte)',' or (byte)'\n';
        fault = isClean ? CsvFault.None : CsvFault.StrayQuote;
        Take(_text[(_at + 1)..(end - 1)], end + carriageReturn);
        return true;
    }

    private void Take(ReadOnlySpan<byte> field, int next)
    {
        Field = _column == column ? field : Field;
        _column++;
        _at = next;
    }

    /// <summary>Passes a comma, or the end of the row.</summary>
    private bool TakeRowEnd()
    {
        bool isEnd = _at >= _text.Length || _text[_at] == '\n';
        _at += _at < _text.Length ? 1 : 0;
        return isEnd;
    }
}
