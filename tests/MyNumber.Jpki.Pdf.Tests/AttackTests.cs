using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MyNumber.JpkiFuzz.Pdf;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>The attacks on PDF signatures that are known, each refused for its own reason. The verifier is the lenient one where updates matter.</summary>
public sealed partial class AttackTests : IDisposable
{
    private readonly PdfDesk _desk = new();
    private readonly byte[] _signed;

    public AttackTests() => _signed = _desk.Sign();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("text of the page", "10 10 m 190 190 l S", "10 10 m 190 180 l S")]
    [InlineData("size of the page", "[0 0 200 200]", "[0 0 200 100]")]
    [InlineData("the header's comment", "%\u00E2\u00E3", "%\u00E2\u00E4")]
    [InlineData("time in the dictionary", "/M (D:2026", "/M (D:2025")]
    public async Task Changed_byte_is_found(string row, string old, string now) =>
        (await _desk.ReasonAsync(PdfDesk.Swap(_signed, old, now))).ShouldBe(VerificationReason.ContentDigestMismatch, row);

    [Theory]
    [InlineData("hole begins earlier", 0, -1, 0, 0)]
    [InlineData("hole ends later", 0, 0, 1, -1)]
    [InlineData("hole is empty", 0, 0, -9, 9)]
    [InlineData("first range not from the start", 1, -1, 0, 0)]
    [InlineData("brackets left in", 0, 1, -1, 1)]
    [InlineData("beyond the end", 0, 0, 0, 1)]
    [InlineData("second range empty", 0, 0, 0, int.MinValue)]
    public async Task Range_that_does_not_leave_out_exactly_the_contents_is_refused(string row, int first, int length, int second, int rest)
    {
        long[] ranges = Ranges(_signed);
        ranges = [ranges[0] + first, ranges[1] + length, ranges[2] + second, rest == int.MinValue ? 0 : ranges[3] + rest];
        (await _desk.ReasonAsync(WithRanges(_signed, $"[{string.Join(' ', ranges)}]"))).ShouldBe(VerificationReason.PdfByteRangeNotAccepted, row);
    }

    [Theory]
    [InlineData("missing", "/ByteRangX [0 ")]
    [InlineData("null", "/ByteRange null %")]
    [InlineData("a number", "/ByteRange 0 %")]
    [InlineData("empty", "/ByteRange [] %")]
    [InlineData("one range", "/ByteRange [0 9] %")]
    [InlineData("three ranges", "/ByteRange [0 1 2 3 4 5] %")]
    [InlineData("zeros", "/ByteRange [0 0 0 0] %")]
    [InlineData("negative", "/ByteRange [0 -1 1 9] %")]
    [InlineData("too large for a word", "/ByteRange [0 9999999999 1 9] %")]
    [InlineData("a reference", "/ByteRange 4 0 R %")]
    [InlineData("reals", "/ByteRange [0 1. 2. 3.] %")]
    public async Task Range_of_another_shape_is_refused(string row, string now)
    {
        string text = PdfDesk.Text(_signed);
        Match old = RangeText().Match(text);
        string value = now == "/ByteRangX [0 " ? old.Value.Replace("ByteRange", "ByteRangX", StringComparison.Ordinal) : now.PadRight(old.Length - 1) + "\n";
        VerificationReason reason = await _desk.ReasonAsync(Encoding.Latin1.GetBytes(text.Replace(old.Value, value, StringComparison.Ordinal)));
        reason.ShouldBe(VerificationReason.PdfByteRangeNotAccepted, row);
    }

    [Theory]
    [InlineData("no digit", "/Contents <30", "/Contents <3z", VerificationReason.PdfMalformed)]
    [InlineData("white space between", "/Contents <30", "/Contents < 3", VerificationReason.PdfSignatureMalformed)]
    [InlineData("not CMS", "/Contents <30", "/Contents <31", VerificationReason.DocumentMalformed)]
    [InlineData("another kind", "/adbe.pkcs7.detached", "/adbe.x509.rsa_sha1 ", VerificationReason.PdfSubFilterNotAccepted)]
    [InlineData("another kind yet", "/adbe.pkcs7.detached", "/adbe.pkcs7.sha1    ", VerificationReason.PdfSubFilterNotAccepted)]
    [InlineData("no kind", "/SubFilter", "/SubFiltre", VerificationReason.PdfSignatureMalformed)]
    [InlineData("no handler", "/Filter /Adobe.PPKLite", "/Filtre /Adobe.PPKLite", VerificationReason.PdfSignatureMalformed)]
    [InlineData("no signature at all", "/V ", "/W ", VerificationReason.PdfSignatureNotFound)]
    [InlineData("of another type", "/Type /Sig ", "/Type /Sog ", VerificationReason.PdfSignatureMalformed)]
    public async Task Dictionary_of_another_shape_is_refused(string row, string old, string now, VerificationReason expected) =>
        (await _desk.ReasonAsync(PdfDesk.Swap(_signed, old, now))).ShouldBe(expected, row);

    [Fact]
    public async Task Padding_behind_the_message_must_be_zero()
    {
        byte[] changed = PdfDesk.Swap(_signed, "00> /M", "01> /M");
        (await _desk.ReasonAsync(changed)).ShouldBe(VerificationReason.PdfPaddingNotZero);
    }

    [Fact]
    public async Task Contents_in_an_object_of_its_own_is_refused()
    {
        byte[] update = new PdfBuilder(_signed)
            .Add(7, $"<{new string('0', 64)}>")
            .Add(5, $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 {_signed.Length}] /Contents 7 0 R >>")
            .Finish(8, previous: PdfBuilder.LastStart(_signed));
        PdfVerificationResult result = await _desk.Open.VerifyAsync(update);
        result.Signatures.Select(one => one.Reason).ShouldBe([VerificationReason.PdfChangedAfterSigning, VerificationReason.PdfSignatureMalformed]);
    }

    /// <summary>Incremental saving attack: a later revision draws another page.</summary>
    [Theory]
    [InlineData("other drawing", 4, "<< /Length 4 >>\nstream\n0 g \nendstream")]
    [InlineData("other page", 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << >> /Annots [6 0 R] >>")]
    [InlineData("other pages", 2, "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>")]
    [InlineData("no annotation any more", 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>")]
    [InlineData("action on opening", 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> /OpenAction << /S /JavaScript /JS (1) >> >>")]
    [InlineData("other form", 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 /XFA (x) >> >>")]
    [InlineData("form without the field", 1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /SigFlags 3 >> >>")]
    [InlineData("field moved", 6, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V 5 0 R /F 132 /P 3 0 R /Rect [0 0 9 9] >>")]
    [InlineData("field renamed", 6, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Other) /V 5 0 R /F 132 /P 3 0 R /Rect [0 0 0 0] >>")]
    public async Task Changed_object_behind_the_signature_is_found(string row, int number, string text)
    {
        byte[] update = new PdfBuilder(_signed).Add(number, text).Finish(7, previous: PdfBuilder.LastStart(_signed));
        PdfVerificationResult result = await _desk.Open.VerifyAsync(update);
        result.Signatures.ShouldHaveSingleItem().Reason.ShouldBe(VerificationReason.PdfChangedAfterSigning, row);
        result.Signatures[0].FollowedBy.ShouldBe([PdfUpdateKind.Change]);
        result.Signatures[0].SignedRevision.ShouldBeNull();
    }

    /// <summary>Shadow attack: what the signed page refers to and lacks is brought later.</summary>
    [Fact]
    public async Task Object_that_was_prepared_for_is_a_change()
    {
        byte[] prepared = new PdfBuilder()
            .Add(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
            .Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents [4 0 R 90 0 R] /Resources << >> >>")
            .Add(4, "<< /Length 3 >>\nstream\nq Q\nendstream")
            .Finish(5);
        byte[] signed = _desk.Sign(prepared);
        (await _desk.OpenReasonAsync(signed)).ShouldBe(VerificationReason.None);
        byte[] update = new PdfBuilder(signed).Add(90, "<< /Length 4 >>\nstream\n0 g \nendstream").Finish(91, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(VerificationReason.PdfChangedAfterSigning);
    }

    /// <summary>Shadow attack over a place where updates are allowed: the page takes the catalog for its resources, and what is entered there draws.</summary>
    [Theory]
    [InlineData("drawing as validation data", "<< /Length 4 >>\nstream\n0 g \nendstream")]
    [InlineData("font as validation data", "<< /Type /Font /Subtype /Type3 /CharProcs << >> >>")]
    [InlineData("graphics state as validation data", "<< /CA 0 >>")]
    [InlineData("nothing as validation data", "null")]
    public async Task Catalog_as_a_resource_is_no_door(string row, string text)
    {
        byte[] prepared = PdfBuilder.Page.Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject 1 0 R /Font 1 0 R /ExtGState 1 0 R >> >>").Finish(5);
        byte[] signed = _desk.Sign(prepared);
        byte[] update = new PdfBuilder(signed)
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> /DSS 7 0 R >>")
            .Add(7, text)
            .Finish(8, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(VerificationReason.PdfChangedAfterSigning, row);
    }

    /// <summary>The form moves to a copy, and its old object, which the page takes for its resources, is free to draw.</summary>
    [Theory]
    [InlineData("old object as it was", "", VerificationReason.None)]
    [InlineData("old object that draws", "/XObject << /A 10 0 R >> ", VerificationReason.PdfChangedAfterSigning)]
    public async Task Object_that_was_replaced_at_its_place_may_not_change(string row, string added, VerificationReason expected)
    {
        byte[] prepared = PdfBuilder.Page
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R >>")
            .Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources 5 0 R >>")
            .Add(5, "<< /Fields [] >>")
            .Finish(6);
        byte[] signed = _desk.Sign(prepared);
        byte[] update = new PdfBuilder(signed)
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 9 0 R >>")
            .Add(5, $"<< {added}/Fields [7 0 R] /SigFlags 3 >>")
            .Add(9, "<< /Fields [7 0 R] /SigFlags 3 >>")
            .Finish(10, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(expected, row);
    }

    /// <summary>The same over an empty signature field, which may get its value.</summary>
    [Theory]
    [InlineData("drawing as the signature", "<< /Length 4 >>\nstream\n0 g \nendstream")]
    [InlineData("font as the signature", "<< /Type /Font /Subtype /Type3 /CharProcs << >> >>")]
    public async Task Empty_field_as_a_resource_is_no_door(string row, string text)
    {
        string empty = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (empty) /F 132 /P 3 0 R /Rect [0 0 0 0] >>";
        byte[] prepared = PdfBuilder.Page
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>")
            .Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject 5 0 R /Font 5 0 R >> /Annots [5 0 R] >>")
            .Add(5, empty)
            .Finish(6);
        byte[] signed = _desk.Sign(prepared);
        (await _desk.ReasonAsync(signed)).ShouldBe(VerificationReason.None);
        byte[] update = new PdfBuilder(signed).Add(5, empty.Replace("/F 132", "/F 132 /V 8 0 R", StringComparison.Ordinal)).Add(8, text).Finish(9, previous: PdfBuilder.LastStart(signed));
        PdfVerificationResult result = await _desk.Open.VerifyAsync(update);
        result.Signatures[0].Reason.ShouldBe(VerificationReason.PdfChangedAfterSigning, row);
    }

    [Fact]
    public async Task Unused_new_object_and_validation_data_are_no_change()
    {
        string form = "/AcroForm << /Fields [6 0 R] /SigFlags 3 >>";
        byte[] update = new PdfBuilder(_signed)
            .Add(1, $"<< /Type /Catalog /Pages 2 0 R {form} /DSS 7 0 R >>")
            .Add(7, "<< /Type /DSS /Certs [] >>")
            .Finish(8, previous: PdfBuilder.LastStart(_signed));
        PdfVerificationResult result = await _desk.Open.VerifyAsync(update);
        result.Reason.ShouldBe(VerificationReason.None);
        result.Signatures[0].FollowedBy.ShouldBe([PdfUpdateKind.ValidationData]);
        (await _desk.ReasonAsync(update)).ShouldBe(VerificationReason.PdfUpdatedAfterSigning);
    }

    /// <summary>Signature wrapping: the signed rest is moved behind, and the second range is bent to it.</summary>
    [Fact]
    public async Task Moved_second_range_is_refused()
    {
        long[] ranges = Ranges(_signed);
        byte[] rest = _signed[(int)ranges[2]..];
        byte[] update = new PdfBuilder(_signed).Add(4, "<< /Length 4 >>\nstream\n0 g \nendstream").Finish(7, previous: PdfBuilder.LastStart(_signed));
        byte[] wrapped = [.. WithRanges(update, $"[0 {ranges[1]} {update.Length} {rest.Length}]"), .. rest];
        (await _desk.OpenReasonAsync(wrapped)).ShouldNotBe(VerificationReason.None);
        byte[] inside = WithRanges(update, $"[0 {ranges[1]} {update.Length - rest.Length} {rest.Length}]");
        (await _desk.OpenReasonAsync(inside)).ShouldBe(VerificationReason.PdfByteRangeNotAccepted);
    }

    [Theory]
    [InlineData("a line", "\n")]
    [InlineData("a blank", " ")]
    public async Task Byte_behind_the_last_revision_is_not_covered(string row, string more) =>
        (await _desk.ReasonAsync([.. _signed, .. Encoding.ASCII.GetBytes(more)])).ShouldBe(VerificationReason.PdfRevisionNotCovered, row);

    [Theory]
    [InlineData("a comment", "%x\n")]
    [InlineData("a second end", "%%EOF\n")]
    [InlineData("an object", "9 0 obj\nnull\nendobj\n")]
    public async Task Text_behind_the_last_revision_is_refused(string row, string more) =>
        (await _desk.ReasonAsync([.. _signed, .. Encoding.ASCII.GetBytes(more)])).ShouldBe(VerificationReason.PdfMalformed, row);

    [Theory]
    [InlineData("two fields with one signature", "(Other)", 5)]
    [InlineData("two fields with one name", "(Signature1)", 9)]
    public async Task Repeated_field_is_refused(string row, string name, int value)
    {
        byte[] update = new PdfBuilder(_signed)
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 8 0 R] /SigFlags 3 >> >>")
            .Add(8, $"<< /FT /Sig /T {name} /V {value} 0 R /Rect [0 0 0 0] >>")
            .Add(9, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached >>")
            .Finish(10, previous: PdfBuilder.LastStart(_signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(VerificationReason.PdfSignatureFieldRepeated, row);
    }

    /// <summary>A signature that is copied into a later revision covers too little of it.</summary>
    [Fact]
    public async Task Field_that_takes_an_old_signature_over_covers_too_little()
    {
        byte[] update = new PdfBuilder(_signed)
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [8 0 R] /SigFlags 3 >> >>")
            .Add(8, "<< /FT /Sig /T (Other) /V 5 0 R /Rect [0 0 0 0] >>")
            .Finish(9, previous: PdfBuilder.LastStart(_signed));
        PdfVerificationResult result = await _desk.Open.VerifyAsync(update);
        result.Signatures.Select(one => one.Reason).ShouldBe([VerificationReason.PdfChangedAfterSigning, VerificationReason.PdfRevisionNotCovered]);
    }

    [Fact]
    public async Task Attached_content_is_not_taken_for_the_file()
    {
        byte[] cms = new Jpki.Signatures.Cms.CmsDocumentSigner(_desk.Clock).Sign(_desk.Signer, "other content"u8.ToArray());
        string text = PdfDesk.Text(_signed);
        int open = text.LastIndexOf("/Contents <", StringComparison.Ordinal) + 11, close = text.IndexOf('>', open);
        string hex = Convert.ToHexString(cms).PadRight(close - open, '0');
        byte[] changed = Encoding.Latin1.GetBytes(text[..open] + hex + text[close..]);
        (await _desk.ReasonAsync(changed)).ShouldBe(VerificationReason.DocumentMalformed);
    }

    [Fact]
    public async Task Signature_is_judged_without_the_last_revision_when_it_is_cut_off()
    {
        byte[] twice = _desk.Sign(_signed);
        (await _desk.ReasonAsync(twice[.._signed.Length])).ShouldBe(VerificationReason.None);
        (await _desk.ReasonAsync(twice[..^9])).ShouldBe(VerificationReason.PdfMalformed);
    }

    private static long[] Ranges(byte[] pdf) =>
        [.. RangeText().Match(PdfDesk.Text(pdf)).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => long.Parse(number, CultureInfo.InvariantCulture))];

    private static byte[] WithRanges(byte[] pdf, string ranges)
    {
        string text = PdfDesk.Text(pdf), old = RangeText().Match(text).Value;
        string now = ("/ByteRange " + ranges).PadRight(old.Length);
        now.Length.ShouldBe(old.Length);
        return Encoding.Latin1.GetBytes(text.Replace(old, now, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"/ByteRange \[([0-9 ]+)\] *")]
    private static partial Regex RangeText();
}
