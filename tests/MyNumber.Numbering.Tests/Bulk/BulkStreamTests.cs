using System.Text;
using MyNumber.Numbering.Bulk;

namespace MyNumber.Numbering.Tests.Bulk;

public sealed class BulkStreamTests
{
    private const string Good = "123456789018";

    public static TheoryData<string, string, long, string> Lines => new()
    {
        { "nothing", "", 0, "" },
        { "byte order mark alone", "\uFEFF", 0, "" },
        { "one line without its end", Good, 1, "" },
        { "one line with its end", $"{Good}\n", 1, "" },
        { "carriage returns", $"{Good}\r\n{Good}\r\n", 2, "" },
        { "mixed ends", $"{Good}\r\n{Good}\n{Good}", 3, "" },
        { "byte order mark", $"\uFEFF{Good}\n", 1, "" },
        { "second byte order mark", $"{Good}\n\uFEFF{Good}\n", 2, "1 ForbiddenCharacter" },
        { "empty line", $"{Good}\n\n{Good}\n", 3, "1 Empty" },
        { "empty last line", $"{Good}\n\n", 2, "1 Empty" },
        { "ended mid-line", $"{Good}\n12345", 2, "1 TooShort" },
        { "every reason", $"12345678901\n1234567890180\n12345678901x\n123456789012\n{Good}\n", 5, "0 TooShort, 1 TooLong, 2 ForbiddenCharacter, 3 WrongCheckDigit" },
        { "line of thousands", $"{Good}\n{new string('1', 5000)}\n{Good}\n", 3, "1 TooLong" },
        { "last line of thousands", $"{Good}\n{new string('1', 5000)}", 2, "1 TooLong" },
        { "long line whose text is forbidden early", $"{new string('x', 5000)}\r\n{Good}", 2, "0 TooLong" },
        { "line of 64", $"{new string('1', 64)}\n{Good}", 2, "0 TooLong" },
        { "Japanese", $"{new string('番', 30)}\n{Good}", 2, "0 ForbiddenCharacter" },
        { "long Japanese", $"{new string('番', 100)}\n{Good}", 2, "0 TooLong" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Lines_have_their_reasons_in_pieces_of_any_size(string row, string text, long rows, string faults)
    {
        foreach (int piece in new[] { 1, 2, 3, 7, 13, 4096 })
        {
            List<BadRow> found = [];
            BulkCount count = await BulkStream.ValidateLinesAsync(BulkNumberKind.Individual, new PieceStream(Encoding.UTF8.GetBytes(text), piece), found.Add);
            string.Join(", ", found.Select(bad => $"{bad.Index} {bad.Fault}")).ShouldBe(faults, $"{row}, {piece}");
            count.ShouldBe(new BulkCount(rows, found.Count), row);
        }
    }

    [Theory]
    [InlineData("one piece", 1 << 22)]
    [InlineData("odd pieces", 65537)]
    public async Task Rows_across_the_buffer_are_counted_like_one_buffer(string row, int piece)
    {
        byte[] lines = new byte[13 * 300_000];
        Random random = new(17);
        for (int at = 0; at < lines.Length; at += 13)
        {
            BulkRows.WriteValid(BulkNumberKind.Individual, random, lines.AsSpan(at, 12));
            lines[at + 12] = (byte)'\n';
            if (at % (13 * 977) == 0)
            {
                lines[at + 5] = (byte)'x';
            }
        }

        List<long> found = [];
        BulkCount count = await BulkStream.ValidateLinesAsync(BulkNumberKind.Individual, new PieceStream(lines, piece), bad => found.Add(bad.Index));
        count.Rows.ShouldBe(300_000, row);
        found.ShouldBe(Enumerable.Range(0, 308).Select(i => i * 977L), row);
        BulkCount records = await BulkStream.ValidateRecordsAsync(BulkNumberKind.Individual, new PieceStream(lines, piece), 13);
        records.ShouldBe(count, row);
    }

    [Fact]
    public async Task Line_without_an_end_costs_no_memory()
    {
        using PieceStream endless = new(Enumerable.Repeat((byte)'1', 1 << 16).ToArray(), 1 << 16, repeats: 1024);
        long before = GC.GetAllocatedBytesForCurrentThread();
        BulkCount count = await BulkStream.ValidateLinesAsync(BulkNumberKind.Corporate, endless);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 << 20);
        count.ShouldBe(new BulkCount(1, 1));
    }

    [Theory]
    [InlineData("number at the end of its record", "ab8700110005901\nab7000012050002\nab7010401067252\n", 16, 2, 3, "2 WrongCheckDigit")]
    [InlineData("cut short", "8700110005901870011", 13, 0, 2, "1 TooShort")]
    [InlineData("cut before the number", "--8700110005901--", 15, 2, 2, "1 Empty")]
    [InlineData("byte order mark", "\uFEFF8700110005901", 13, 0, 2, "0 ForbiddenCharacter, 1 TooShort")]
    public async Task Records_have_their_reasons_in_pieces_of_any_size(string row, string text, int stride, int offset, long rows, string faults)
    {
        foreach (int piece in new[] { 1, 5, 16, 4096 })
        {
            List<BadRow> found = [];
            BulkCount count = await BulkStream.ValidateRecordsAsync(BulkNumberKind.Corporate, new PieceStream(Encoding.UTF8.GetBytes(text), piece), stride, offset, found.Add);
            string.Join(", ", found.Select(bad => $"{bad.Index} {bad.Fault}")).ShouldBe(faults, $"{row}, {piece}");
            count.ShouldBe(new BulkCount(rows, found.Count), row);
        }
    }

    [Theory]
    [InlineData("no room", 12, 0)]
    [InlineData("no room behind the offset", 20, 8)]
    [InlineData("offset below zero", 20, -1)]
    [InlineData("too wide", BulkStream.MaximumStride + 1, 0)]
    [InlineData("negative", -13, 0)]
    public void Impossible_records_are_refused(string row, int stride, int offset) => Should.Throw<ArgumentOutOfRangeException>(
        () => BulkStream.ValidateRecordsAsync(BulkNumberKind.Corporate, Stream.Null, stride, offset).AsTask().GetAwaiter().GetResult(), row);

    [Fact]
    public void Unknown_kind_is_refused() => Should.Throw<ArgumentOutOfRangeException>(
        () => BulkStream.ValidateLinesAsync((BulkNumberKind)7, Stream.Null).AsTask().GetAwaiter().GetResult());

    [Fact]
    public async Task Reading_ends_when_the_caller_says_so()
    {
        using CancellationTokenSource stop = new();
        List<BadRow> found = [];
        await Should.ThrowAsync<OperationCanceledException>(async () => await BulkStream.ValidateLinesAsync(
            BulkNumberKind.Individual, new PieceStream("1\n"u8.ToArray(), 2, repeats: 1_000_000), bad => { found.Add(bad); stop.Cancel(); }, stop.Token));
        found.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fault_of_the_stream_passes_through() => await Should.ThrowAsync<IOException>(
        async () => await BulkStream.ValidateLinesAsync(BulkNumberKind.Individual, new PieceStream("1\n"u8.ToArray(), 2, breaks: true)));
}
