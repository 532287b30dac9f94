using System.Runtime.Intrinsics.X86;
using MyNumber.Numbering.Bulk;

namespace MyNumber.Numbering.Tests.Bulk;

/// <summary>A file of lines in pieces of any size gives the rows of the whole file.</summary>
public sealed class BulkPiecesTests
{
    private const int LongestLine = 30;

    [Theory]
    [InlineData("individual numbers, LF", BulkNumberKind.Individual, 0)]
    [InlineData("individual numbers, CR LF", BulkNumberKind.Individual, 1)]
    [InlineData("individual numbers, mixed ends", BulkNumberKind.Individual, 2)]
    [InlineData("corporate numbers, LF", BulkNumberKind.Corporate, 0)]
    [InlineData("corporate numbers, CR LF", BulkNumberKind.Corporate, 1)]
    [InlineData("corporate numbers, mixed ends", BulkNumberKind.Corporate, 2)]
    public void Pieces_of_every_size_give_the_rows_of_the_whole(string description, BulkNumberKind kind, int ends)
    {
        List<NumberFault> faults = [];
        byte[] file = File(kind, ends, faults);
        BadRow[] expected = [.. faults.Select((fault, row) => new BadRow(row, fault)).Where(row => row.Fault != NumberFault.None)];
        expected.Length.ShouldBeGreaterThan(50);
        foreach (BulkPath path in Enum.GetValues<BulkPath>().Where(path => path != BulkPath.Avx2 || Avx2.IsSupported))
        {
            for (int size = LongestLine; size < 500; size++)
            {
                (List<BadRow> found, long rows) = ReadInPieces(kind, path, file, size);
                Assert.True(found.SequenceEqual(expected) && rows == faults.Count, $"{description}, {path}, {size}");
            }
        }
    }

    [Theory]
    [InlineData("no byte", "")]
    [InlineData("part of a number", "12345")]
    [InlineData("a number without its end", "123456789012")]
    [InlineData("a number with half an end", "123456789012\r")]
    public void Piece_without_a_line_end_is_left_as_a_whole(string description, string piece)
    {
        BadRows rows = BulkValidator.FindBadLines(BulkNumberKind.Individual, System.Text.Encoding.ASCII.GetBytes(piece), isFinal: false);
        rows.MoveNext().ShouldBeFalse(description);
        rows.RowsRead.ShouldBe(0, description);
        rows.BytesConsumed.ShouldBe(0, description);
    }

    private static (List<BadRow> Found, long Rows) ReadInPieces(BulkNumberKind kind, BulkPath path, byte[] file, int size)
    {
        List<BadRow> found = [];
        long before = 0;
        for (int at = 0; at < file.Length;)
        {
            // An array of its own: a read beyond its end would meet other bytes.
            byte[] piece = file.AsSpan(at, Math.Min(size, file.Length - at)).ToArray();
            BadRows rows = new(kind, path, piece, isFinal: at + piece.Length == file.Length);
            while (rows.MoveNext())
            {
                found.Add(rows.Current with { Index = rows.Current.Index + before });
            }

            before += rows.RowsRead;
            Assert.True(rows.BytesConsumed > 0, "A piece holds a line.");
            at += rows.BytesConsumed;
        }

        return (found, before);
    }

    private static byte[] File(BulkNumberKind kind, int ends, List<NumberFault> faults)
    {
        Random random = new(3);
        MemoryStream file = new();
        for (int row = 0; row < 250; row++)
        {
            byte[] line = Line(kind, random);
            faults.Add(BulkRows.Verdict(kind, line));
            file.Write(line);
            file.Write(ends == 1 || (ends == 2 && random.Next(5) == 0) ? "\r\n"u8 : "\n"u8);
        }

        faults.Add(NumberFault.TooShort);
        file.Write("12345"u8);
        return file.ToArray();
    }

    private static byte[] Line(BulkNumberKind kind, Random random)
    {
        byte[] number = new byte[BulkRows.Digits(kind)];
        BulkRows.WriteValid(kind, random, number);
        switch (random.Next(10))
        {
            case 0:
                number[random.Next(number.Length)] = (byte)'0';
                return number;
            case 1:
                return number[..random.Next(number.Length)];
            case 2:
                return [.. number, .. number];
            case 3:
                number[random.Next(number.Length - 1)] = (byte)'\r';
                return number;
            default:
                return number;
        }
    }
}
