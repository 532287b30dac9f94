using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>Decodes the streams that the structure of a document needs: as they are, or FlateDecode with a PNG predictor (ISO 32000-1 §7.4.4).</summary>
internal static class StreamDecoder
{
    private const int Piece = 64 * 1024;

    /// <summary>The bytes of a stream; those that are not compressed are a part of the document itself.</summary>
    public static ReadOnlyMemory<byte>? Decode(PdfValue dictionary, ReadOnlyMemory<byte> data, ReadBudget budget)
    {
        PdfValue? filter = Single(dictionary["Filter"]);
        if (dictionary["F"] is not null || (filter is not null && !filter.IsName("FlateDecode")))
        {
            return null;
        }

        if (filter is null)
        {
            return dictionary["Filter"] is null or { Kind: PdfKind.Null } ? data : null;
        }

        PdfValue? settings = Single(dictionary["DecodeParms"]);
        return Inflate(data, budget) is not { } plain ? null : settings is null or { Kind: PdfKind.Null } ? plain : Unpredict(settings, plain);
    }

    private static PdfValue? Single(PdfValue? value) => value is { Kind: PdfKind.Array, Items.Count: 1 } ? value.Items[0] : value is { Kind: PdfKind.Null } ? null : value;

    private static byte[]? Inflate(ReadOnlyMemory<byte> data, ReadBudget budget)
    {
        if (!MemoryMarshal.TryGetArray(data, out ArraySegment<byte> packed))
        {
            return null;
        }

        try
        {
            if (Measure(packed, budget) is not { } length)
            {
                return null;
            }

            byte[] plain = new byte[length];
            using ZLibStream inflater = Open(packed);
            inflater.ReadExactly(plain);
            return plain;
        }
        catch (Exception flaw) when (flaw is InvalidDataException or IOException)
        {
            return null; // a dictionary that would have to be known beforehand is an error of the library below, not of the data
        }
    }

    /// <summary>How long the bytes are that come out. They are inflated once for their length and once to be kept, so that they take their own room and no more.</summary>
    private static int? Measure(ArraySegment<byte> packed, ReadBudget budget)
    {
        using ZLibStream inflater = Open(packed);
        byte[] piece = ArrayPool<byte>.Shared.Rent(Piece);
        int length = 0;
        try
        {
            while (inflater.Read(piece) is var count && count > 0)
            {
                if (!budget.TakeDecompressed(count))
                {
                    return null;
                }

                length += count;
            }

            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static ZLibStream Open(ArraySegment<byte> packed) => new(new MemoryStream(packed.Array!, packed.Offset, packed.Count, writable: false), CompressionMode.Decompress);

    private static ReadOnlyMemory<byte>? Unpredict(PdfValue settings, byte[] plain)
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

    /// <summary>Rows are written over those that were read: one is never longer than what it was made from.</summary>
    private static ReadOnlyMemory<byte>? Png(byte[] bytes, int width)
    {
        int row = 0;
        for (int from = 0; from < bytes.Length; row += width, from += width + 1)
        {
            int kind = bytes[from];
            if (kind > 4)
            {
                return null;
            }

            for (int i = 0; i < width; i++)
            {
                int left = i == 0 ? 0 : bytes[row + i - 1], up = row == 0 ? 0 : bytes[row + i - width], corner = i == 0 || row == 0 ? 0 : bytes[row + i - width - 1];
                int guess = kind switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) };
                bytes[row + i] = (byte)((bytes[from + 1 + i] + guess) & 0xFF);
            }
        }

        return bytes.AsMemory(0, row);
    }

    private static int Paeth(int left, int up, int corner)
    {
        int guess = left + up - corner, toLeft = Math.Abs(guess - left), toUp = Math.Abs(guess - up), toCorner = Math.Abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
