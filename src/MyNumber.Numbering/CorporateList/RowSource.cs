namespace MyNumber.Numbering.CorporateList;

/// <summary>Takes rows out of a window one after another.</summary>
internal sealed class RowSource(CharWindow window)
{
    private const char Replacement = '\uFFFD';

    private readonly FieldSpan[] _fields = new FieldSpan[RowSplitter.Columns];
    private readonly RowBuilder _builder = new();
    private long _rowNumber;
    private bool _isPassingLine;

    /// <summary>Takes the next row.</summary>
    /// <param name="entry">The row, or what is wrong with it.</param>
    /// <returns><see langword="false"/> when the window must be filled first, or is final and empty.</returns>
    public bool TryTake(out CorporateListEntry entry)
    {
        entry = default;
        PassLine();
        if (_isPassingLine || window.Text.IsEmpty)
        {
            return false;
        }

        RowSplitter splitter = new(window.Text, window.IsFinal, _fields);
        if (!splitter.TrySplit(out CorporateListReason reason))
        {
            return false;
        }

        _rowNumber++;
        if (reason != CorporateListReason.None)
        {
            // The quotes cannot be trusted: reading goes on at the first line break after the row's beginning.
            entry = new CorporateListEntry(_rowNumber, null, new CorporateListFault(-1, reason));
            _isPassingLine = true;
            return true;
        }

        entry = Build(window.Text[..splitter.Consumed], splitter.Count);
        window.Consume(splitter.Consumed);
        return true;
    }

    private CorporateListEntry Build(ReadOnlySpan<char> text, int count)
    {
        CorporateNumberRow? row = null;
        CorporateListFault fault = new(-1, CorporateListReason.WrongColumnCount);
        if (text.Contains(Replacement))
        {
            fault = new CorporateListFault(-1, CorporateListReason.UndecodableText);
        }
        else if (count == RowSplitter.Columns)
        {
            row = _builder.TryBuild(text, _fields, out fault);
        }

        return new CorporateListEntry(_rowNumber, row, fault);
    }

    private void PassLine()
    {
        if (_isPassingLine)
        {
            int end = window.Text.IndexOf('\n');
            _isPassingLine = end < 0;
            window.Consume(end < 0 ? window.Text.Length : end + 1);
        }
    }
}
