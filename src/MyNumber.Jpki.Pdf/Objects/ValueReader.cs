namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>Reads values strictly: no key twice, nothing open at the end, depth and number bounded.</summary>
internal sealed class ValueReader(ReadOnlyMemory<byte> source, int position, ReadBudget budget)
{
    public TokenReader Tokens { get; } = new(source, position, budget);

    /// <summary>The next value, or <see langword="null"/> when there is none or a ceiling was reached.</summary>
    public PdfValue? Read() => Read(PdfLimits.Depth);

    private PdfValue? Read(int depth)
    {
        Tokens.SkipSpace();
        int start = Tokens.Position;
        if (!budget.TakeValue())
        {
            return null;
        }

        return Tokens.Peek() switch
        {
            '/' => Tokens.TakeName() is { } name ? Make(PdfKind.Name, start, content: name) : null,
            '(' => Tokens.SkipLiteralString() ? Make(PdfKind.LiteralString, start) : null,
            '[' => ReadArray(start, depth - 1),
            '<' => Tokens.Peek(1) == '<' ? ReadDictionary(start, depth - 1) : Tokens.SkipHexString() ? Make(PdfKind.HexString, start) : null,
            't' => Tokens.Take("true"u8) ? Make(PdfKind.Boolean, start, 1) : null,
            'f' => Tokens.Take("false"u8) ? Make(PdfKind.Boolean, start) : null,
            'n' => Tokens.Take("null"u8) ? Make(PdfKind.Null, start) : null,
            _ => ReadNumber(start),
        };
    }

    private PdfValue? ReadNumber(int start)
    {
        if (TakeReference() is { } reference)
        {
            return Make(PdfKind.Reference, start, PdfValue.Pack(reference.Number, reference.Generation));
        }

        Tokens.Position = start;
        return Tokens.TakeNumber() is not var (isInteger, integer, number)
            ? null
            : isInteger ? Make(PdfKind.Integer, start, integer) : Make(PdfKind.Real, start, BitConverter.DoubleToInt64Bits(number));
    }

    private PdfReference? TakeReference()
    {
        if (Tokens.TakeDigits() is not { } number || !TakeGap() || Tokens.TakeDigits() is not { } generation || !TakeGap() || !Tokens.Take("R"u8))
        {
            return null;
        }

        return number is > 0 and <= int.MaxValue && generation <= ushort.MaxValue ? new PdfReference((int)number, (int)generation) : null;
    }

    private bool TakeGap()
    {
        int before = Tokens.Position;
        Tokens.SkipSpace();
        return Tokens.Position != before;
    }

    private PdfValue? ReadArray(int start, int depth)
    {
        List<PdfValue>? items = null;
        for (Tokens.Position++; depth > 0 || budget.Spend();)
        {
            Tokens.SkipSpace();
            if (Tokens.Peek() == ']')
            {
                Tokens.Position++;
                return Make(PdfKind.Array, start, content: items?.ToArray());
            }

            if (Read(depth) is not { } item)
            {
                return null;
            }

            (items ??= []).Add(item);
        }

        return null;
    }

    private PdfValue? ReadDictionary(int start, int depth)
    {
        Dictionary<string, PdfValue>? entries = null;
        for (Tokens.Position += 2; depth > 0 || budget.Spend();)
        {
            Tokens.SkipSpace();
            if (Tokens.Peek() == '>' && Tokens.Peek(1) == '>')
            {
                Tokens.Position += 2;
                return Make(PdfKind.Dictionary, start, content: entries);
            }

            if (Tokens.Peek() != '/' || Tokens.TakeName() is not { } key || Read(depth) is not { } value || !(entries ??= new(StringComparer.Ordinal)).TryAdd(key, value))
            {
                return null;
            }
        }

        return null;
    }

    private PdfValue Make(PdfKind kind, int start, long scalar = 0, object? content = null) => new(kind, Tokens.Source, start, Tokens.Position, scalar, content);
}
