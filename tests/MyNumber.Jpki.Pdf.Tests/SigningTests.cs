using System.Security.Cryptography;
using MyNumber.Jpki.Pdf.Signing;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Tests.Signatures.Cms;
using MyNumber.JpkiFuzz.Pdf;

namespace MyNumber.Jpki.Pdf.Tests;

public sealed class SigningTests : IDisposable
{
    private readonly PdfDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Options_show_no_text_of_theirs()
    {
        PdfSigningOptions options = new() { Name = "Mihon", Reason = "Kouza", Location = "Tokyo", FieldName = "Shomei", Page = 2, ReservedLength = 5 };
        options.ToString().ShouldBe("PdfSigningOptions(page 2, invisible, 5)");
        (options with { Rectangle = new PdfRectangle(0, 0, 9, 9) }).ToString().ShouldBe("PdfSigningOptions(page 2, visible, 5)");
    }

    /// <summary>Numbers that an older table has are used, and a file whose newest /Size denies them is not signed.</summary>
    [Fact]
    public async Task New_objects_take_no_number_that_is_used()
    {
        byte[] older = PdfBuilder.Page.Add(90, "(kept)").Finish(91);
        PdfBuilder update = new PdfBuilder(older).Add(4, "<< /Length 3 >>\nstream\nq Q\nendstream");
        byte[] newer = update.Finish(91, previous: PdfBuilder.LastStart(older));
        byte[] signed = _desk.Sign(newer);
        PdfDesk.Text(signed[newer.Length..]).ShouldStartWith("91 0 obj");
        PdfDesk.Text(signed[newer.Length..]).ShouldNotContain("\n5 0 obj");
        (await _desk.ReasonAsync(signed)).ShouldBe(VerificationReason.None);
        byte[] falling = new PdfBuilder(older).Add(4, "null").Finish(90, previous: PdfBuilder.LastStart(older));
        Should.Throw<ArgumentException>(() => _desk.Sign(falling));
    }

    [Theory]
    [InlineData("a text field", "<< /FT /Tx /T (Signature1) >>", "Signature2")]
    [InlineData("its parent", "<< /FT /Tx /T (Signature1) /Kids [11 0 R] >>", "Signature2")]
    [InlineData("in UTF-16", "<< /FT /Tx /T <FEFF005300690067006E006100740075007200650031> >>", "Signature2")]
    [InlineData("escaped", "<< /FT /Tx /T (Sign\\141ture1) >>", "Signature2")]
    [InlineData("elsewhere in the file", "<< /FT /Tx /T 12 0 R >>", "Signature2")]
    [InlineData("another name", "<< /FT /Tx /T (Signature2) >>", "Signature1")]
    public async Task Field_gets_a_name_that_no_field_has(string row, string field, string expected)
    {
        byte[] pdf = PdfBuilder.Page.Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [10 0 R] >> >>").Add(10, field).Add(11, "<< /T (part) >>").Add(12, "(Signature1)").Finish(13);
        PdfVerificationResult result = await _desk.Strict.VerifyAsync(_desk.Sign(pdf));
        result.Reason.ShouldBe(VerificationReason.None, row);
        result.Signatures[0].FieldName.ShouldBe(expected, row);
        Should.Throw<ArgumentException>(() => _desk.Sign(pdf, new PdfSigningOptions { FieldName = expected == "Signature2" ? "Signature1" : "Signature2" }), row);
    }

    [Theory]
    [InlineData("as wide as numbers go", int.MinValue, 0, int.MaxValue, 9)]
    [InlineData("as high as numbers go", 0, int.MinValue, 9, int.MaxValue)]
    [InlineData("wider than a page can be", 0, 0, 14_401, 9)]
    [InlineData("higher than a page can be", 0, -1, 9, 14_400)]
    [InlineData("no width", 5, 0, 5, 9)]
    [InlineData("upside down", 0, 9, 9, 0)]
    public void Rectangle_out_of_range_is_refused(string row, int left, int bottom, int right, int top) =>
        Should.Throw<ArgumentException>(() => _desk.Sign(options: new PdfSigningOptions { Rectangle = new PdfRectangle(left, bottom, right, top) }), row);

    [Fact]
    public void Message_that_is_nothing_and_names_too_long_are_refused()
    {
        Should.Throw<ArgumentException>(() => _desk.Sign(options: new PdfSigningOptions { Message = null! }));
        Should.Throw<ArgumentException>(() => _desk.Sign(options: new PdfSigningOptions { FieldName = new string('x', PdfLimits.FieldNameLength + 1) }));
        Should.Throw<ArgumentException>(() => _desk.Sign(options: new PdfSigningOptions { FieldName = string.Empty }));
    }

    [Theory]
    [InlineData("P-256", 256, "SHA256")]
    [InlineData("P-384", 384, "SHA384")]
    public async Task Card_of_the_next_generation_signs_and_is_verified(string row, int size, string hash)
    {
        using EcdsaDesk next = new(size);
        byte[] signed = new PdfDocumentSigner(_desk.Clock).Sign(next.Credential, PdfBuilder.Packed, new PdfSigningOptions { Message = new CmsSigningOptions { Hash = new HashAlgorithmName(hash) } });
        PdfDocumentVerifier verifier = new(next.Validator);
        (await verifier.VerifyAsync(signed)).Reason.ShouldBe(VerificationReason.None, row);
        (await verifier.VerifyAsync(PdfDesk.Swap(signed, "190 190 l", "190 180 l"))).Reason.ShouldBe(VerificationReason.ContentDigestMismatch, row);
        (await _desk.ReasonAsync(signed)).ShouldNotBe(VerificationReason.None, row);
    }
}
