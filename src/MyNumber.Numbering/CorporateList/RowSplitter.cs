namespace MyNumber.Numbering.CorporateList;

/// <summary>Splits text with commas and quotation marks (RFC 4180) into the fields of one row.</summary>
internal ref struct RowSplitter
{
    public const int Columns = 30;

    // The list's own specification keeps every field under 1,000 characters; the ceilings leave room and bound the work on a hostile file.
    public const int MaxFieldLength = 2048;
    public const int MaxRowLength = 16384;

    private readonly ReadOnlySpan<char> _text;
    private readonly bool _isWhole;
    private readonly bool _isCut;
    private readonly Span<FieldSpan> _fields;
    private int _at;

    /// <summary>Begins at a row's first character.</summary>
    /// <param name="text">The row and what follows it.</param>
    /// <param name="isFinal">Whether nothing follows the text.</param>
    /// <param name="fields">Receives the first <see cref="Columns"/> fields.</param>
    public RowSplitter(ReadOnlySpan<char> text, bool isFinal, Span<FieldSpan> fields)
    {
        _isCut = text.Length > MaxRowLength;
        _isWhole = isFinal && !_isCut;
        _text = _isCut ? text[..MaxRowLength] : text;
        _fields = fields;
    }

    /// <summary>Fields found.</summary>
    public int Count { get; private set; }

    /// <summary>Characters of the row with its end.</summary>
    public readonly int Consumed => _at;

    /// <summary>Splits the row.</summary>
    /// <param name="reason">What is wrong with its form.</param>
    /// <returns><see langword="false"/> when the row goes on beyond the text.</returns>
    public bool TrySplit(out CorporateListReason reason)
    {
        while (true)
        {
            bool isQuoted = _at < _text.Length && _text[_at] == '"';
            bool found = isQuoted ? TakeQuoted(out reason) : TakePlain(out reason);
            if (!found || reason != CorporateListReason.None)
            {
                return found;
            }

            if (TakeRowEnd())
            {
                return true;
            }
        }
    }

    private bool TakePlain(out CorporateListReason reason)
    {
        ReadOnlySpan<char> rest = _text[_at..];
        int length = rest.IndexOfAny(',', '\n', '"');
        if (length < 0)
        {
            length = rest.Length;
            if (!_isWhole)
            {
                return Unfinished(CorporateListReason.RowTooLong, out reason);
            }
        }

        bool isStray = length < rest.Length && rest[length] == '"';
        bool carriageReturn = length > 0 && rest[length - 1] == '\r' && (length == rest.Length || rest[length] == '\n');
        reason = isStray ? CorporateListReason.StrayQuote : Add(new FieldSpan(_at, carriageReturn ? length - 1 : length, false));
        _at += length;
        return true;
    }

    private bool TakeQuoted(out CorporateListReason reason)
    {
        int start = _at + 1;
        int end = start;
        bool hasEscapes = false;
        while (true)
        {
            int quote = _text[end..].IndexOf('"');
            if (quote < 0 || (end + quote + 1 == _text.Length && !_isWhole))
            {
                reason = CorporateListReason.UnclosedQuote;
                return _isWhole || Unfinished(CorporateListReason.UnclosedQuote, out reason);
            }

            end += quote;
            if (end + 1 == _text.Length || _text[end + 1] != '"')
            {
                break;
            }

            hasEscapes = true;
            end += 2;
        }

        _at = end + 1;
        return TakeAfterQuote(new FieldSpan(start, end - start, hasEscapes), out reason);
    }

    private bool TakeAfterQuote(FieldSpan field, out CorporateListReason reason)
    {
        ReadOnlySpan<char> rest = _text[_at..];
        if (rest is ['\r'] && !_isWhole)
        {
            return Unfinished(CorporateListReason.RowTooLong, out reason);
        }

        bool carriageReturn = rest is ['\r'] or ['\r', '\n', ..];
        _at += carriageReturn ? 1 : 0;
        reason = rest is [] or [',' or '\n', ..] || carriageReturn ? Add(field) : CorporateListReason.StrayQuote;
        return true;
    }

    private readonly bool Unfinished(CorporateListReason whenCut, out CorporateListReason reason)
    {
        reason = _isCut ? whenCut : CorporateListReason.None;
        return _isCut;
    }

    private CorporateListReason Add(FieldSpan field)
    {
        if (Count < _fields.Length)
        {
            _fields[Count] = field;
        }

        Count++;
        return field.Length > MaxFieldLength ? CorporateListReason.FieldTooLong : CorporateListReason.None;
    }

    private bool TakeRowEnd()
    {
        bool isEnd = _at == _text.Length || _text[_at] == '\n';
        _at += _at < _text.Length ? 1 : 0;
        return isEnd;
    }
}
