using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Tests.Signatures;
using static MyNumber.Jpki.Reports.ReportStepState;

namespace MyNumber.Jpki.Xml.Tests;

/// <summary>Steps: reading, profile, path, period, issuer's signature, signature, status.</summary>
public sealed class XmlReportTests : IDisposable
{
    private readonly XmlDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Valid_document_holds_in_every_step()
    {
        VerificationReport report = await ReportAsync(_desk.SignEnveloped());
        report.Decision.ShouldBe(ReportDecision.GoOn);
        States(report).ShouldBe([Passed, Passed, Passed, Passed, Passed, Passed, Passed]);
    }

    [Fact]
    public async Task Document_that_cannot_be_read_ends_at_reading() =>
        States(await ReportAsync([1])).ShouldBe([Failed, NotReached, NotReached, NotReached, NotReached, NotReached, NotReached]);

    [Fact]
    public async Task Signature_elsewhere_is_refused_before_the_certificate_is_looked_at()
    {
        VerificationReport report = XmlReport.Of(await _desk.VerifyAsync(_desk.SignDetached(), XmlDesk.WholeDocument));
        report.Reason.ShouldBe(VerificationReason.XmlSignatureMisplaced);
        States(report).ShouldBe([Passed, NotLookedAt, NotLookedAt, NotLookedAt, NotLookedAt, Failed, NotReached]);
        string text = report.ToText(ReportLanguage.Japanese);
        text.ShouldContain("  1: 読み取り: 確認できた\n  2: プロファイルの確認: 確認していない\n");
        text.ShouldContain("  6: 文書の署名の確認: 問題がある\n  7: 有効性の確認: 先に判定が出た\n");
    }

    [Fact]
    public async Task Changed_content_is_found_after_the_certificates_path()
    {
        string signed = System.Text.Encoding.UTF8.GetString(_desk.SignEnveloped());
        VerificationReport report = XmlReport.Of(await _desk.VerifyAsync(signed.Replace("花子", "太郎", StringComparison.Ordinal), XmlDesk.WholeDocument));
        report.Reason.ShouldBe(VerificationReason.ContentDigestMismatch);
        States(report).ShouldBe([Passed, Passed, Passed, Passed, Passed, Failed, NotReached]);
    }

    [Fact]
    public async Task Refused_certificate_is_told_in_its_step()
    {
        byte[] signed = _desk.SignEnveloped();
        _desk.Clock.Advance(TimeSpan.FromDays(4000));
        VerificationReport report = await ReportAsync(signed);
        report.Reason.ShouldBe(VerificationReason.Expired);
        States(report).ShouldBe([Passed, Passed, Passed, Failed, NotReached, NotReached, NotReached]);
    }

    [Fact]
    public async Task Held_certificate_fails_at_status_alone()
    {
        _desk.Status.Answer = FixedStatus.Ended(RevocationReason.CertificateHold);
        States(await ReportAsync(_desk.SignEnveloped())).ShouldBe([Passed, Passed, Passed, Passed, Passed, Passed, Failed]);
    }

    [Fact]
    public async Task Status_that_nobody_asked_for_makes_it_conditional()
    {
        _desk.Status.Answer = RevocationEvidence.Good(RevocationMethod.None, XmlDesk.Now, null);
        VerificationReport report = await ReportAsync(_desk.SignEnveloped());
        (report.Decision, report.Status).ShouldBe((ReportDecision.AskStatusFirst, null));
        States(report).ShouldBe([Passed, Passed, Passed, Passed, Passed, Passed, NotAsked]);
    }

    private static ReportStepState[] States(VerificationReport report) => [.. report.Steps.Select(step => step.State)];

    private async Task<VerificationReport> ReportAsync(byte[] xml) => XmlReport.Of(await _desk.VerifyAsync(xml, XmlDesk.WholeDocument));
}
