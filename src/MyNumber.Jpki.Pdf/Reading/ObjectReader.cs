using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>Reads one indirect object at its offset (ISO 32000-1 §7.3.10 and §7.3.8).</summary>
internal static class ObjectReader
{
    public static PdfObject? Read(ReadOnlyMemory<byte> file, int offset, ReadBudget budget)
    {
        if (offset <= 0 || offset >= file.Length)
        {
            return null;
        }

        ValueReader reader = new(file, offset, budget);
        TokenReader tokens = reader.Tokens;
        if (tokens.TakeDigits() is not { } number || !TakeSpace(tokens) || tokens.TakeDigits() is not { } generation || !TakeSpace(tokens) || !tokens.Take("obj"u8)
            || number is 0 or > int.MaxValue || generation > ushort.MaxValue || reader.Read() is not { } value)
        {
            return null;
        }

        PdfReference reference = new((int)number, (int)generation);
        tokens.SkipSpace();
        if (tokens.Take("endobj"u8))
        {
            return new PdfObject(reference, value, -1, tokens.Position);
        }

        return value.Kind == PdfKind.Dictionary && tokens.Take("stream"u8) && TakeLineEnd(tokens) ? new PdfObject(reference, value, tokens.Position, tokens.Position) : null;
    }

    /// <summary>The bytes of a stream whose length is known; they are followed by endstream and endobj.</summary>
    public static ReadOnlyMemory<byte>? StreamData(ReadOnlyMemory<byte> file, PdfObject stream, PdfValue? length, ReadBudget budget, out int end)
    {
        end = 0;
        if (!stream.IsStream || length is null || !length.IsInteger(0, file.Length - stream.DataStart))
        {
            return null;
        }

        int stop = stream.DataStart + (int)length.Integer;
        TokenReader tokens = new(file, stop, budget);
        TakeLineEnd(tokens);
        if (!tokens.Take("endstream"u8) || !TakeSpace(tokens) || !tokens.Take("endobj"u8))
        {
            return null;
        }

        end = tokens.Position;
        return file[stream.DataStart..stop];
    }

    private static bool TakeSpace(TokenReader tokens)
    {
        int before = tokens.Position;
        tokens.SkipSpace();
        return tokens.Position != before;
    }

    /// <summary>A line feed, with or without a carriage return.</summary>
    private static bool TakeLineEnd(TokenReader tokens)
    {
        int length = tokens.Peek() == '\n' ? 1 : tokens.Peek() == '\r' && tokens.Peek(1) == '\n' ? 2 : 0;
        tokens.Position += length;
        return length != 0;
    }
}
