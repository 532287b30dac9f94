namespace MyNumber.Jpki.Pdf.Objects;

/// <summary>Reads values strictly: no key twice, nothing open at the end, depth and number bounded.</summary>
internal sealed class ValueReader(ReadOnlyMemory<byte> source, int position, ReadBudget budget)
{
    public TokenReader Tokens { get; } = new(source, position);

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
            '/' => Tokens.TakeName() is { } name ? Make(PdfKind.Name, start, name: name) : null,
            '(' => Tokens.TakeLiteralString() is { } text ? Make(PdfKind.LiteralString, start, bytes: text) : null,
            '[' => ReadArray(start, depth - 1),
            '<' => Tokens.Peek(1) == '<' ? ReadDictionary(start, depth - 1) : Tokens.TakeHexString() is { } hex ? Make(PdfKind.HexString, start, bytes: hex) : null,
            't' => Tokens.Take("true"u8) ? Make(PdfKind.Boolean, start, integer: 1) : null,
            'f' => Tokens.Take("false"u8) ? Make(PdfKind.Boolean, start) : null,
            'n' => Tokens.Take("null"u8) ? Make(PdfKind.Null, start) : null,
            _ => ReadNumber(start),
        };
    }

    private PdfValue? ReadNumber(int start)
    {
        if (TakeReference() is { } reference)
        {
            return new PdfValue { Kind = PdfKind.Reference, Source = Tokens.Source, Start = start, End = Tokens.Position, Reference = reference };
        }

        Tokens.Position = start;
        return Tokens.TakeNumber() is not var (isInteger, integer, number)
            ? null
            : new PdfValue { Kind = isInteger ? PdfKind.Integer : PdfKind.Real, Source = Tokens.Source, Start = start, End = Tokens.Position, Integer = integer, Number = number };
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
        List<PdfValue> items = [];
        for (Tokens.Position++; depth > 0 || budget.Spend();)
        {
            Tokens.SkipSpace();
            if (Tokens.Peek() == ']')
            {
                Tokens.Position++;
                return new PdfValue { Kind = PdfKind.Array, Source = Tokens.Source, Start = start, End = Tokens.Position, Items = items };
            }

            if (Read(depth) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return null;
    }

    private PdfValue? ReadDictionary(int start, int depth)
    {
        Dictionary<string, PdfValue> entries = new(StringComparer.Ordinal);
        for (Tokens.Position += 2; depth > 0 || budget.Spend();)
        {
            Tokens.SkipSpace();
            if (Tokens.Peek() == '>' && Tokens.Peek(1) == '>')
            {
                Tokens.Position += 2;
                return new PdfValue { Kind = PdfKind.Dictionary, Source = Tokens.Source, Start = start, End = Tokens.Position, Entries = entries };
            }

            if (Tokens.Peek() != '/' || Tokens.TakeName() is not { } key || Read(depth) is not { } value || !entries.TryAdd(key, value))
            {
                return null;
            }
        }

        return null;
    }

    private PdfValue Make(PdfKind kind, int start, long integer = 0, string name = "", ReadOnlyMemory<byte> bytes = default) =>
        new() { Kind = kind, Source = Tokens.Source, Start = start, End = Tokens.Position, Integer = integer, Name = name, Bytes = bytes };
}
