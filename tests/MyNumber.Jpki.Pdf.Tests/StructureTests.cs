using System.Text;
using MyNumber.JpkiFuzz.Pdf;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>Files that are not PDF as it is read here, or that would cost too much.</summary>
public sealed class StructureTests : IDisposable
{
    private readonly PdfDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task File_without_a_signature_is_said_so() => (await _desk.ReasonAsync(PdfBuilder.Classic)).ShouldBe(VerificationReason.PdfSignatureNotFound);

    [Theory]
    [InlineData("empty", "")]
    [InlineData("garbage before the header", "x%PDF-1.7\n")]
    [InlineData("another version", "%PDF-3.0\n")]
    [InlineData("a header alone", "%PDF-1.7\n")]
    [InlineData("an end without a start", "%PDF-1.7\n%%EOF")]
    [InlineData("a start beyond the end", "%PDF-1.7\nstartxref\n9999\n%%EOF")]
    [InlineData("a start at nothing", "%PDF-1.7\nstartxref\n2\n%%EOF")]
    [InlineData("a start at zero", "%PDF-1.7\nstartxref\n0\n%%EOF")]
    [InlineData("a start too long for a number", "%PDF-1.7\nstartxref\n99999999999999\n%%EOF")]
    public async Task Text_that_is_no_file_is_malformed(string row, string text) => (await _desk.ReasonAsync(Encoding.ASCII.GetBytes(text))).ShouldBe(VerificationReason.PdfMalformed, row);

    [Theory]
    [InlineData("encrypted", "/Root 1 0 R /Encrypt << /Filter /Standard >>", VerificationReason.PdfEncrypted)]
    [InlineData("encrypted by a reference", "/Root 1 0 R /Encrypt 9 0 R", VerificationReason.PdfEncrypted)]
    [InlineData("hybrid", "/Root 1 0 R /XRefStm 15", VerificationReason.PdfFeatureNotAccepted)]
    [InlineData("no root", "/Info 1 0 R", VerificationReason.PdfMalformed)]
    [InlineData("root is no dictionary", "/Root 4 0 R", VerificationReason.PdfSignatureNotFound)]
    [InlineData("two roots", "/Root 1 0 R /Root 2 0 R", VerificationReason.PdfMalformed)]
    [InlineData("previous is no number", "/Root 1 0 R /Prev /x", VerificationReason.PdfMalformed)]
    [InlineData("previous is negative", "/Root 1 0 R /Prev -5", VerificationReason.PdfMalformed)]
    public async Task Trailer_that_is_not_read_is_refused(string row, string trailer, VerificationReason expected) =>
        (await _desk.ReasonAsync(PdfBuilder.Page.Finish(5, trailer))).ShouldBe(expected, row);

    [Theory]
    [InlineData("size too small", 3)]
    [InlineData("size zero", 0)]
    public async Task Size_that_does_not_fit_is_malformed(string row, int size) => (await _desk.ReasonAsync(PdfBuilder.Page.Finish(size))).ShouldBe(VerificationReason.PdfMalformed, row);

    [Fact]
    public async Task Chain_that_leads_back_is_malformed()
    {
        byte[] first = PdfBuilder.Classic;
        int start = PdfBuilder.LastStart(first);
        byte[] self = new PdfBuilder(first).Add(4, "null").Finish(5, previous: 99_999);
        byte[] loop = PdfDesk.Swap(self, "/Prev 99999", $"/Prev {PdfBuilder.LastStart(self):D5}");
        (await _desk.ReasonAsync(loop)).ShouldBe(VerificationReason.PdfMalformed);
        byte[] ring = new PdfBuilder(PdfBuilder.Page.Finish(5, previous: 99_999)).Add(4, "null").Finish(5, previous: start - 20);
        (await _desk.ReasonAsync(PdfDesk.Swap(ring, "/Prev 99999", $"/Prev {PdfBuilder.LastStart(ring):D5}"))).ShouldBe(VerificationReason.PdfMalformed);
    }

    [Fact]
    public async Task Too_many_revisions_are_too_large()
    {
        byte[] pdf = PdfBuilder.Classic;
        for (int i = 0; i < PdfLimits.Revisions + 1; i++)
        {
            pdf = new PdfBuilder(pdf).Add(4, "null").Finish(5, previous: PdfBuilder.LastStart(pdf));
        }

        (await _desk.ReasonAsync(pdf)).ShouldBe(VerificationReason.PdfTooLarge);
    }

    [Theory]
    [InlineData("arrays", "[", "]")]
    [InlineData("dictionaries", "<</A ", ">>")]
    public async Task Deep_nesting_is_too_large(string row, string open, string close)
    {
        string deep = string.Concat(Enumerable.Repeat(open, 100_000)) + "0" + string.Concat(Enumerable.Repeat(close, 100_000));
        byte[] pdf = new PdfBuilder().Add(1, $"<< /Type /Catalog /AcroForm {deep} >>").Finish(2);
        (await _desk.ReasonAsync(pdf)).ShouldBe(VerificationReason.PdfTooLarge, row);
    }

    [Fact]
    public async Task More_values_than_the_ceiling_are_too_large()
    {
        byte[] pdf = new PdfBuilder().Add(1, $"<< /AcroForm [{string.Concat(Enumerable.Repeat("0 ", PdfLimits.Values))}] >>").Finish(2);
        (await _desk.ReasonAsync(pdf)).ShouldBe(VerificationReason.PdfTooLarge);
    }

    [Theory]
    [InlineData("itself", 6)]
    [InlineData("the form's first field", 5)]
    public async Task Field_that_leads_back_is_refused(string row, int kid)
    {
        byte[] pdf = PdfBuilder.Page.Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>").Add(5, "<< /T (a) /Kids [6 0 R] >>").Add(6, $"<< /T (b) /Kids [{kid} 0 R] >>").Finish(7);
        (await _desk.ReasonAsync(pdf)).ShouldBe(VerificationReason.PdfMalformed, row);
    }

    [Theory]
    [InlineData("object is cut short", "<< /Type /Catalog")]
    [InlineData("key twice", "<< /Type /Catalog /Type /Catalog >>")]
    [InlineData("key is no name", "<< (Type) /Catalog >>")]
    [InlineData("string is open", "<< /A (x >>")]
    [InlineData("hexadecimal string with a letter", "<< /A <zz> >>")]
    [InlineData("name with a broken escape", "<< /A#0 1 >>")]
    [InlineData("number of two signs", "<< /A --1 >>")]
    [InlineData("a reference alone", "2 0 R")]
    [InlineData("nothing", "")]
    public async Task Malformed_catalog_is_malformed(string row, string text) => (await _desk.ReasonAsync(PdfBuilder.Page.Add(1, text).Finish(5))).ShouldBe(VerificationReason.PdfMalformed, row);

    [Fact]
    public async Task Bomb_in_an_object_stream_is_too_large()
    {
        byte[] pdf = new PdfBuilder().Pack(1, $"<< /Type /Catalog /A ({new string('x', PdfLimits.DecompressedLength)}) >>").FinishPacked(2);
        pdf.Length.ShouldBeLessThan(200_000);
        (await _desk.ReasonAsync(pdf)).ShouldBe(VerificationReason.PdfTooLarge);
    }

    /// <summary>An object stream that is said to stand in itself: a container never stands in another.</summary>
    [Fact]
    public async Task Object_stream_in_an_object_stream_is_malformed()
    {
        byte[] rows = [1, 0, 0, 0, 2, 0, 2, 0, 2, 0, 2, 0];
        string first = "%PDF-1.7\n";
        string table = $"3 0 obj\n<< /Type /XRef /Size 4 /W [1 2 1] /Index [0 3] /Root 1 0 R /Length {rows.Length} >>\nstream\n{Encoding.Latin1.GetString(rows)}\nendstream\nendobj\nstartxref\n{first.Length}\n%%EOF";
        (await _desk.ReasonAsync(Encoding.Latin1.GetBytes(first + table))).ShouldBe(VerificationReason.PdfMalformed);
    }

    [Theory]
    [InlineData("widths of zero", "/W [0 0 0]")]
    [InlineData("widths too great", "/W [1 9 1]")]
    [InlineData("two widths", "/W [1 2]")]
    [InlineData("more rows than there are", "/Index [1 9]")]
    [InlineData("ranges that overlap", "/Index [1 2 2 2]")]
    [InlineData("negative ranges", "/Index [-1 4]")]
    [InlineData("as many rows as fit in a number", "/Index [1 8388599]")]
    [InlineData("another filter", "/Filter /LZWDecode")]
    [InlineData("not deflated", "/Filter /FlateDecode")]
    [InlineData("in another file", "/F (x)")]
    public async Task Cross_reference_stream_that_is_not_read_is_refused(string row, string entry)
    {
        (await _desk.ReasonAsync(WithCrossReferenceStream(string.Empty))).ShouldBe(VerificationReason.PdfSignatureNotFound, "the same file without the fault is read");
        (await _desk.ReasonAsync(WithCrossReferenceStream(entry))).ShouldBeOneOf([VerificationReason.PdfMalformed, VerificationReason.PdfTooLarge], row);
    }

    /// <summary>RFC 1950 §2.2: the second byte may ask for a dictionary, whose checksum follows; nobody has one.</summary>
    [Theory]
    [InlineData("a dictionary that nobody has", "78BB00000001" + "030000000001")]
    [InlineData("the same, at the lowest level", "782000000001" + "030000000001")]
    [InlineData("a dictionary and nothing behind it", "78BB00000001")]
    [InlineData("another method", "7901" + "030000000001")]
    [InlineData("a header alone", "7801")]
    [InlineData("a wrong checksum", "7801" + "030000000002")]
    [InlineData("a block of no kind", "7801" + "07")]
    public async Task Deflated_bytes_that_cannot_be_inflated_are_malformed(string row, string packed)
    {
        string data = Encoding.Latin1.GetString(Convert.FromHexString(packed)), first = "%PDF-1.7\n";
        string table = $"3 0 obj\n<< /Type /XRef /Size 4 /W [1 2 1] /Index [1 3] /Root 1 0 R /Filter /FlateDecode /Length {data.Length} >>\nstream\n{data}\nendstream\nendobj\nstartxref\n{first.Length}\n%%EOF";
        (await _desk.ReasonAsync(Encoding.Latin1.GetBytes(first + table))).ShouldBe(VerificationReason.PdfMalformed, row);
    }

    [Fact]
    public async Task Length_beyond_the_ceiling_is_too_large() => (await _desk.ReasonAsync(new byte[PdfLimits.DocumentLength + 1])).ShouldBe(VerificationReason.PdfTooLarge);

    /// <summary>A page, and a cross-reference stream of plain rows; an entry that is given takes the place of the right one or is added.</summary>
    private static byte[] WithCrossReferenceStream(string entry)
    {
        string text = "%PDF-1.7\n", rows = string.Empty;
        string[] objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << >> >>"];
        for (int number = 1; number <= objects.Length; number++)
        {
            rows += Row(text.Length);
            text += $"{number} 0 obj\n{objects[number - 1]}\nendobj\n";
        }

        rows += Row(text.Length);
        string widths = entry.StartsWith("/W", StringComparison.Ordinal) ? string.Empty : "/W [1 2 1]", index = entry.StartsWith("/Index", StringComparison.Ordinal) ? string.Empty : "/Index [1 4]";
        string table = $"4 0 obj\n<< /Type /XRef /Size 8388600 {widths} {index} {entry} /Root 1 0 R /Length {rows.Length} >>\nstream\n{rows}\nendstream\nendobj\nstartxref\n{text.Length}\n%%EOF\n";
        return Encoding.Latin1.GetBytes(text + table);
    }

    private static string Row(int offset) => $"\x01{(char)(offset >> 8)}{(char)(offset & 0xFF)}\0";
}
