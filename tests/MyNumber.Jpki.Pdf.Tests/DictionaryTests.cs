using MyNumber.JpkiFuzz.Pdf;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>Signature dictionaries as other programs write them, and as none should.</summary>
public sealed class DictionaryTests : IDisposable
{
    private const string Last = "/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /V /1.2 /P 1 >> >>]";

    private readonly PdfDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("as most write it", "/Type /Sig /SubFilter /adbe.pkcs7.detached", VerificationReason.None)]
    [InlineData("of PAdES", "/Type /Sig /SubFilter /ETSI.CAdES.detached", VerificationReason.None)]
    [InlineData("type left out", "/SubFilter /adbe.pkcs7.detached", VerificationReason.None)]
    [InlineData("a timestamp that says it is a signature", "/Type /Sig /SubFilter /ETSI.RFC3161", VerificationReason.PdfSignatureMalformed)]
    [InlineData("a timestamp that does not say what it is", "/SubFilter /ETSI.RFC3161", VerificationReason.PdfSignatureMalformed)]
    [InlineData("a signature that says it is a timestamp", "/Type /DocTimeStamp /SubFilter /adbe.pkcs7.detached", VerificationReason.PdfSignatureMalformed)]
    [InlineData("a CAdES signature that says it is a timestamp", "/Type /DocTimeStamp /SubFilter /ETSI.CAdES.detached", VerificationReason.PdfSignatureMalformed)]
    [InlineData("type elsewhere", "/Type 7 0 R /SubFilter /adbe.pkcs7.detached", VerificationReason.PdfSignatureMalformed)]
    [InlineData("kind elsewhere", "/Type /Sig /SubFilter 7 0 R", VerificationReason.PdfSignatureMalformed)]
    [InlineData("a document timestamp alone", "/Type /DocTimeStamp /SubFilter /ETSI.RFC3161", VerificationReason.PdfSignatureNotFound)]
    [InlineData("what may follow is no list", "/Type /Sig /SubFilter /adbe.pkcs7.detached /Reference 1", VerificationReason.PdfSignatureMalformed)]
    [InlineData("what may follow is missing", "/Type /Sig /SubFilter /adbe.pkcs7.detached /Reference 90 0 R", VerificationReason.PdfSignatureMalformed)]
    [InlineData("fields are locked", "/Type /Sig /SubFilter /adbe.pkcs7.detached /Reference [<< /TransformMethod /FieldMDP >>]", VerificationReason.None)]
    public async Task Dictionary_is_judged_by_type_and_kind(string row, string entries, VerificationReason expected) =>
        (await _desk.ReasonAsync(Sign(entries))).ShouldBe(expected, row);

    /// <summary>One that is judged must not hide behind a timestamp that is not.</summary>
    [Fact]
    public async Task Refused_signature_that_says_it_is_a_timestamp_is_not_passed_over()
    {
        byte[] signed = _desk.Sign();
        byte[] both = Continue(signed, "/Type /DocTimeStamp /Filter /A /SubFilter /adbe.pkcs7.detached " + HandSigner.Hole, _ => [0x30, 0x00]);
        PdfVerificationResult result = await _desk.Open.VerifyAsync(both);
        result.Outcome.ShouldBe(VerificationOutcome.Invalid);
        result.Signatures.Select(one => one.Reason).ShouldBe([VerificationReason.None, VerificationReason.PdfSignatureMalformed]);
    }

    [Fact]
    public async Task Document_timestamps_are_counted_and_not_judged()
    {
        byte[] stamp = Continue(_desk.Sign(), "/Type /DocTimeStamp /Filter /A /SubFilter /ETSI.RFC3161 " + HandSigner.Hole, _ => [0x30, 0x00]);
        PdfVerificationResult result = await _desk.Open.VerifyAsync(stamp);
        result.Reason.ShouldBe(VerificationReason.None);
        result.DocumentTimestamps.ShouldBe(1);
        result.Signatures.ShouldHaveSingleItem().FollowedBy.ShouldBe([PdfUpdateKind.Signature]);
        result.Revisions.ShouldBe(3);
        (await _desk.ReasonAsync(stamp)).ShouldBe(VerificationReason.PdfUpdatedAfterSigning);
    }

    [Theory]
    [InlineData("nothing may follow", "/P 1", VerificationReason.PdfChangedAfterSigning)]
    [InlineData("fields may be filled in", "/P 2", VerificationReason.None)]
    [InlineData("annotations may come", "/P 3", VerificationReason.None)]
    [InlineData("not said, which is 2", "/Q 1", VerificationReason.None)]
    public async Task Certification_says_whether_another_signature_may_follow(string row, string level, VerificationReason expected)
    {
        string entries = "/Type /Sig /SubFilter /adbe.pkcs7.detached " + Last.Replace("/P 1", level, StringComparison.Ordinal);
        byte[] signed = Sign(entries);
        (await _desk.ReasonAsync(signed)).ShouldBe(VerificationReason.None, row);
        byte[] twice = Continue(signed, HandSigner.Plain, _desk.Detached);
        PdfVerificationResult result = await _desk.Open.VerifyAsync(twice);
        result.Signatures.Select(one => one.Reason).ShouldBe([expected, VerificationReason.None], row);
    }

    [Theory]
    [InlineData("direct", "<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>")]
    [InlineData("elsewhere", "7 0 R")]
    public async Task Certification_that_lets_nothing_follow_is_not_signed_over_but_gets_validation_data(string row, string reference)
    {
        PdfBuilder page = HandSigner.Page($"/Filter /A /SubFilter /adbe.pkcs7.detached /Reference [{reference}] {HandSigner.Hole}").Add(7, "<< /TransformMethod /DocMDP /TransformParams << /P 1 >> >>");
        byte[] signed = HandSigner.Fill(page.Finish(8), _desk.Detached);
        Should.Throw<ArgumentException>(() => _desk.Sign(signed), row);
        byte[] update = new PdfBuilder(signed)
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >> /DSS << /Type /DSS >> >>")
            .Finish(8, previous: PdfBuilder.LastStart(signed));
        (await _desk.OpenReasonAsync(update)).ShouldBe(VerificationReason.None, row);
    }

    [Fact]
    public async Task Signature_directly_in_its_field_is_refused()
    {
        PdfBuilder page = HandSigner.Page("/Unused true").Add(6, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Hand) /V << {HandSigner.Plain} >> /Rect [0 0 0 0] >>");
        (await _desk.ReasonAsync(HandSigner.Fill(page.Finish(7), _desk.Detached))).ShouldBe(VerificationReason.PdfSignatureMalformed);
    }

    /// <summary>An object of another generation than its row says is none (ISO 32000-1 §7.3.10).</summary>
    [Theory]
    [InlineData("as it is", "6 0 R", "5 0 R", VerificationReason.None)]
    [InlineData("field of another generation", "6 1 R", "5 0 R", VerificationReason.PdfMalformed)]
    [InlineData("signature of another generation", "6 0 R", "5 1 R", VerificationReason.PdfSignatureMalformed)]
    public async Task Reference_of_another_generation_leads_nowhere(string row, string field, string value, VerificationReason expected)
    {
        PdfBuilder page = HandSigner.Page(HandSigner.Plain)
            .Add(1, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{field}] /SigFlags 3 >> >>")
            .Add(6, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Hand) /V {value} /F 132 /P 3 0 R /Rect [0 0 0 0] >>");
        (await _desk.ReasonAsync(HandSigner.Fill(page.Finish(7), _desk.Detached))).ShouldBe(expected, row);
    }

    /// <summary>The number of a freed object is used again with the next generation.</summary>
    [Fact]
    public async Task Objects_of_later_generations_are_read_and_kept()
    {
        byte[] pdf = PdfBuilder.Page
            .Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 3 R /Resources << >> >>")
            .Add(4, "<< /Length 3 >>\nstream\nq Q\nendstream", generation: 3)
            .Finish(5);
        byte[] twice = _desk.Sign(_desk.Sign(pdf));
        (await _desk.OpenReasonAsync(twice)).ShouldBe(VerificationReason.None);
        byte[] changed = new PdfBuilder(twice).Add(4, "<< /Length 3 >>\nstream\nq 1\nendstream", generation: 3).Finish(PdfBuilder.LastSize(twice), previous: PdfBuilder.LastStart(twice));
        (await _desk.OpenReasonAsync(changed)).ShouldBe(VerificationReason.PdfChangedAfterSigning);
        byte[] newer = new PdfBuilder(twice).Add(4, "<< /Length 3 >>\nstream\nq Q\nendstream", generation: 4).Finish(PdfBuilder.LastSize(twice), previous: PdfBuilder.LastStart(twice));
        (await _desk.OpenReasonAsync(newer)).ShouldBe(VerificationReason.PdfChangedAfterSigning);
    }

    /// <summary>White space behind %%EOF is signed with the file and stays where it is when another signs.</summary>
    [Theory]
    [InlineData("none", "")]
    [InlineData("lines", "\n\n\n")]
    [InlineData("a blank and a line", " \n")]
    [InlineData("many blanks", "\r\n \t \r\n\0\f ")]
    public async Task Signature_over_trailing_white_space_holds_on(string row, string trailing)
    {
        byte[] signed = HandSigner.Fill([.. HandSigner.Page(HandSigner.Plain).Finish(7), .. System.Text.Encoding.ASCII.GetBytes(trailing)], _desk.Detached);
        (await _desk.ReasonAsync(signed)).ShouldBe(VerificationReason.None, row);
        PdfVerificationResult result = await _desk.Open.VerifyAsync(_desk.Sign(signed));
        result.Signatures.Select(one => one.Reason).ShouldBe([VerificationReason.None, VerificationReason.None], row);
        result.Signatures[0].SignedRevision!.Value.Length.ShouldBe(signed.Length);
    }

    private static byte[] Continue(byte[] signed, string entries, Func<byte[], byte[]> sign)
    {
        byte[] update = new PdfBuilder(signed)
            .Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 21 0 R] /SigFlags 3 >> >>")
            .Add(20, $"<< {entries} >>")
            .Add(21, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Later) /V 20 0 R /F 132 /P 3 0 R /Rect [0 0 0 0] >>")
            .Finish(22, previous: PdfBuilder.LastStart(signed));
        return HandSigner.Fill(update, sign);
    }

    private byte[] Sign(string entries) => HandSigner.Fill(HandSigner.Page($"/Filter /Adobe.PPKLite {entries} {HandSigner.Hole}").Add(7, "/Sig").Finish(8), _desk.Detached);
}
