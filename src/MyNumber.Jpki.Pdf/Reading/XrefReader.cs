using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>Reads one cross-reference table or stream, strictly: no number twice, none beyond /Size, rows of exactly twenty bytes.</summary>
internal sealed class XrefReader(ReadOnlyMemory<byte> file, ReadBudget budget)
{
    private const int RowLength = 20;
    private const int MostSize = 8_388_608; // ISO 32000-1 annex C.2: the most indirect objects

    private readonly Dictionary<int, XrefEntry> _entries = [];

    public static XrefSection? Read(ReadOnlyMemory<byte> file, long offset, ReadBudget budget)
    {
        if (offset <= 0 || offset >= file.Length)
        {
            return null;
        }

        XrefReader reader = new(file, budget);
        XrefSection? section = file.Span[(int)offset] == 'x' ? reader.ReadTable((int)offset) : reader.ReadStream((int)offset);
        PdfValue? size = section?.Trailer["Size"];
        return size is not null && size.IsInteger(1, MostSize) && reader._entries.Keys.All(number => number < size.Integer) ? section : null;
    }

    private XrefSection? ReadTable(int offset)
    {
        ValueReader reader = new(file, offset, budget);
        TokenReader tokens = reader.Tokens;
        if (!tokens.Take("xref"u8))
        {
            return null;
        }

        for (tokens.SkipSpace(); !tokens.Take("trailer"u8); tokens.SkipSpace())
        {
            if (!ReadRows(tokens))
            {
                return null;
            }
        }

        return reader.Read() is { Kind: PdfKind.Dictionary } trailer ? Make(offset, tokens.Position, false, trailer) : null;
    }

    private bool ReadRows(TokenReader tokens)
    {
        if (tokens.TakeDigits() is not { } first || tokens.Peek() != ' ')
        {
            return false;
        }

        tokens.Position++;
        if (tokens.TakeDigits() is not { } count || !budget.TakeCrossReferences(count) || first + count > MostSize)
        {
            return false;
        }

        tokens.SkipSpace();
        for (int i = 0; i < count; i++)
        {
            if (ReadRow(tokens) is not { } entry || !_entries.TryAdd((int)first + i, entry))
            {
                return false;
            }
        }

        return true;
    }

    private XrefEntry? ReadRow(TokenReader tokens)
    {
        int start = tokens.Position;
        if (start + RowLength > file.Length || !budget.TakeScanned(RowLength))
        {
            return null;
        }

        ReadOnlySpan<byte> row = file.Span.Slice(start, RowLength);
        bool shaped = row[10] == ' ' && row[16] == ' ' && row[17] is (byte)'n' or (byte)'f' && row[18..] is [(byte)' ', (byte)'\n'] or [(byte)' ', (byte)'\r'] or [(byte)'\r', (byte)'\n'];
        if (!shaped || tokens.TakeDigits() is not { } place || tokens.Position != start + 10)
        {
            return null;
        }

        tokens.Position++;
        if (tokens.TakeDigits() is not { } generation || tokens.Position != start + 16 || generation > ushort.MaxValue || place > int.MaxValue)
        {
            return null;
        }

        tokens.Position = start + RowLength;
        return new XrefEntry(row[17] == 'n' ? XrefKind.InFile : XrefKind.Free, (int)place, (int)generation);
    }

    private XrefSection? ReadStream(int offset)
    {
        if (ObjectReader.Read(file, offset, budget) is not { IsStream: true } stream || stream.Value["Type"]?.IsName("XRef") != true
            || ObjectReader.StreamData(file, stream, stream.Value["Length"], budget, out int end) is not { } data
            || StreamDecoder.Decode(stream.Value, data, budget) is not { } rows || Widths(stream.Value["W"]) is not { } widths)
        {
            return null;
        }

        int at = 0;
        foreach ((long first, long count) in Ranges(stream.Value))
        {
            if (first < 0 || count < 0 || first + count > MostSize || !budget.TakeCrossReferences(count) || count * widths.Sum() > rows.Length - at)
            {
                return null;
            }

            for (int i = 0; i < count; i++, at += widths.Sum())
            {
                if (Entry(rows.Span[at..], widths) is not { } entry || !_entries.TryAdd((int)first + i, entry))
                {
                    return null;
                }
            }
        }

        return at == rows.Length ? Make(offset, end, true, stream.Value) : null;
    }

    private static int[]? Widths(PdfValue? value) =>
        value is { Kind: PdfKind.Array, Items.Count: 3 } && value.Items.All(item => item.IsInteger(0, 4)) && value.Items[1].Integer > 0 ? [.. value.Items.Select(item => (int)item.Integer)] : null;

    private static IEnumerable<(long First, long Count)> Ranges(PdfValue dictionary)
    {
        if (dictionary["Index"] is not { } index)
        {
            return [(0, dictionary["Size"]?.Integer ?? -1)];
        }

        return index.Kind == PdfKind.Array && index.Items.Count % 2 == 0 && index.Items.All(item => item.IsInteger(0, MostSize))
            ? index.Items.Chunk(2).Select(pair => (pair[0].Integer, pair[1].Integer))
            : [(-1, -1)];
    }

    private static XrefEntry? Entry(ReadOnlySpan<byte> row, int[] widths)
    {
        long kind = widths[0] == 0 ? 1 : Number(row[..widths[0]]);
        long place = Number(row.Slice(widths[0], widths[1])), detail = Number(row.Slice(widths[0] + widths[1], widths[2]));
        return kind > 2 || place > int.MaxValue || detail > int.MaxValue ? null : new XrefEntry((XrefKind)kind, (int)place, (int)detail);
    }

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        foreach (byte one in bytes)
        {
            number = (number << 8) | one;
        }

        return number;
    }

    private XrefSection Make(int start, int end, bool isStream, PdfValue trailer) => new() { Start = start, End = end, IsStream = isStream, Trailer = trailer, Entries = _entries };
}
