using System.Runtime.Intrinsics.X86;
using System.Text;
using MyNumber.Numbering.Bulk;

namespace MyNumber.Numbering.Tests.Bulk;

/// <summary>Every path of this machine gives the answers of a plain loop written here.</summary>
public sealed class BulkPathsTests
{
    public static TheoryData<BulkNumberKind, string> KindsAndPaths()
    {
        TheoryData<BulkNumberKind, string> rows = [];
        foreach (BulkNumberKind kind in Enum.GetValues<BulkNumberKind>())
        {
            foreach (BulkPath path in Enum.GetValues<BulkPath>())
            {
                rows.Add(kind, path.ToString());
            }
        }

        return rows;
    }

    [Theory]
    [InlineData("individual numbers", BulkNumberKind.Individual)]
    [InlineData("corporate numbers", BulkNumberKind.Corporate)]
    public void Random_records_get_the_verdict_of_the_plain_loop_at_every_share_of_bad_rows(string description, BulkNumberKind kind)
    {
        const int Rows = 100_003;
        int digits = BulkRows.Digits(kind);
        foreach (int badPercent in new[] { 0, 1, 10, 50 })
        {
            foreach ((int stride, int offset) in new[] { (digits, 0), (digits + 1, 0), (digits + 1, 1), (29, 7), (64, 51) })
            {
                Random random = new(badPercent + stride);
                byte[] records = new byte[Rows * stride];
                random.NextBytes(records);
                NumberFault[] expected = new NumberFault[Rows];
                for (int row = 0; row < Rows; row++)
                {
                    Span<byte> number = records.AsSpan((row * stride) + offset, digits);
                    BulkRows.WriteValid(kind, random, number);
                    Spoil(random, badPercent, number);
                    expected[row] = BulkRows.Verdict(kind, number);
                }

                foreach (BulkPath path in SupportedPaths())
                {
                    Expect(new BadRows(kind, path, records, stride, offset), expected, $"{description}, {path}, {badPercent} %, stride {stride}");
                }
            }
        }
    }

    [Theory]
    [InlineData("individual numbers", BulkNumberKind.Individual)]
    [InlineData("corporate numbers", BulkNumberKind.Corporate)]
    public void Random_lines_of_mixed_ends_and_widths_get_the_verdict_of_the_plain_loop(string description, BulkNumberKind kind)
    {
        foreach (int badPercent in new[] { 0, 1, 10, 50 })
        {
            foreach (string ends in new[] { "\n", "\r\n", "mixed" })
            {
                Random random = new(badPercent);
                List<byte[]> rows = [.. Enumerable.Range(0, 60_001).Select(_ => Line(kind, random, badPercent))];
                rows.Add([.. "123456789012"u8]);
                NumberFault[] expected = [.. rows.Select(row => BulkRows.Verdict(kind, row))];
                MemoryStream lines = new();
                foreach (byte[] row in rows)
                {
                    lines.Write(row);
                    lines.Write(Encoding.ASCII.GetBytes(ends == "mixed" ? (random.Next(9) == 0 ? "\r\n" : "\n") : ends));
                }

                byte[] all = lines.ToArray();
                byte[] withoutLastEnd = all.AsSpan().TrimEnd("\r\n"u8).ToArray();
                foreach (BulkPath path in SupportedPaths())
                {
                    Expect(new BadRows(kind, path, all, isFinal: true), expected, $"{description}, {path}, {badPercent} %");
                    Expect(new BadRows(kind, path, withoutLastEnd, isFinal: true), expected, $"{description}, {path}, {badPercent} %, last line without end");
                }
            }
        }
    }

    [SkippableTheory]
    [MemberData(nameof(KindsAndPaths))]
    public void Every_byte_value_in_every_place_of_every_row_of_a_block_gets_its_reason(BulkNumberKind kind, string pathName)
    {
        BulkPath path = Supported(pathName);
        int digits = BulkRows.Digits(kind);
        Random random = new(5);
        byte[] records = new byte[24 * digits];
        for (int row = 0; row < 24; row++)
        {
            BulkRows.WriteValid(kind, random, records.AsSpan(row * digits, digits));
        }

        for (int at = 0; at < 24 * digits; at++)
        {
            byte kept = records[at];
            for (int value = 0; value < 256; value++)
            {
                records[at] = (byte)value;
                NumberFault expected = BulkRows.Verdict(kind, records.AsSpan(at / digits * digits, digits));
                BadRows bad = new(kind, path, records, digits, 0);
                bool found = bad.MoveNext();
                bool right = expected == NumberFault.None ? !found : found && bad.Current == new BadRow(at / digits, expected) && !bad.MoveNext();
                Assert.True(right && bad.RowsRead == 24, $"Byte {at}, value {value}.");
            }

            records[at] = kept;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(KindsAndPaths))]
    public void Buffers_of_every_length_end_where_they_end(BulkNumberKind kind, string pathName)
    {
        BulkPath path = Supported(pathName);
        int digits = BulkRows.Digits(kind);
        byte[] records = new byte[40 * digits];
        Random random = new(6);
        for (int row = 0; row < 40; row++)
        {
            BulkRows.WriteValid(kind, random, records.AsSpan(row * digits, digits));
        }

        for (int length = 0; length <= records.Length; length++)
        {
            // An array of its own: a read beyond its end would meet other bytes.
            BadRows bad = new(kind, path, records.AsSpan(0, length).ToArray(), digits, 0);
            bad.MoveNext().ShouldBe(length % digits != 0);
            if (length % digits != 0)
            {
                bad.Current.ShouldBe(new BadRow(length / digits, NumberFault.TooShort));
                bad.MoveNext().ShouldBeFalse();
            }

            bad.RowsRead.ShouldBe((length + digits - 1) / digits);
            bad.BytesConsumed.ShouldBe(length);
        }
    }

    private static BulkPath Supported(string pathName)
    {
        BulkPath path = Enum.Parse<BulkPath>(pathName);
        Skip.If(path == BulkPath.Avx2 && !Avx2.IsSupported, "This machine has no AVX2.");
        return path;
    }

    private static IEnumerable<BulkPath> SupportedPaths() => Enum.GetValues<BulkPath>().Where(path => path != BulkPath.Avx2 || Avx2.IsSupported);

    private static void Expect(BadRows bad, NumberFault[] expected, string description)
    {
        NumberFault[] found = new NumberFault[expected.Length];
        long last = -1;
        while (bad.MoveNext())
        {
            Assert.True(bad.Current.Index > last && bad.Current.Fault != NumberFault.None, description);
            last = bad.Current.Index;
            found[last] = bad.Current.Fault;
        }

        Assert.True(found.AsSpan().SequenceEqual(expected), description);
        Assert.True(bad.RowsRead == expected.Length, description);
    }

    private static void Spoil(Random random, int badPercent, Span<byte> number)
    {
        if (random.Next(100) < badPercent)
        {
            number[random.Next(number.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)('0' + random.Next(10));
        }
    }

    private static byte[] Line(BulkNumberKind kind, Random random, int badPercent)
    {
        byte[] number = new byte[BulkRows.Digits(kind)];
        BulkRows.WriteValid(kind, random, number);
        if (random.Next(100) >= badPercent)
        {
            return number;
        }

        if (random.Next(2) == 0)
        {
            return [.. Enumerable.Range(0, random.Next(30)).Select(_ => (byte)('0' + random.Next(10)))];
        }

        Spoil(random, 100, number);
        int end = number.AsSpan().IndexOfAny((byte)'\n', (byte)'\r');
        return end < 0 ? number : number[..end];
    }
}
