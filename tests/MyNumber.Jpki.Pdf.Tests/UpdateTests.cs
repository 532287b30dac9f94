using System.Text;
using MyNumber.JpkiFuzz.Pdf;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>What an update may bring and what not, where the signed file was prepared for it. The verifier is the lenient one.</summary>
public sealed class UpdateTests : IDisposable
{
    private const string Catalog = "/Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >>";
    private const string Media = "/Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]";
    private const string Drawing = "<< /Length 4 >>\nstream\n0 g \nendstream";
    private const string NewField = "/Type /Annot /Subtype /Widget /FT /Sig /T (Later) /F 132 /P 3 0 R";

    private readonly PdfDesk _desk = new();
    private readonly byte[] _signed;

    public UpdateTests() => _signed = _desk.Sign();

    public void Dispose() => _desk.Dispose();

    /// <summary>The wrong generation, met first, must not hide what the right one refers to.</summary>
    [Theory]
    [InlineData("wrong generation behind", "/Resources 5 0 R /Zz 5 7 R")]
    [InlineData("wrong generation in front", "/Aa 5 7 R /Resources 5 0 R")]
    [InlineData("wrong generation twice", "/Aa 5 7 R /Resources 5 0 R /Zz 5 8 R")]
    public async Task Missing_object_behind_another_generation_is_no_door(string row, string entries)
    {
        byte[] signed = _desk.Sign(PdfBuilder.Page.Add(3, $"<< {Media} /Contents 4 0 R {entries} >>").Add(5, "<< /XObject << /X 90 0 R >> >>").Finish(6));
        (await _desk.OpenReasonAsync(signed)).ShouldBe(VerificationReason.None);
        byte[] update = new PdfBuilder(signed).Add(90, Drawing).Finish(91, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(VerificationReason.PdfChangedAfterSigning, row);
    }

    /// <summary>Objects from /Size on do not exist (ISO 32000-1 table 15): a reader shows nothing of 90, until an update says so. Such a file is none.</summary>
    [Theory]
    [InlineData("every revision counts it", 91, 91, VerificationReason.None)]
    [InlineData("more than there are", 99, 95, VerificationReason.None)]
    [InlineData("the second says less", 30, 91, VerificationReason.PdfMalformed)]
    [InlineData("the signing one says less", 91, 30, VerificationReason.PdfMalformed)]
    [InlineData("less by one", 91, 90, VerificationReason.PdfMalformed)]
    [InlineData("both say less", 30, 30, VerificationReason.PdfMalformed)]
    public async Task Object_beyond_the_size_of_a_later_revision_is_no_door(string row, int second, int third, VerificationReason expected)
    {
        byte[] first = PdfBuilder.Page.Add(90, Drawing).Finish(91);
        byte[] newer = new PdfBuilder(first).Add(3, $"<< {Media} /Contents [4 0 R 90 0 R] >>").Finish(second, previous: PdfBuilder.LastStart(first));
        byte[] signed = HandSigner.Fill(
            new PdfBuilder(newer)
                .Add(1, $"<< {Catalog} >>")
                .Add(5, $"<< {HandSigner.Plain} >>")
                .Add(6, "<< /FT /Sig /T (Hand) /V 5 0 R /Rect [0 0 0 0] >>")
                .Finish(third, previous: PdfBuilder.LastStart(newer)),
            _desk.Detached);
        (await _desk.OpenReasonAsync(signed)).ShouldBe(expected, row);
        byte[] update = new PdfBuilder(signed).Add(1, $"<< {Catalog} /DSS << >> >>").Finish(99, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(expected, row);
        (await _desk.OpenReasonAsync(new PdfBuilder(update).Add(4, "null").Finish(7, previous: PdfBuilder.LastStart(update)))).ShouldBe(VerificationReason.PdfMalformed, row);
    }

    /// <summary>A stream whose length leads beyond the signed bytes would go on in those of an update.</summary>
    [Theory]
    [InlineData("to where it ends", 4_000, 0, VerificationReason.PdfChangedAfterSigning)]
    [InlineData("to where another one ends too", 40_000, 40_000, VerificationReason.PdfChangedAfterSigning)]
    [InlineData("nowhere", 40_000, 0, VerificationReason.PdfChangedAfterSigning)]
    public async Task Stream_that_leads_beyond_its_revision_is_no_door(string row, int length, int filled, VerificationReason expected)
    {
        PdfBuilder page = PdfBuilder.Page;
        string head = $"4 0 obj\n<< /Length {length:D5} >>\nstream\n";
        int data = page.Position + head.Length;
        byte[] signed = _desk.Sign(page.AddRaw(4, $"{head}BT 10 10 Td (\nendstream\nendobj\n").Finish(5));
        (await _desk.OpenReasonAsync(signed)).ShouldBe(VerificationReason.None);
        PdfBuilder update = new(signed);
        string begin = "9 0 obj\n<< /Length 00000 >>\nstream\n";
        int room = Math.Max(10, data + filled - update.Position - begin.Length);
        string fill = ") Tj".PadRight(room);
        byte[] bytes = update.AddRaw(9, $"{begin.Replace("00000", $"{room:D5}", StringComparison.Ordinal)}{fill}\nendstream\nendobj\n").Finish(10, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(bytes)).ShouldBe(expected, row);
    }

    /// <summary>An object stream too: what is packed in it would be read up to bytes that an update brings.</summary>
    [Theory]
    [InlineData("to where it ends", 14, false, VerificationReason.None)]
    [InlineData("beyond the file's end, and nothing follows", 40_000, false, VerificationReason.None)]
    [InlineData("to where an update's stream ends", 40_000, true, VerificationReason.PdfChangedAfterSigning)]
    public async Task Object_stream_that_leads_beyond_its_revision_is_no_door(string row, int length, bool isUpdated, VerificationReason expected)
    {
        byte[] page = PdfBuilder.Page.Add(3, $"<< {Media} /Contents 4 0 R /PieceInfo 7 0 R >>").Finish(5);
        string head = $"8 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length {length:D5} >>\nstream\n", container = $"{head}7 0 << /A 1 >>\nendstream\nendobj\n";
        int rows = page.Length + container.Length;
        byte[] table = [2, 0, 0, 8, 0, 1, 0, (byte)(page.Length >> 8), (byte)(page.Length & 0xFF), 0];
        string stream = $"9 0 obj\n<< /Type /XRef /Size 10 /W [1 3 1] /Index [7 2] /Root 1 0 R /Prev {PdfBuilder.LastStart(page)} /Length {table.Length} >>\nstream\n{Encoding.Latin1.GetString(table)}\nendstream\nendobj\n";
        byte[] signed = _desk.Sign([.. page, .. Encoding.Latin1.GetBytes($"{container}{stream}startxref\n{rows}\n%%EOF\n")]);
        if (isUpdated)
        {
            PdfBuilder update = new(signed);
            string begin = "20 0 obj\n<< /Length 00000 >>\nstream\n";
            int room = page.Length + head.Length + length - update.Position - begin.Length;
            string whole = $"{begin.Replace("00000", $"{room:D5}", StringComparison.Ordinal)}{string.Empty.PadRight(room)}\nendstream\nendobj\n";
            signed = update.AddRaw(20, whole).Finish(21, previous: PdfBuilder.LastStart(signed));
        }

        (await _desk.OpenReasonAsync(signed)).ShouldBe(expected, row);
    }

    [Theory]
    [InlineData("a string", "(", ") >>")]
    [InlineData("an array", "[(", ") ] >>")]
    [InlineData("a dictionary", "<< /B (", ") >> >>")]
    public async Task Open_value_that_swallows_the_end_of_its_revision_is_no_door(string row, string open, string close)
    {
        byte[] signed = _desk.Sign(PdfBuilder.Page.Add(3, $"<< {Media} /Contents 4 0 R /PieceInfo 7 0 R >>").AddRaw(7, $"7 0 obj\n<< /A {open}\n").Finish(8));
        byte[] update = new PdfBuilder(signed).AddRaw(20, $"{close}\nendobj\n").Finish(21, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(VerificationReason.PdfChangedAfterSigning, row);
    }

    [Theory]
    [InlineData("as it should be", "/Rect [0 0 0 0]", true)]
    [InlineData("type and subtype left out", "/Type null /Subtype null /Rect [0 0 0 0]", false)]
    [InlineData("an empty appearance", "/Rect [0 0 0 0] /AP << /N 22 0 R >>", true)]
    [InlineData("an appearance that draws", "/Rect [0 0 0 0] /AP << /N 23 0 R >>", false)]
    [InlineData("an old appearance", "/Rect [0 0 0 0] /AP << /N 4 0 R >>", false)]
    [InlineData("an appearance of a state", "/Rect [0 0 0 0] /AP << /N << /On 22 0 R >> >>", false)]
    [InlineData("an appearance when pressed", "/Rect [0 0 0 0] /AP << /N 22 0 R /D 23 0 R >>", false)]
    [InlineData("an empty rectangle elsewhere", "/Rect [50 50 50 50]", false)]
    [InlineData("a line", "/Rect [0 0 0 50]", false)]
    [InlineData("no rectangle", "", false)]
    [InlineData("a rectangle elsewhere in the file", "/Rect 22 0 R", false)]
    [InlineData("a border of no width, and a state", "/Rect [0 0 0 0] /Border [0 0 0] /AP << /N 22 0 R >> /AS /N", true)]
    [InlineData("a border", "/Rect [0 0 0 0] /Border [0 0 50]", false)]
    [InlineData("a border with dashes", "/Rect [0 0 0 0] /Border [0 0 0 [9]]", false)]
    [InlineData("a border style", "/Rect [0 0 0 0] /BS << /W 50 >>", false)]
    [InlineData("colours", "/Rect [0 0 0 0] /MK << /BG [0] >>", false)]
    [InlineData("an action", "/Rect [0 0 0 0] /A << /S /JavaScript /JS (1) >>", false)]
    [InlineData("actions", "/Rect [0 0 0 0] /AA << >>", false)]
    [InlineData("children", "/Rect [0 0 0 0] /Kids [4 0 R]", false)]
    public async Task New_field_may_show_nothing(string row, string entries, bool isHarmless)
    {
        string field = entries.StartsWith("/Type null", StringComparison.Ordinal) ? $"<< /FT /Sig /T (Later) {entries} >>" : $"<< {NewField} {entries} >>";
        (await JudgeAsync(field)).ShouldBe(isHarmless ? VerificationReason.None : VerificationReason.PdfChangedAfterSigning, row);
    }

    [Theory]
    [InlineData("a note", "/Type /Annot /Subtype /Text /FT /Sig")]
    [InlineData("a stamp", "/Type /Annot /Subtype /Stamp /FT /Sig")]
    [InlineData("a page", "/Type /Page /Subtype /Widget /FT /Sig")]
    [InlineData("a text field", "/Type /Annot /Subtype /Widget /FT /Tx")]
    [InlineData("a field without a type", "/Type /Annot /Subtype /Widget")]
    [InlineData("subtype elsewhere", "/Type /Annot /Subtype 22 0 R /FT /Sig")]
    public async Task New_field_is_one_for_a_signature(string row, string entries) =>
        (await JudgeAsync($"<< {entries} /T (Later) /Rect [0 0 0 0] >>")).ShouldBe(VerificationReason.PdfChangedAfterSigning, row);

    /// <summary>What is on a page and not in the form is not judged, so it may not come.</summary>
    [Theory]
    [InlineData("in both lists", "6 0 R 21 0 R", "6 0 R 21 0 R", VerificationReason.None)]
    [InlineData("in the form", "6 0 R 21 0 R", "6 0 R", VerificationReason.None)]
    [InlineData("on the page", "6 0 R", "6 0 R 21 0 R", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("another on the page", "6 0 R 21 0 R", "6 0 R 22 0 R", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("twice in the form", "6 0 R 21 0 R 21 0 R", "6 0 R", VerificationReason.PdfMalformed)]
    [InlineData("in front", "21 0 R 6 0 R", "6 0 R", VerificationReason.PdfChangedAfterSigning)]
    public async Task New_field_on_a_page_is_one_of_the_form(string row, string fields, string annotations, VerificationReason expected)
    {
        string field = $"<< {NewField} /Rect [0 0 0 0] >>";
        byte[] update = new PdfBuilder(_signed)
            .Add(1, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{fields}] /SigFlags 3 >> >>")
            .Add(3, $"<< {Media} /Contents 4 0 R /Resources << >> /Annots [{annotations}] >>")
            .Add(21, field)
            .Add(22, field)
            .Finish(23, previous: PdfBuilder.LastStart(_signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(expected, row);
    }

    [Theory]
    [InlineData("kept", "/Root 1 0 R /Info 7 0 R", VerificationReason.None)]
    [InlineData("dropped", "/Root 1 0 R", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("another object", "/Root 1 0 R /Info 4 0 R", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("another catalog", "/Root 20 0 R /Info 7 0 R", VerificationReason.PdfChangedAfterSigning)]
    public async Task Document_information_and_catalog_stay(string row, string trailer, VerificationReason expected)
    {
        byte[] signed = _desk.Sign(PdfBuilder.Page.Add(7, "<< /Title (A) >>").Finish(8, "/Root 1 0 R /Info 7 0 R"));
        byte[] update = new PdfBuilder(signed).Add(20, "<< /Type /Catalog /Pages 2 0 R >>").Finish(21, trailer, PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(expected, row);
    }

    /// <summary>One list is that of the fields and that of the pages: a new field would be a blank page.</summary>
    [Fact]
    public async Task List_of_fields_that_is_the_list_of_pages_is_no_door()
    {
        byte[] signed = HandSigner.Fill(
            HandSigner.Page(HandSigner.Plain).Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields 10 0 R /SigFlags 3 >> >>").Add(2, "<< /Type /Pages /Kids 10 0 R /Count 1 >>").Add(10, "[3 0 R 6 0 R]").Finish(11),
            _desk.Detached);
        (await _desk.OpenReasonAsync(signed)).ShouldBe(VerificationReason.None);
        byte[] update = new PdfBuilder(signed).Add(10, "[3 0 R 6 0 R 20 0 R]").Add(20, $"<< {NewField} /Rect [0 0 0 0] >>").Finish(21, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(VerificationReason.PdfChangedAfterSigning);
    }

    /// <summary>A list may grow where it is a list of fields or annotations, and only when it is nothing else.</summary>
    [Theory]
    [InlineData("its own list", "/Contents 4 0 R /Annots 10 0 R", "/Fields 11 0 R", VerificationReason.None)]
    [InlineData("annotations are the drawing", "/Contents 10 0 R /Annots 10 0 R", "/Fields 11 0 R", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("fields are the drawing", "/Contents 11 0 R /Annots 10 0 R", "/Fields 11 0 R", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("fields are something unknown", "/Contents 4 0 R /Annots 10 0 R /PieceInfo << /X 11 0 R >>", "/Fields 11 0 R", VerificationReason.PdfChangedAfterSigning)]
    public async Task List_that_is_used_twice_may_not_grow(string row, string page, string form, VerificationReason expected)
    {
        byte[] signed = HandSigner.Fill(
            HandSigner.Page(HandSigner.Plain).Add(1, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << {form} /SigFlags 3 >> >>").Add(3, $"<< {Media} {page} >>").Add(10, "[6 0 R]").Add(11, "[6 0 R]").Finish(12),
            _desk.Detached);
        (await _desk.OpenReasonAsync(signed)).ShouldBe(VerificationReason.None);
        byte[] update = new PdfBuilder(signed).Add(10, "[6 0 R 20 0 R]").Add(11, "[6 0 R 20 0 R]").Add(20, $"<< {NewField} /Rect [0 0 0 0] >>").Finish(21, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(expected, row);
    }

    /// <summary>The list is written anew at its place, and the old object, which draws the other page, changes.</summary>
    [Theory]
    [InlineData("annotations", "/Annots [4 0 R]", 10, "[64 0 R]")]
    [InlineData("annotations, removed", "/Annots [4 0 R]", 10, "null")]
    public async Task Replaced_list_that_draws_another_page_is_no_door(string row, string page, int number, string text)
    {
        byte[] signed = _desk.Sign(PdfBuilder.Page
            .Add(2, "<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>")
            .Add(9, $"<< {Media} /Contents 10 0 R /Annots 10 0 R >>")
            .Add(10, "[4 0 R]")
            .Finish(11));
        byte[] update = new PdfBuilder(signed).Add(9, $"<< {Media} /Contents 10 0 R {page} >>").Add(number, text).Add(64, Drawing).Finish(65, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(VerificationReason.PdfChangedAfterSigning, row);
    }

    [Theory]
    [InlineData("a new object", "/DSS 20 0 R", "<< /Type /DSS /Certs [21 0 R] >>", VerificationReason.None)]
    [InlineData("direct", "/DSS << /Certs [21 0 R] /VRI << /A << /Cert [21 0 R] >> >> >>", "null", VerificationReason.None)]
    [InlineData("a stream", "/DSS 20 0 R", "<< /Type /DSS >>\nstream\n0 g\nendstream", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("an old object", "/DSS 4 0 R", "null", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("a list", "/DSS [21 0 R]", "null", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("missing", "/DSS 99 0 R", "null", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("a key that is not its own", "/DSS << /Subtype /Form >>", "null", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("extensions", "/Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 5 >> >>", "null", VerificationReason.None)]
    [InlineData("extensions in a new object", "/Extensions 20 0 R", "<< /ADBE << /BaseVersion /1.7 /ExtensionLevel 8 >> >>", VerificationReason.None)]
    [InlineData("extensions with another key", "/Extensions << /GTS_X << >> >>", "null", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("extensions as a stream", "/Extensions 20 0 R", "<< /Type /X >>\nstream\n0 g\nendstream", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("version", "/Version /2.0", "null", VerificationReason.PdfChangedAfterSigning)]
    public async Task Validation_data_is_a_dictionary_of_its_own_keys(string row, string entry, string text, VerificationReason expected)
    {
        byte[] update = new PdfBuilder(_signed).Add(1, $"<< {Catalog} {entry} >>").Add(20, text).Add(21, Drawing).Finish(22, previous: PdfBuilder.LastStart(_signed));
        PdfVerificationResult result = await _desk.Open.VerifyAsync(update);
        result.Reason.ShouldBe(expected, row);
        result.Signatures[0].FollowedBy.ShouldBe([expected == VerificationReason.None ? PdfUpdateKind.ValidationData : PdfUpdateKind.Change]);
    }

    [Theory]
    [InlineData("moved into a new object", "<< /Fields [6 0 R] /SigFlags 3 >>", VerificationReason.None)]
    [InlineData("a stream", "<< /Fields [6 0 R] /SigFlags 3 >>\nstream\n0 g\nendstream", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("flags of no meaning", "<< /Fields [6 0 R] /SigFlags 7 >>", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("appearances to be drawn", "<< /Fields [6 0 R] /SigFlags 3 /NeedAppearances true >>", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("resources", "<< /Fields [6 0 R] /SigFlags 3 /DR << >> >>", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("a field that was there", "<< /Fields [6 0 R 3 0 R] /SigFlags 3 >>", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("nothing", "null", VerificationReason.PdfChangedAfterSigning)]
    public async Task Form_gets_nothing_but_fields(string row, string text, VerificationReason expected)
    {
        byte[] update = new PdfBuilder(_signed).Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 20 0 R >>").Add(20, text).Finish(21, previous: PdfBuilder.LastStart(_signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(expected, row);
    }

    [Theory]
    [InlineData("freed", 4)]
    [InlineData("freed, the page", 3)]
    [InlineData("freed, the signature", 5)]
    public async Task Object_that_is_freed_is_a_change(string row, int number) =>
        (await _desk.OpenReasonAsync(new PdfBuilder(_signed).Free(number).Finish(7, previous: PdfBuilder.LastStart(_signed)))).ShouldBe(VerificationReason.PdfChangedAfterSigning, row);

    /// <summary>What is wrong in a revision that is a change anyway is not laid to the next one.</summary>
    [Fact]
    public async Task Flaw_of_one_revision_is_not_that_of_the_next()
    {
        byte[] broken = new PdfBuilder(_signed).Add(4, "<< /Length").Finish(7, previous: PdfBuilder.LastStart(_signed));
        byte[] mended = new PdfBuilder(broken).Add(4, "<< /Length 21 >>\nstream\n10 10 m 190 190 l S  \nendstream").Finish(7, previous: PdfBuilder.LastStart(broken));
        byte[] last = new PdfBuilder(mended).Add(20, "null").Finish(21, previous: PdfBuilder.LastStart(mended));
        PdfVerificationResult result = await _desk.Open.VerifyAsync(last);
        result.Signatures[0].FollowedBy.ShouldBe([PdfUpdateKind.Change, PdfUpdateKind.Change, PdfUpdateKind.ValidationData]);
        result.Reason.ShouldBe(VerificationReason.PdfChangedAfterSigning);
    }

    private async Task<VerificationReason> JudgeAsync(string field)
    {
        byte[] update = new PdfBuilder(_signed)
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 21 0 R] /SigFlags 3 >> >>")
            .Add(3, $"<< {Media} /Contents 4 0 R /Resources << >> /Annots [6 0 R 21 0 R] >>")
            .Add(21, field)
            .Add(22, "<< /Type /XObject /Subtype /Form /BBox [0 0 0 0] /Length 0 >>\nstream\n\nendstream")
            .Add(23, "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 4 >>\nstream\n0 g \nendstream")
            .Finish(24, previous: PdfBuilder.LastStart(_signed));
        return await _desk.OpenReasonAsync(update);
    }
}
