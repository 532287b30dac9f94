using MyNumber.JpkiFuzz.Pdf;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>Which fields are signatures, and by what name.</summary>
public sealed class FieldTests : IDisposable
{
    private const string Broken = "<< /Type /Sig /Filter /A /SubFilter /adbe.pkcs7.detached /ByteRange [0 9 9 9] /Contents <3000> >>";

    private readonly PdfDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    /// <summary>/V is inheritable (ISO 32000-1 table 220), so a signature above its field is one that a reader shows.</summary>
    [Theory]
    [InlineData("above the field", "/T (b) /V 9 0 R", "/FT /Sig", "/FT /Tx /T (c)")]
    [InlineData("above the field, which has a name", "/T (b) /V 9 0 R", "/FT /Sig /T (c)", "/FT /Tx /T (d)")]
    [InlineData("above the field, whose own value is null", "/T (b) /V 9 0 R", "/FT /Sig /V null", "/FT /Tx /T (c)")]
    [InlineData("type and value above", "/FT /Sig /T (b) /V 9 0 R", "/Subtype /Widget", "/Subtype /Widget")]
    [InlineData("two above", "/V 9 0 R", "/T (b) /Kids [12 0 R]", "/FT /Tx /T (c)")]
    public async Task Signature_above_its_field_is_judged(string row, string parent, string child, string other)
    {
        PdfVerificationResult result = await _desk.Strict.VerifyAsync(SignBelow(parent, child, other));
        result.Signatures.Count.ShouldBe(2, row);
        result.Signatures[0].Reason.ShouldBe(VerificationReason.PdfByteRangeNotAccepted, row);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid, row);
    }

    [Theory]
    [InlineData("one signature above two fields", "/T (b) /V 9 0 R", "/FT /Sig /T (c)", "/FT /Sig /T (d)", VerificationReason.PdfSignatureFieldRepeated)]
    [InlineData("no signature above", "/T (b)", "/FT /Sig /T (c)", "/FT /Tx /T (d)", VerificationReason.None)]
    [InlineData("a text above", "/T (b) /V (text)", "/FT /Tx /T (c)", "/FT /Tx /T (d)", VerificationReason.None)]
    [InlineData("a text above a signature", "/T (b) /V (text)", "/FT /Sig /T (c)", "/FT /Tx /T (d)", VerificationReason.PdfSignatureMalformed)]
    public async Task Value_above_fields_is_that_of_each(string row, string parent, string child, string other, VerificationReason expected) =>
        (await _desk.ReasonAsync(SignBelow(parent, child, other))).ShouldBe(expected, row);

    /// <summary>Two fields of one name are one to a reader, which shows either.</summary>
    [Theory]
    [InlineData("another name", "(Later)", VerificationReason.None)]
    [InlineData("the name of a text field", "(amount)", VerificationReason.PdfSignatureFieldRepeated)]
    [InlineData("in UTF-16", "<FEFF0061006D006F0075006E0074>", VerificationReason.PdfSignatureFieldRepeated)]
    [InlineData("the name of a text field's parent", "(form)", VerificationReason.PdfSignatureFieldRepeated)]
    [InlineData("the whole name of a text field below another", "(form.part)", VerificationReason.PdfSignatureFieldRepeated)]
    [InlineData("the name of a signature field", "(Signature1)", VerificationReason.PdfSignatureFieldRepeated)]
    public async Task New_field_has_a_name_that_no_field_has(string row, string name, VerificationReason expected)
    {
        byte[] signed = _desk.Sign(PdfBuilder.Page
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [7 0 R 8 0 R] >> >>")
            .Add(7, "<< /FT /Tx /T (amount) >>")
            .Add(8, "<< /FT /Tx /T (form) /Kids [9 0 R] >>")
            .Add(9, "<< /T (part) >>")
            .Finish(10));
        byte[] update = new PdfBuilder(signed)
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [7 0 R 8 0 R 11 0 R 21 0 R] /SigFlags 3 >> >>")
            .Add(21, $"<< /FT /Sig /T {name} /Rect [0 0 0 0] >>")
            .Finish(22, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(expected, row);
    }

    /// <summary>Widgets of one field have its name and are no fields; other fields' names are not judged.</summary>
    [Theory]
    [InlineData("two widgets of one text field", "/FT /Tx /T (b)", "/Subtype /Widget", "/Subtype /Widget")]
    [InlineData("two text fields with one name", "/T (b)", "/FT /Tx /T (c)", "/FT /Tx /T (c)")]
    public async Task Names_of_other_fields_may_be_repeated(string row, string parent, string child, string other) =>
        (await _desk.ReasonAsync(SignBelow(parent, child, other))).ShouldBe(VerificationReason.None, row);

    private byte[] SignBelow(string parent, string child, string other) => _desk.Sign(PdfBuilder.Page
        .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [7 0 R] >> >>")
        .Add(7, $"<< {parent} /Kids [8 0 R 10 0 R] >>")
        .Add(8, $"<< {child} /Parent 7 0 R >>")
        .Add(9, Broken)
        .Add(10, $"<< {other} /Parent 7 0 R >>")
        .Add(12, "<< /FT /Sig >>")
        .Finish(13));
}
