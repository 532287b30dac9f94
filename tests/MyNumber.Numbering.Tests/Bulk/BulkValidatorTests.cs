using System.Text;
using MyNumber.Numbering.Bulk;

namespace MyNumber.Numbering.Tests.Bulk;

public sealed class BulkValidatorTests
{
    [Theory]
    [InlineData("published individual numbers", BulkNumberKind.Individual, "123456789018\n621498320257\n614106526000\n510136263801\n379474484458\n454972364860\n060122228102\n100000000080\n100000000030\n983205673214\n895980423139\n548836529885\n", 12)]
    [InlineData("published corporate numbers", BulkNumberKind.Corporate, "8700110005901\n7000012050002\n1180301018771\n5111101000006\n8040001999013\n2040001999902\n2100001010003\n9380001010002\n1000012160153\n1000013050238\n1000011000005\n", 11)]
    [InlineData("no line", BulkNumberKind.Individual, "", 0)]
    public void Published_numbers_are_good_rows(string description, BulkNumberKind kind, string lines, int rows) =>
        BulkValidator.Count(BulkValidator.FindBadLines(kind, Encoding.ASCII.GetBytes(lines))).ShouldBe(new BulkCount(rows, 0), description);

    [Theory]
    [InlineData("dummy card", BulkNumberKind.Individual, "123456789012", NumberFault.WrongCheckDigit)]
    [InlineData("eleven digits", BulkNumberKind.Individual, "12345678901", NumberFault.TooShort)]
    [InlineData("thirteen digits", BulkNumberKind.Individual, "1234567890180", NumberFault.TooLong)]
    [InlineData("separators", BulkNumberKind.Individual, "1234-5678-9012", NumberFault.ForbiddenCharacter)]
    [InlineData("full-width digit", BulkNumberKind.Individual, "12345678901２", NumberFault.ForbiddenCharacter)]
    [InlineData("leading space", BulkNumberKind.Individual, " 123456789012", NumberFault.ForbiddenCharacter)]
    [InlineData("byte order mark", BulkNumberKind.Individual, "\uFEFF123456789018", NumberFault.ForbiddenCharacter)]
    [InlineData("carriage return alone", BulkNumberKind.Individual, "123456789018\r1", NumberFault.ForbiddenCharacter)]
    [InlineData("empty", BulkNumberKind.Individual, "", NumberFault.Empty)]
    [InlineData("check digit 0", BulkNumberKind.Corporate, "0380001010002", NumberFault.WrongStructure)]
    [InlineData("published but wrong", BulkNumberKind.Corporate, "7010401067252", NumberFault.WrongCheckDigit)]
    [InlineData("invoice prefix", BulkNumberKind.Corporate, "T8040001999013", NumberFault.ForbiddenCharacter)]
    public void Bad_row_between_good_ones_is_named_with_its_reason(string description, BulkNumberKind kind, string row, NumberFault fault)
    {
        string good = kind == BulkNumberKind.Individual ? "123456789018" : "8700110005901";
        foreach (string end in new[] { "\n", "\r\n" })
        {
            string lines = string.Concat(Enumerable.Repeat(good + end, 21)) + row + end + string.Concat(Enumerable.Repeat(good + end, 21));
            List<BadRow> found = [];
            foreach (BadRow bad in BulkValidator.FindBadLines(kind, Encoding.UTF8.GetBytes(lines)))
            {
                found.Add(bad);
            }

            found.ShouldBe([new BadRow(21, fault)], description);
        }
    }

    [Fact]
    public void Verdict_on_a_line_is_the_one_that_parsing_it_alone_gives()
    {
        Random random = new(15);
        for (int i = 0; i < 50_000; i++)
        {
            byte[] line = new byte[random.Next(3) == 0 ? 12 : random.Next(1, 210)];
            int odd = random.Next(1, 40);
            for (int at = 0; at < line.Length; at++)
            {
                line[at] = random.Next(odd) == 0 ? (byte)random.Next(0x0B, 0x100) : (byte)('0' + random.Next(10));
            }

            line[^1] = line[^1] == '\r' ? (byte)'0' : line[^1];
            IndividualNumber.TryParse(line, NumberStyle.Strict, out _, out NumberFault expected);
            BadRows rows = BulkValidator.FindBadLines(BulkNumberKind.Individual, line);
            (rows.MoveNext() ? rows.Current.Fault : NumberFault.None).ShouldBe(expected);
        }
    }

    [Fact]
    public void Unfinished_line_is_left_for_the_next_buffer()
    {
        BadRows rows = BulkValidator.FindBadLines(BulkNumberKind.Individual, "123456789018\n12345"u8, isFinal: false);
        rows.MoveNext().ShouldBeFalse();
        rows.RowsRead.ShouldBe(1);
        rows.BytesConsumed.ShouldBe(13);
    }

    [Fact]
    public void Reasons_are_written_row_by_row()
    {
        NumberFault[] faults = [NumberFault.Empty, NumberFault.Empty, NumberFault.Empty, NumberFault.Empty];
        BulkValidator.Mark(BulkValidator.FindBadRecords(BulkNumberKind.Individual, "123456789018123456789012x23456789018"u8, 12), faults).ShouldBe(new BulkCount(3, 2));
        faults.ShouldBe([NumberFault.None, NumberFault.WrongCheckDigit, NumberFault.ForbiddenCharacter, NumberFault.None]);
    }

    [Fact]
    public void Bad_row_without_a_place_is_refused() =>
        Should.Throw<ArgumentException>(() => BulkValidator.Mark(BulkValidator.FindBadLines(BulkNumberKind.Individual, "\n\n"u8), new NumberFault[1]));

    [Theory]
    [InlineData("record shorter than the number", 11, 0)]
    [InlineData("number reaches into the next record", 13, 2)]
    [InlineData("negative offset", 13, -1)]
    [InlineData("no width", 0, 0)]
    [InlineData("offset that overflows", int.MinValue, int.MaxValue)]
    public void Impossible_layout_is_refused(string description, int stride, int offset) =>
        Should.Throw<ArgumentOutOfRangeException>(() => BulkValidator.FindBadRecords(BulkNumberKind.Individual, [], stride, offset), description);

    [Fact]
    public void Unknown_kind_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => BulkValidator.FindBadLines((BulkNumberKind)2, []));
        Should.Throw<ArgumentOutOfRangeException>(() => BulkValidator.FindBadRecords((BulkNumberKind)2, [], 20));
    }

    [Fact]
    public void Widest_record_needs_no_second_one() =>
        BulkValidator.Count(BulkValidator.FindBadRecords(BulkNumberKind.Individual, "123456789018"u8, int.MaxValue)).ShouldBe(new BulkCount(1, 0));

    [Fact]
    public void Good_and_bad_rows_allocate_nothing()
    {
        byte[] lines = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("123456789018\n123456789012\n12\n", 1000)));
        NumberFault[] faults = new NumberFault[3000];
        Run(lines, faults);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(lines, faults);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void Run(byte[] lines, NumberFault[] faults)
    {
        BulkValidator.Mark(BulkValidator.FindBadLines(BulkNumberKind.Individual, lines), faults);
        BulkValidator.Count(BulkValidator.FindBadLines(BulkNumberKind.Corporate, lines));
        BulkValidator.Count(BulkValidator.FindBadRecords(BulkNumberKind.Individual, lines, 29));
    }
}
