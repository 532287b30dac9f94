using System.Globalization;
using System.Text;
using MyNumber.Jpki.Pdf.Objects;
using MyNumber.JpkiFuzz.Pdf;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>Files that are made to cost memory and work: each is refused, or read, within the ceiling that the page states.</summary>
public sealed class BudgetTests : IDisposable
{
    /// <summary>What reading allocates in all besides three times the file, which is the ceiling of docs/jpki/pdf.md.</summary>
    private const long Ceiling = 512L * 1024 * 1024;

    private const int Mebi = 1024 * 1024;
    private const string Form = "<< /Type /Catalog /AcroForm << /Fields";

    private readonly PdfDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("one string for a thousand objects", VerificationReason.PdfMalformed)]
    [InlineData("a thousand objects, each within the one before", VerificationReason.PdfMalformed)]
    [InlineData("strings within strings", VerificationReason.PdfTooLarge)]
    [InlineData("comments within comments", VerificationReason.PdfTooLarge)]
    [InlineData("names that grow with their parents", VerificationReason.PdfTooLarge)]
    [InlineData("object streams with one common end", VerificationReason.PdfSignatureNotFound)]
    [InlineData("dictionaries", VerificationReason.PdfSignatureNotFound)]
    [InlineData("arrays", VerificationReason.PdfSignatureNotFound)]
    [InlineData("nothing but numbers", VerificationReason.PdfSignatureNotFound)]
    [InlineData("strings", VerificationReason.PdfSignatureNotFound)]
    [InlineData("names that are all different", VerificationReason.PdfSignatureNotFound)]
    [InlineData("names that are all different and long", VerificationReason.PdfTooLarge)]
    [InlineData("one more field than are read", VerificationReason.PdfTooLarge)]
    [InlineData("as many fields as are read", VerificationReason.PdfSignatureNotFound)]
    [InlineData("a compressed stream at the ceiling", VerificationReason.PdfSignatureNotFound)]
    [InlineData("a compressed stream beyond it", VerificationReason.PdfTooLarge)]
    [InlineData("every budget at once", VerificationReason.PdfSignatureNotFound)]
    [InlineData("a name longer than is read", VerificationReason.PdfTooLarge)]
    [InlineData("a name of the longest length", VerificationReason.PdfSignatureNotFound)]
    public void Costly_file_stays_within_the_ceiling(string row, VerificationReason expected)
    {
        byte[] pdf = Costly(row);
        (PdfVerificationResult result, long allocated) = Measure(_desk.Strict, pdf);
        allocated.ShouldBeLessThan((3L * pdf.Length) + Ceiling, row);
        result.Reason.ShouldBe(expected, row);
    }

    /// <summary>Neither the readings nor the answers keep a copy of the file for each signature.</summary>
    [Fact]
    public void Signatures_share_one_copy_of_the_file()
    {
        byte[] pdf = PdfBuilder.Page.Add(5, $"({new string('x', 8 * Mebi)})").Finish(6);
        for (int i = 0; i < 8; i++)
        {
            pdf = _desk.Sign(pdf);
        }

        (PdfVerificationResult result, long allocated) = Measure(_desk.Open, pdf);
        result.Signatures.Count.ShouldBe(8);
        result.Reason.ShouldBe(VerificationReason.None);
        allocated.ShouldBeLessThan((2L * pdf.Length) + (8 * Mebi));
    }

    /// <summary>A list that many pages share is compared once and not once for each, else this would be 800 million comparisons.</summary>
    [Fact]
    public async Task Shared_list_of_annotations_is_compared_once()
    {
        string page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots 5 0 R >>", list = $"[{string.Concat(Enumerable.Repeat("0 ", 40_000))}]";
        PdfBuilder pages = new PdfBuilder().Add(1, "<< /Type /Catalog /Pages 2 0 R >>").Add(5, list);
        int[] numbers = [.. Enumerable.Range(100, 20_000)];
        numbers.ToList().ForEach(number => pages.Add(number, page));
        byte[] signed = _desk.Sign(pages.Add(2, $"<< /Type /Pages /Count 20000 /Kids [3 0 R {string.Join(' ', numbers.Select(number => $"{number} 0 R"))}] >>").Add(3, page.Replace("/Annots 5 0 R ", string.Empty, StringComparison.Ordinal)).Finish(30_000));
        byte[] update = new PdfBuilder(signed).Add(5, list).Finish(PdfBuilder.LastSize(signed), previous: PdfBuilder.LastStart(signed));
        PdfVerificationResult result = await _desk.Open.VerifyAsync(update);
        result.Reason.ShouldBe(VerificationReason.None);
        result.Signatures[0].FollowedBy.ShouldBe([PdfUpdateKind.ValidationData]);
    }

    /// <summary>What follows is compared for so long and no longer, whether the answer depends on it or not, and takes its room once.</summary>
    [Theory]
    [InlineData("many values", false)]
    [InlineData("many values", true)]
    [InlineData("many pages", true)]
    [InlineData("many references", true)]
    [InlineData("many fields with long names", false)]
    public void Comparing_ends_at_the_ceiling(string row, bool open)
    {
        byte[] pdf = Continue(_desk.Sign(Large(row)), 60);
        (PdfVerificationResult result, long allocated) = Measure(open ? _desk.Open : _desk.Strict, pdf);
        result.Reason.ShouldBe(VerificationReason.PdfTooLarge, row);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.Signatures.ShouldBeEmpty();
        allocated.ShouldBeLessThan((3L * pdf.Length) + Ceiling, row);
    }

    [Fact]
    public async Task Caller_who_ends_it_is_heard()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(async () => await _desk.Strict.VerifyAsync(PdfBuilder.Classic, source.Token));
    }

    /// <summary>The token is looked at while bytes are passed over, not only before and after.</summary>
    [Theory]
    [InlineData("bytes passed over")]
    [InlineData("values")]
    [InlineData("steps")]
    [InlineData("bytes decompressed")]
    public void Caller_is_heard_in_the_middle(string row)
    {
        using CancellationTokenSource source = new();
        ReadBudget budget = new(10 * Mebi, source.Token);
        budget.TakeScanned(1000).ShouldBeTrue();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() =>
        {
            for (int i = 0; i < 70_000; i++)
            {
                bool more = row switch { "bytes passed over" => budget.TakeScanned(10), "values" => budget.TakeValue(), "steps" => budget.TakeSteps(), _ => budget.TakeDecompressed(10) };
                more.ShouldBeTrue();
            }
        });
    }

    [Fact]
    public void Budget_that_is_spent_stays_spent()
    {
        ReadBudget budget = new(100);
        budget.TakeScanned(400).ShouldBeTrue();
        budget.TakeDecompressed(10).ShouldBeTrue();
        budget.TakeScanned(40).ShouldBeTrue();
        budget.IsSpent.ShouldBeFalse();
        budget.TakeScanned(1).ShouldBeFalse();
        budget.IsSpent.ShouldBeTrue();
        budget.TakeValue().ShouldBeFalse();
        budget.TakeSteps().ShouldBeFalse();
        budget.TakeName("x").ShouldBeNull();
    }

    private static byte[] Costly(string row) => row switch
    {
        "one string for a thousand objects" => SharedString(step: 0),
        "a thousand objects, each within the one before" => SharedString(step: 1),
        "strings within strings" => Overlapping(300, "<</A(", ")>>endobj ", 4 * Mebi),
        "comments within comments" => Overlapping(5_000, "%", "\n", Mebi),
        "names that grow with their parents" => LongNames(),
        "object streams with one common end" => NestedStreams(300, 4 * Mebi),
        "dictionaries" => Values("<</A 0>>", 2, string.Empty),
        "arrays" => Values("[0]", 2, string.Empty),
        "nothing but numbers" => Values("0 ", 1, string.Empty),
        "strings" => Values("(abc)", 1, string.Empty),
        "names that are all different" => DifferentNames(900_000),
        "names that are all different and long" => DifferentNames(60_000, 180),
        "one more field than are read" => Fields(PdfLimits.Fields + 1),
        "as many fields as are read" => Fields(PdfLimits.Fields),
        "a compressed stream at the ceiling" => Packed(PdfLimits.DecompressedLength - 200),
        "a compressed stream beyond it" => Packed(PdfLimits.DecompressedLength),
        "every budget at once" => Everything(),
        "a name longer than is read" => Values("0 ", 1, "/" + new string('n', PdfLimits.NameLength + 1)),
        _ => Values("0 ", 1, "/" + new string('n', PdfLimits.NameLength)),
    };

    private static byte[] Large(string row)
    {
        const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]";
        int[] numbers = [.. Enumerable.Range(100, 9_000)];
        string references = string.Join(' ', numbers.Select(number => $"{number} 0 R"));
        PdfBuilder page = PdfBuilder.Page;
        switch (row)
        {
            case "many values":
                return page.Add(3, $"{Page} /PieceInfo 5 0 R >>").Add(5, $"[{string.Concat(Enumerable.Repeat("0 ", 940_000))}]").Finish(6);
            case "many references":
                return page.Add(3, $"{Page} /PieceInfo 5 0 R >>").Add(5, $"[{string.Join(' ', Enumerable.Range(100, 900_000).Select(number => $"{number} 0 R"))}]").Finish(6);
            case "many pages":
                page.Add(2, $"<< /Type /Pages /Kids [3 0 R {references}] >>");
                numbers.ToList().ForEach(number => page.Add(number, "<< >>"));
                return page.Finish(10_000);
            default:
                page.Add(1, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{references}] >> >>");
                numbers.ToList().ForEach(number => page.Add(number, $"<< /T ({new string('n', 900)}{number}) >>"));
                return page.Finish(10_000);
        }
    }

    /// <summary>Empty updates behind a file.</summary>
    private static byte[] Continue(byte[] pdf, int updates)
    {
        int size = PdfBuilder.LastSize(pdf);
        using MemoryStream file = new();
        file.Write(pdf);
        int previous = PdfBuilder.LastStart(pdf);
        for (int i = 0; i < updates; i++)
        {
            int start = (int)file.Length;
            file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"xref\n0 0\ntrailer\n<< /Size {size} /Root 1 0 R /Prev {previous} >>\nstartxref\n{start}\n%%EOF\n")));
            previous = start;
        }

        return file.ToArray();
    }

    private static (PdfVerificationResult Result, long Allocated) Measure(Verification.PdfDocumentVerifier verifier, byte[] pdf)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ValueTask<PdfVerificationResult> answer = verifier.VerifyAsync(pdf);
        answer.IsCompletedSuccessfully.ShouldBeTrue("all of it has to be done on this thread to be counted");
        return (answer.Result, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>An object stream whose thousand rows all lead into one string of 30 MiB.</summary>
    private static byte[] SharedString(int step)
    {
        string head = string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i + 1} {i * step} "));
        string body = $"{new string('(', 1000)}{new string('A', 30 * Mebi)}{new string(')', 1000)}";
        return PackedRaw(1000, head, body);
    }

    private static byte[] Packed(int length) => new PdfBuilder().Pack(1, $"<< /Type /Catalog /A ({new string('x', length)}) >>").FinishPacked(2);

    /// <summary>Values at their dearest, different names, a string up to the end of what may be inflated, and a table of as many rows as are read.</summary>
    private static byte[] Everything()
    {
        const int Rows = 499_000, Nested = 60;
        string names = string.Concat(Enumerable.Range(0, 32_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"/{i:D6}{new string('n', 244)}")));
        string values = string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("<</A ", Nested)) + "0" + string.Concat(Enumerable.Repeat(">>", Nested)), 15_800));
        string text = new('x', PdfLimits.DecompressedLength - names.Length - values.Length - 300);
        byte[] packed = new PdfBuilder().Pack(1, $"<< /Type /Catalog /A [{names} {values} ({text})] >>").FinishPacked(2);
        string rows = string.Concat(Enumerable.Repeat("0000000000 00001 f \n", Rows));
        return [.. packed, .. Encoding.ASCII.GetBytes($"xref\n10 {Rows}\n{rows}trailer\n<< /Size {Rows + 10} /Root 1 0 R /Prev {PdfBuilder.LastStart(packed)} >>\nstartxref\n{packed.Length}\n%%EOF\n")];
    }

    private static byte[] PackedRaw(int count, string head, string body)
    {
        using MemoryStream packed = new();
        using (System.IO.Compression.ZLibStream deflater = new(packed, System.IO.Compression.CompressionLevel.Fastest))
        {
            deflater.Write(Encoding.Latin1.GetBytes(head + body));
        }

        byte[] data = packed.ToArray();
        string text = $"%PDF-1.7\n2000 0 obj\n<< /Type /ObjStm /N {count} /First {head.Length} /Filter /FlateDecode /Length {data.Length} >>\nstream\n{Encoding.Latin1.GetString(data)}\nendstream\nendobj\n";
        byte[] rows = [1, 0, 0, 9, 0, 2, 0, 7, 208, 0];
        string table = $"2001 0 obj\n<< /Type /XRef /Size 2002 /W [1 3 1] /Index [2000 1 1 1] /Root 1 0 R /Length {rows.Length} >>\nstream\n{Encoding.Latin1.GetString(rows)}\nendstream\nendobj\n";
        return Encoding.Latin1.GetBytes($"{text}{table}startxref\n{text.Length}\n%%EOF\n");
    }

    /// <summary>Fields of a form, each of which has all that follow inside of itself.</summary>
    private static byte[] Overlapping(int count, string open, string close, int filler)
    {
        PdfBuilder file = new PdfBuilder().Add(1, $"{Form} [{string.Join(' ', Enumerable.Range(2, count).Select(number => $"{number} 0 R"))}] >> >>");
        for (int number = 2; number < count + 2; number++)
        {
            file.AddRaw(number, $"{number} 0 obj{open}");
        }

        file.AddRaw(count + 2, new string('x', filler));
        return file.AddRaw(count + 3, string.Concat(Enumerable.Repeat(close, count)) + "<<>> endobj\n").Finish(count + 4);
    }

    private static byte[] LongNames()
    {
        PdfBuilder file = new PdfBuilder().Add(1, $"{Form} [2 0 R] >> >>").Add(2, $"<< /FT /Sig /T ({new string('x', 20 * Mebi)}) /Kids [{string.Join(' ', Enumerable.Range(3, 500).Select(number => $"{number} 0 R"))}] >>");
        Enumerable.Range(3, 500).ToList().ForEach(number => file.Add(number, $"<< /T (x{number}) >>"));
        return file.Finish(503);
    }

    /// <summary>Object streams that begin one within the other and end together, uncompressed; each has one field.</summary>
    private static byte[] NestedStreams(int count, int filler)
    {
        string catalog = $"%PDF-1.7\n2000 0 obj\n{Form} [{string.Join(' ', Enumerable.Range(1, count).Select(number => $"{number} 0 R"))}] >> >>\nendobj\n";
        int step = Container(0, 0, 0).Length, end = catalog.Length + (count * step) + filler;
        StringBuilder text = new(catalog), rows = new(Row(1, catalog.IndexOf("2000", StringComparison.Ordinal)));
        for (int i = 0; i < count; i++)
        {
            rows.Append(Row(1, text.Length));
            text.Append(Container(i, end - text.Length - Head(i, 0).Length, i + 1));
        }

        Enumerable.Range(0, count).ToList().ForEach(i => rows.Append(Row(2, 1000 + i)));
        text.Append(' ', filler).Append("\nendstream\nendobj\n");
        string table = $"2001 0 obj\n<< /Type /XRef /Size 2002 /W [1 4 1] /Index [2000 1 1000 {count} 1 {count}] /Root 2000 0 R /Length {rows.Length} >>\nstream\n{rows}\nendstream\nendobj\n";
        return Encoding.Latin1.GetBytes($"{text}{table}startxref\n{text.Length}\n%%EOF\n");
    }

    private static string Head(int i, int length) => $"{1000 + i} 0 obj\n<< /Type /ObjStm /N 1 /First 8 /Length {length:D8} >>\nstream\n";

    private static string Container(int i, int length, int number) => $"{Head(i, length)}{number:D5} 0 <<>> ";

    private static string Row(int kind, int place) => $"{(char)kind}{(char)(place >> 24)}{(char)((place >> 16) & 0xFF)}{(char)((place >> 8) & 0xFF)}{(char)(place & 0xFF)}\0";

    private static byte[] Values(string value, int each, string more) =>
        new PdfBuilder().Add(1, $"<< /Type /Catalog /A [{more} {string.Concat(Enumerable.Repeat(value, (PdfLimits.Values / each) - 100))}] >>").Finish(2);

    private static byte[] DifferentNames(int count, int more = 0)
    {
        StringBuilder text = new("<< /Type /Catalog /A [");
        for (int i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"/{i:D6}").Append('n', more);
        }

        return new PdfBuilder().Add(1, text.Append("] >>").ToString()).Finish(2);
    }

    private static byte[] Fields(int count)
    {
        PdfBuilder file = new PdfBuilder().Add(1, $"{Form} [{string.Join(' ', Enumerable.Range(2, count).Select(number => $"{number} 0 R"))}] >> >>");
        Enumerable.Range(2, count).ToList().ForEach(number => file.Add(number, $"<< /FT /Tx /T (a{number}) >>"));
        return file.Finish(count + 2);
    }
}
