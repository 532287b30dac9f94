using System.IO.Compression;
using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>Decodes the streams that the structure of a document needs: as they are, or FlateDecode with a PNG predictor (ISO 32000-1 §7.4.4).</summary>
internal static class StreamDecoder
{
    private const int Piece = 16 * 1024;

    public static byte[]? Decode(PdfValue dictionary, ReadOnlyMemory<byte> data, ReadBudget budget)
    {
        PdfValue? filter = Single(dictionary["Filter"]);
        if (dictionary["F"] is not null || (filter is not null && !filter.IsName("FlateDecode")))
        {
            return null;
        }

        if (filter is null)
        {
            return dictionary["Filter"] is null || dictionary["Filter"]!.Kind == PdfKind.Null ? data.ToArray() : null;
        }

        PdfValue? settings = Single(dictionary["DecodeParms"]);
        return Inflate(data, budget) is not { } plain ? null : settings is null or { Kind: PdfKind.Null } ? plain : Unpredict(settings, plain);
    }

    private static PdfValue? Single(PdfValue? value) => value is { Kind: PdfKind.Array, Items.Count: 1 } ? value.Items[0] : value is { Kind: PdfKind.Null } ? null : value;

    private static byte[]? Inflate(ReadOnlyMemory<byte> data, ReadBudget budget)
    {
        using MemoryStream packed = new(data.ToArray(), writable: false);
        using ZLibStream inflater = new(packed, CompressionMode.Decompress);
        using MemoryStream plain = new();
        byte[] piece = new byte[Piece];
        try
        {
            while (inflater.Read(piece) is var count && count > 0)
            {
                if (count > budget.Decompressed)
                {
                    budget.Spend();
                    return null;
                }

                budget.TakeDecompressed(count);
                plain.Write(piece, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return plain.ToArray();
    }

    private static byte[]? Unpredict(PdfValue settings, byte[] plain)
    {
        PdfValue? predictor = settings["Predictor"], columns = settings["Columns"];
        if (settings.Kind != PdfKind.Dictionary || settings["Colors"]?.IsInteger(1, 1) == false || settings["BitsPerComponent"]?.IsInteger(8, 8) == false)
        {
            return null;
        }

        if (predictor is null || predictor.IsInteger(1, 1))
        {
            return plain;
        }

        int width = columns is null ? 1 : columns.IsInteger(1, 64) ? (int)columns.Integer : 0;
        return predictor.IsInteger(10, 15) && width != 0 && plain.Length % (width + 1) == 0 ? Png(plain, width) : null;
    }

    private static byte[]? Png(byte[] plain, int width)
    {
        byte[] result = new byte[plain.Length / (width + 1) * width];
        for (int row = 0, from = 0; from < plain.Length; row += width, from += width + 1)
        {
            if (plain[from] > 4)
            {
                return null;
            }

            for (int i = 0; i < width; i++)
            {
                int left = i == 0 ? 0 : result[row + i - 1], up = row == 0 ? 0 : result[row + i - width], corner = i == 0 || row == 0 ? 0 : result[row + i - width - 1];
                int guess = plain[from] switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) };
                result[row + i] = (byte)((plain[from + 1 + i] + guess) & 0xFF);
            }
        }

        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner, toLeft = Math.Abs(guess - left), toUp = Math.Abs(guess - up), toCorner = Math.Abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
