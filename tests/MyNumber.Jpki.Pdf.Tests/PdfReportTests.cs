using System.Text.Json;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Tests.Signatures.Cms;
using MyNumber.Jpki.Tests.Signatures.Timestamps;
using MyNumber.JpkiFuzz.Pdf;

namespace MyNumber.Jpki.Pdf.Tests;

/// <summary>Steps of a signature: reading, profile, path, period, issuer's signature, signature, (timestamp,) status.</summary>
public sealed class PdfReportTests : IDisposable
{
    private const string Catalog = "/Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /SigFlags 3 >>";

    private readonly PdfDesk _desk = new();
    private readonly StampDesk _stamps = new();

    public void Dispose()
    {
        _stamps.Dispose();
        _desk.Dispose();
    }

    [Fact]
    public async Task Valid_file_holds_in_every_step()
    {
        VerificationReport report = await StrictAsync(_desk.Sign());
        report.Decision.ShouldBe(ReportDecision.GoOn);
        States(report).ShouldBe(["Passed", "Passed", "Passed", "Passed", "Passed", "Passed", "Passed"]);
        string text = report.ToText(ReportLanguage.Japanese);
        text.ShouldContain("\n版の数: 2\n");
        text.ShouldContain("\n  署名された版: 2\n  その後の追加: なし\n");
        text.ShouldNotContain("文書タイムスタンプ");
    }

    [Fact]
    public async Task File_that_cannot_be_read_has_no_part_and_no_revision()
    {
        VerificationReport report = await StrictAsync([1]);
        (report.Reason, report.Decision).ShouldBe((VerificationReason.PdfMalformed, ReportDecision.Refuse));
        Root(report).GetProperty("parts").GetArrayLength().ShouldBe(0);
        Root(report).GetProperty("pdf").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task File_that_was_changed_later_is_refused_before_the_certificate_is_looked_at()
    {
        byte[] signed = Hand();
        byte[] changed = new PdfBuilder(signed).Add(4, "<< /Length 4 >>\nstream\n0 g \nendstream").Finish(7, previous: PdfBuilder.LastStart(signed));
        VerificationReport report = await StrictAsync(changed);
        report.Reason.ShouldBe(VerificationReason.PdfChangedAfterSigning);
        States(report).ShouldBe(["Passed", "NotLookedAt", "NotLookedAt", "NotLookedAt", "NotLookedAt", "Failed", "NotReached"]);
        report.ToText(ReportLanguage.Japanese).ShouldContain("  署名された版: 1\n  その後の追加: 内容の変更\n");
        report.ToText(ReportLanguage.English).ShouldContain("    2: profile: not looked at\n");
    }

    [Fact]
    public async Task Changed_content_is_found_after_the_certificates_path()
    {
        VerificationReport report = await StrictAsync(PdfDesk.Swap(Hand(), "190 190 l", "190 180 l"));
        report.Reason.ShouldBe(VerificationReason.ContentDigestMismatch);
        States(report).ShouldBe(["Passed", "Passed", "Passed", "Passed", "Passed", "Failed", "NotReached"]);
    }

    [Fact]
    public async Task Message_that_is_none_ends_at_reading()
    {
        VerificationReport report = await StrictAsync(HandSigner.Fill(HandSigner.Page(HandSigner.Plain).Finish(7), _ => [0x30, 0x00]));
        report.Reason.ShouldBe(VerificationReason.DocumentMalformed);
        States(report).ShouldBe(["Failed", "NotReached", "NotReached", "NotReached", "NotReached", "NotReached", "NotReached"]);
    }

    [Fact]
    public async Task Refused_certificate_is_told_in_its_step()
    {
        byte[] signed = Hand();
        _desk.Clock.Advance(TimeSpan.FromDays(4000));
        States(await StrictAsync(signed)).ShouldBe(["Passed", "Passed", "Passed", "Failed", "NotReached", "NotReached", "NotReached"]);
    }

    [Fact]
    public async Task Held_certificate_fails_at_status_alone()
    {
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.CertificateHold);
        States(await StrictAsync(Hand())).ShouldBe(["Passed", "Passed", "Passed", "Passed", "Passed", "Passed", "Failed"]);
    }

    [Fact]
    public async Task Status_that_nobody_asked_for_makes_file_and_part_conditional()
    {
        _desk.Status.Answer = RevocationEvidence.Good(RevocationMethod.None, PdfDesk.Now, null);
        VerificationReport report = await StrictAsync(Hand());
        report.Decision.ShouldBe(ReportDecision.AskStatusFirst);
        Root(report).GetProperty("parts")[0].GetProperty("decision").GetString().ShouldBe("AskStatusFirst");
        States(report)[^1].ShouldBe("NotAsked");
        report.ToText(ReportLanguage.Japanese).ShouldNotContain("進んでよい");
    }

    [Fact]
    public async Task Later_updates_and_document_timestamps_are_told()
    {
        byte[] first = Hand();
        byte[] stamped = HandSigner.Fill(
            new PdfBuilder(first)
                .Add(1, $"<< {Catalog.Replace("6 0 R", "6 0 R 8 0 R", StringComparison.Ordinal)} >>")
                .Add(7, $"<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 {HandSigner.Hole} >>")
                .Add(8, "<< /FT /Sig /T (Time) /V 7 0 R /Rect [0 0 0 0] >>")
                .Finish(9, previous: PdfBuilder.LastStart(first)),
            content => _stamps.Stamp(content).Token());
        byte[] both = new PdfBuilder(stamped)
            .Add(1, $"<< {Catalog.Replace("6 0 R", "6 0 R 8 0 R", StringComparison.Ordinal)} /DSS << >> >>")
            .Finish(9, previous: PdfBuilder.LastStart(stamped));
        VerificationReport report = PdfReport.Of(await _desk.Open.VerifyAsync(both));
        report.Decision.ShouldBe(ReportDecision.GoOn);
        string text = report.ToText(ReportLanguage.Japanese);
        text.ShouldContain("\n版の数: 3\n文書タイムスタンプ: 1 (数えただけで、確認していない)\n");
        text.ShouldContain("\n  署名された版: 1\n  その後の追加: 署名、検証情報\n");
        report.ToText(ReportLanguage.English).ShouldContain("\n  Revision signed: 1\n  Added later: signature, validation data\n");
        JsonElement revision = Root(report).GetProperty("parts")[0].GetProperty("revision");
        revision.GetRawText().ShouldBe("""{"number":1,"coversWholeFile":false,"followedBy":["Signature","ValidationData"]}""");
        Root(report).GetProperty("pdf").GetRawText().ShouldBe("""{"revisions":3,"documentTimestamps":1}""");
    }

    [Fact]
    public async Task Stamp_that_decides_is_no_fault_of_the_signers_path()
    {
        TimestampVerifier strict = new(new ChainTimestampTrust([_stamps.Anchor.Der]));
        VerificationReport report = await StampedAsync(Stamped(), strict);
        (report.Reason, report.Decision).ShouldBe((VerificationReason.StatusOutOfScope, ReportDecision.RefuseForNow));
        States(report).ShouldBe(["Passed", "Passed", "Passed", "Passed", "Passed", "Passed", "Undetermined", "Passed"]);
        States(report, 1).ShouldBe(["Passed", "Passed", "Undetermined"]);
    }

    [Fact]
    public async Task Stamp_that_is_missing_ends_before_the_signer_is_looked_at()
    {
        VerificationReport report = await StampedAsync(Hand(), _stamps.Verifier);
        report.Reason.ShouldBe(VerificationReason.TimestampMissing);
        States(report).ShouldBe(["Passed", "NotLookedAt", "NotLookedAt", "NotLookedAt", "NotLookedAt", "NotLookedAt", "Failed", "NotReached"]);
    }

    [Fact]
    public async Task Revoked_signer_under_an_undetermined_stamp_fails_at_status()
    {
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.KeyCompromise);
        VerificationReport report = await StampedAsync(Stamped(), new TimestampVerifier(new ChainTimestampTrust([_stamps.Anchor.Der])));
        report.Reason.ShouldBe(VerificationReason.Revoked);
        States(report).ShouldBe(["Passed", "Passed", "Passed", "Passed", "Passed", "Passed", "Undetermined", "Failed"]);
    }

    [Fact]
    public async Task Stamp_whose_authoritys_status_nobody_asked_for_makes_the_file_conditional()
    {
        VerificationReport report = await StampedAsync(Stamped(), _stamps.Verifier);
        (report.Outcome, report.Decision).ShouldBe((VerificationOutcome.Valid, ReportDecision.AskStatusFirst));
        States(report, 1).ShouldBe(["Passed", "Passed", "NotAsked"]);
    }

    private static JsonElement Root(VerificationReport report) => JsonDocument.Parse(VerificationReportJson.Serialize(report)).RootElement;

    private static string[] States(VerificationReport report, int part = 0) =>
        [.. Root(report).GetProperty("parts")[part].GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("state").GetString()!)];

    private byte[] Hand() => HandSigner.Fill(HandSigner.Page(HandSigner.Plain).Finish(7), _desk.Detached);

    private byte[] Stamped() => HandSigner.Fill(HandSigner.Page(HandSigner.Plain).Finish(7), content =>
    {
        CmsSignedDocument document = SignerDesk.Parse(_desk.Detached(content));
        TimestampToken.TryParse(_stamps.Stamp(document.Signers[0].Signature.ToArray()).Token(), out TimestampToken? token).ShouldBeTrue();
        return SignatureTimestamps.Attach(document, document.Signers[0], token!);
    });

    private async Task<VerificationReport> StrictAsync(byte[] pdf) => PdfReport.Of(await _desk.Strict.VerifyAsync(pdf));

    private async Task<VerificationReport> StampedAsync(byte[] pdf, TimestampVerifier stamps) =>
        PdfReport.Of(await new PdfDocumentVerifier(_desk.Validator, null, stamps).VerifyAsync(pdf));
}
