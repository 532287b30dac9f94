using System.Text;
using MyNumber.Numbering.CorporateList;
using static MyNumber.Numbering.Tests.CorporateList.ListText;

namespace MyNumber.Numbering.Tests.CorporateList;

/// <summary>Files that nobody publishes.</summary>
public sealed class HostileListTests
{
    [Theory]
    [InlineData("empty line", "", CorporateListReason.WrongColumnCount)]
    [InlineData("header of the web interface", "2018-04-02,3,1,1", CorporateListReason.WrongColumnCount)]
    [InlineData("a column more", "1,1000011000005,01,1,2018-04-02,2015-10-05,a,,101,a,a,a,,13,101,1000014,,,,,,,2015-10-05,1,,,,,,0,", CorporateListReason.WrongColumnCount)]
    [InlineData("a column less", "1,1000011000005,01,1,2018-04-02,2015-10-05,a,,101,a,a,a,,13,101,1000014,,,,,,,2015-10-05,1,,,,,0", CorporateListReason.WrongColumnCount)]
    [InlineData("quote inside a plain field", "1,10000\"11000005,", CorporateListReason.StrayQuote)]
    [InlineData("text after a closing quote", "1,\"1000011000005\"x,", CorporateListReason.StrayQuote)]
    [InlineData("space after a closing quote", "\"1\" ,", CorporateListReason.StrayQuote)]
    [InlineData("carriage return after a closing quote", "\"1\"\r,", CorporateListReason.StrayQuote)]
    [InlineData("quote that the next row closes", "1,\"1000011000005", CorporateListReason.StrayQuote)]
    [InlineData("nulls", "\0\0\0", CorporateListReason.WrongColumnCount)]
    public async Task Bad_row_does_not_take_its_neighbours_along(string description, string row, CorporateListReason reason)
    {
        List<CorporateListEntry> entries = await Read($"{DietLibrary}\n{row}\n{DietLibrary}\n");
        entries.Select(entry => entry.IsGood).ShouldBe([true, false, true], description);
        entries[1].Fault.ShouldBe(new CorporateListFault(-1, reason), description);
    }

    [Fact]
    public async Task Quote_that_never_closes_loses_its_own_line_only()
    {
        // No other quote follows, so that the file's end and the row's ceiling both leave it open.
        string plain = With(6, "甲").Replace("\"", string.Empty, StringComparison.Ordinal);
        foreach (int rows in new[] { 3, 300 })
        {
            List<CorporateListEntry> entries = await Read($"{plain}\n1,\"100\n" + string.Concat(Enumerable.Repeat(plain + "\n", rows)));
            entries.Count.ShouldBe(rows + 2);
            entries.Count(entry => entry.IsGood).ShouldBe(rows + 1);
            entries[1].Fault.Reason.ShouldBe(CorporateListReason.UnclosedQuote);
        }
    }

    [Fact]
    public async Task Field_past_its_ceiling_is_refused()
    {
        (await Read(With(6, new string('甲', 2048))))[0].IsGood.ShouldBeTrue();
        (await Read(With(6, new string('甲', 2049))))[0].Fault.Reason.ShouldBe(CorporateListReason.FieldTooLong);
        (await Read(With(6, $"\"{new string('甲', 2049)}\"")))[0].Fault.Reason.ShouldBe(CorporateListReason.FieldTooLong);
    }

    [Theory]
    [InlineData("commas", ',', CorporateListReason.RowTooLong)]
    [InlineData("letters", 'x', CorporateListReason.RowTooLong)]
    [InlineData("quotes", '"', CorporateListReason.UnclosedQuote)]
    public async Task Endless_line_is_one_bad_row(string description, char character, CorporateListReason reason)
    {
        List<CorporateListEntry> entries = await Read($"{new string(character, 5_000_000)}\n{DietLibrary}\n");
        entries.Count.ShouldBe(2, description);
        entries[0].Fault.Reason.ShouldBe(reason, description);
        entries[1].IsGood.ShouldBeTrue(description);
    }

    [Theory]
    [InlineData("process of one digit", 2, "1")]
    [InlineData("process of three digits", 2, "001")]
    [InlineData("process of ten digits", 2, "0000000001")]
    [InlineData("process in full width", 2, "０１")]
    [InlineData("process that is none", 2, "00")]
    [InlineData("kind of four digits", 8, "0101")]
    [InlineData("cause of one digit", 19, "1")]
    [InlineData("cause of three digits", 19, "001")]
    public async Task Code_of_another_width_is_unknown(string description, int column, string code)
    {
        (await Read(With(2, "01")))[0].IsGood.ShouldBeTrue(description);
        (await Read(With(19, "01")))[0].IsGood.ShouldBeTrue(description);
        (await Read(With(column, code)))[0].Fault.ShouldBe(new CorporateListFault(column, CorporateListReason.UnknownCode), description);
    }

    [Theory]
    [InlineData("UTF-8 cut short", CorporateListEncoding.Utf8, new byte[] { 0xE5, 0x9B })]
    [InlineData("overlong UTF-8", CorporateListEncoding.Utf8, new byte[] { 0xC0, 0x80 })]
    [InlineData("Shift-JIS read as UTF-8", CorporateListEncoding.Utf8, new byte[] { 0x8D, 0x91 })]
    public async Task Bytes_that_are_no_text_are_refused(string description, CorporateListEncoding encoding, byte[] name)
    {
        byte[] row = Encoding.UTF8.GetBytes(With(6, "@"));
        int at = Array.IndexOf(row, (byte)'@');
        byte[] file = [.. row[..at], .. name, .. row[(at + 1)..], (byte)'\n', .. Encoding.UTF8.GetBytes(DietLibrary)];
        List<CorporateListEntry> entries = await Read(file, new CorporateListOptions { Encoding = encoding });
        entries.Select(entry => entry.IsGood).ShouldBe([false, true], description);
        entries[0].Fault.Reason.ShouldBe(CorporateListReason.UndecodableText, description);
    }

    [Fact]
    public async Task Utf8_read_as_shift_jis_is_not_taken_for_good() =>
        (await Read(Encoding.UTF8.GetBytes(DietLibrary + "\n"), new CorporateListOptions { Encoding = CorporateListEncoding.ShiftJis })).ShouldAllBe(entry => !entry.IsGood);

    [Theory]
    [InlineData("no byte", "")]
    [InlineData("byte order mark alone", "\uFEFF")]
    public async Task Empty_file_has_no_row(string description, string text) => (await Read(text)).ShouldBeEmpty(description);

    [Fact]
    public async Task Random_files_end_without_an_exception()
    {
        Random random = new(7);
        byte[] alphabet = [.. "\",\r\n01-a"u8, 0x81, 0xE5, 0xFF, 0];
        byte[] real = Encoding.UTF8.GetBytes(DietLibrary + "\n");
        for (int file = 0; file < 3000; file++)
        {
            byte[] bytes = file % 2 == 0 ? new byte[random.Next(2000)] : [.. real, .. real, .. real];
            for (int change = 0; change < (file % 2 == 0 ? bytes.Length : 5); change++)
            {
                bytes[file % 2 == 0 ? change : random.Next(bytes.Length)] = alphabet[random.Next(alphabet.Length)];
            }

            CorporateListOptions options = new() { Encoding = (CorporateListEncoding)(file / 2 % 2) };
            List<CorporateListEntry> entries = await Read(bytes, options);
            entries.Count.ShouldBeLessThanOrEqualTo(bytes.Count(b => b == '\n') + 1);
            (await Read(bytes, options, 13)).Select(entry => entry.Fault).ShouldBe(entries.Select(entry => entry.Fault));
        }
    }

    [Fact]
    public async Task A_million_rows_allocate_little_each_and_none_is_kept()
    {
        const int Rows = 1_000_000;
        using RepeatedStream stream = new(Encoding.UTF8.GetBytes(DietLibrary + "\n"), Rows);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long good = 0;
        List<WeakReference> kept = [];
        await foreach (CorporateListEntry entry in CorporateNumberList.ReadAsync(stream))
        {
            good += entry.IsGood ? 1 : 0;
            if (entry.RowNumber % 100_000 == 1)
            {
                kept.Add(new WeakReference(entry.Row));
            }
        }

        ((GC.GetAllocatedBytesForCurrentThread() - before) / Rows).ShouldBeLessThan(512);
        GC.Collect();
        good.ShouldBe(Rows);
        kept.Count(reference => reference.IsAlive).ShouldBeLessThanOrEqualTo(1);
    }

    private sealed class RepeatedStream(byte[] row, long rows) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => row.Length * rows;

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        // On the caller's thread, so that its allocations can be counted.
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Fill(buffer.Span));

        public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

        private int Fill(Span<byte> buffer)
        {
            int read = 0;
            while (read < buffer.Length && _position < Length)
            {
                ReadOnlySpan<byte> part = row.AsSpan((int)(_position % row.Length));
                part = part[..Math.Min(part.Length, buffer.Length - read)];
                part.CopyTo(buffer[read..]);
                read += part.Length;
                _position += part.Length;
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
