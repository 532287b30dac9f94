using System.Text;
using System.Text.Json;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Chains;
using MyNumber.Jpki.Linting;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Tests.Signatures.Timestamps;
using MyNumber.Jpki.Tests.Validation.LongTerm;
using MyNumber.Jpki.Validation;
using StatusCheck = MyNumber.Jpki.Services.StatusCheck;

namespace MyNumber.Jpki.Tests.Reports;

public sealed class VerificationReportTests : IDisposable
{
    private static readonly ReportOptions WithHolder = new() { IncludeHolder = true };

    private readonly StampDesk _stamps = new();

    private SigningDesk Desk => _stamps.Signers.Desk;

    public void Dispose() => _stamps.Dispose();

    [Fact]
    public async Task Refused_certificate_reads_so_in_english()
    {
        VerificationReport report = VerificationReport.OfCertificate(await ExpiredAsync());
        report.ToText(ReportLanguage.English).ShouldBe(
            """
            Verification report: certificate
            Instant: 2026-11-21 03:00:00 UTC
            Decision: not valid: refuse
              1: reading: holds
              2: profile: does not hold
              3: path to a pinned authority: decided before
              4: period: does not hold
              5: issuer's signature: decided before
              6: status: decided before
            Reason: the policy OID is not among the profiles of the anchor set [PolicyNotAccepted 112]
              Next: refuse; look at the environment's profiles
            Also: its last second has passed [Expired 131]
              Next: ask for the renewed certificate; the municipality renews it

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Held_certificate_reads_so_in_japanese()
    {
        Desk.Status.Answer = FixedStatus.Ended(RevocationReason.CertificateHold);
        string text = VerificationReport.OfCertificate(await Desk.SignatureValidator.ValidateAsync(Desk.SignatureDer)).ToText(ReportLanguage.Japanese);
        text.ShouldBe(
            """
            検証報告: 電子証明書
            時点: 2026年11月21日 12:00:00 (日本時間)
            判定: 無効。拒否する
              1: 読み取り: 確認できた
              2: プロファイルの確認: 確認できた
              3: 認証局の確認: 確認できた
              4: 有効期間の確認: 確認できた
              5: 発行者の署名の確認: 確認できた
              6: 有効性の確認: 問題がある
            状態: 一時保留
              情報源: Ocsp, レスポンダ
              いつまでの情報か: 2026年11月21日 00:00:00 (日本時間)
              情報の古さ (秒): 43200
              次の更新: 2026年11月23日 00:00:00 (日本時間)
              停止・失効の日時: 2026年11月20日 23:00:00 (日本時間)
              停止・失効の理由: CertificateHold
            理由: 一時保留中 [Held 140]
              次にすること: 今は拒否する。本人が公的個人認証のコールセンターまたは市区町村に連絡する。解約も削除もしない

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task No_report_shows_anything_of_the_holder()
    {
        foreach (VerificationReport report in await AllAsync(null))
        {
            string everything = report.ToText(ReportLanguage.Japanese) + report.ToText(ReportLanguage.English) + report + Decode(report);
            ShapedLeaf.Hanako.Select(pair => pair.Value).Where(value => value.Length > 1).ShouldAllBe(value => !everything.Contains(value, StringComparison.Ordinal));
            everything.ShouldNotContain(Convert.ToHexString(ShapedLeaf.Signature.Serial), Case.Insensitive);
        }
    }

    [Fact]
    public async Task Named_option_shows_the_holder_of_a_valid_answer_only()
    {
        VerificationReport valid = VerificationReport.OfDocument(await Desk.VerifyAsync(Desk.Cms.Encode()), WithHolder);
        valid.ToText(ReportLanguage.Japanese).ShouldContain("発行の番号: 01223344\n氏名: ");
        valid.ToString().ShouldBe("VerificationReport(Document, Valid, None)");
        valid.Document.ToString().ShouldBe("ReportDocument(***)");

        Desk.Status.Answer = FixedStatus.Ended(RevocationReason.KeyCompromise);
        VerificationReport revoked = VerificationReport.OfDocument(await Desk.VerifyAsync(Desk.Cms.Encode()), WithHolder);
        revoked.ToText(ReportLanguage.Japanese).ShouldNotContain("氏名");
        Decode(revoked).ShouldContain("\"holder\":null");
    }

    [Fact]
    public async Task Every_report_fits_the_schema()
    {
        byte[] schema = VerificationReportJson.ReadSchema();
        foreach (VerificationReport report in (await AllAsync(null)).Concat(await AllAsync(WithHolder)))
        {
            JsonSchemaCheck.Faults(schema, VerificationReportJson.Serialize(report)).ShouldBeEmpty(report.ToString());
        }
    }

    [Theory]
    [InlineData("another format", "\"format\":1", "\"format\":2")]
    [InlineData("a property more", "\"format\":1", "\"format\":1,\"more\":1")]
    [InlineData("a property less", "\"format\":1,", "")]
    [InlineData("an unknown outcome", "\"outcome\":\"Invalid\"", "\"outcome\":\"Perhaps\"")]
    [InlineData("an outcome by number", "\"outcome\":\"Invalid\"", "\"outcome\":2")]
    [InlineData("an unknown step", "\"step\":\"Period\"", "\"step\":\"Weather\"")]
    [InlineData("a reason that is no name", "\"reason\":\"Expired\"", "\"reason\":\"?\"")]
    [InlineData("no list of parts", "\"parts\":[]", "\"parts\":null")]
    [InlineData("no instant", "2026-11-21T03:00:00", "yesterday")]
    public async Task Schema_refuses(string row, string from, string to)
    {
        string json = Decode(VerificationReport.OfCertificate(await ExpiredAsync()));
        json.ShouldContain(from, Case.Sensitive, row);
        JsonSchemaCheck.Faults(VerificationReportJson.ReadSchema(), Encoding.UTF8.GetBytes(json.Replace(from, to, StringComparison.Ordinal))).ShouldNotBeEmpty(row);
    }

    [Fact]
    public async Task Property_names_are_stable()
    {
        using JsonDocument json = JsonDocument.Parse(VerificationReportJson.Serialize(VerificationReport.OfCertificate(await ExpiredAsync())));
        json.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["format", "subject", "checkedAt", "outcome", "reason", "steps", "reasons", "status", "advice", "existence", "lint", "holder", "parts"]);
    }

    [Fact]
    public async Task Reasons_of_the_report_are_the_findings_ranked()
    {
        VerificationReport report = VerificationReport.OfCertificate(await ExpiredAsync());
        report.Reasons.ShouldBe([VerificationReason.PolicyNotAccepted, VerificationReason.Expired]);
        (report.Outcome, report.Reason, report.Status).ShouldBe((VerificationOutcome.Invalid, VerificationReason.PolicyNotAccepted, null));
    }

    [Fact]
    public async Task Unreachable_status_leaves_the_last_step_open()
    {
        Desk.Status.Answer = RevocationEvidence.Unreachable(VerificationReason.StatusRefused, RevocationMethod.Ocsp);
        VerificationReport report = VerificationReport.OfDocument(await Desk.VerifyAsync(Desk.Cms.Encode()));
        report.Steps.Select(step => step.State).ShouldBe([.. Enumerable.Repeat(ReportStepState.Passed, 6), ReportStepState.Undetermined]);
        report.ToText(ReportLanguage.English).ShouldContain("Decision: undetermined: refuse for now, never as if valid\n");
    }

    [Fact]
    public async Task Timestamped_document_has_a_part_for_each_signer_and_stamp()
    {
        VerificationReport report = VerificationReport.OfTimestampedDocument(await _stamps.VerifyAsync(_stamps.SignAndStamp()));
        string text = report.ToText(ReportLanguage.English);
        text.ShouldContain("  Verification report: signed document\n");
        text.ShouldContain("  Proof of existence: timestamp, 2026-11-21 02:59:00 UTC\n");
    }

    [Fact]
    public async Task Recheck_tells_its_advice_and_lint_its_numbers()
    {
        VerificationReport report = VerificationReport.OfStatusCheck(await CheckAsync());
        report.ToText(ReportLanguage.English).ShouldContain("Advice: continue\n");
        LintReport lint = new CertificateLinter(ProfileRules.ForCertificate(CertificateProfiles.CardSignature, JpkiEnvironment.Lab)).Lint(Desk.SignatureDer);
        report.WithLint(lint).ToText(ReportLanguage.Japanese).ShouldContain($"プロファイル検査: {lint.Profile}: 誤り ");
    }

    [Fact]
    public async Task Language_that_is_none_is_misuse()
    {
        VerificationReport report = VerificationReport.OfCertificate(await ExpiredAsync());
        Should.Throw<ArgumentOutOfRangeException>(() => report.ToText((ReportLanguage)7));
    }

    private async Task<ValidationResult> ExpiredAsync() => await Desk.SignatureValidator.ValidateAsync(
        (ShapedLeaf.Signature with { Policy = "1.2.3.4", KeyUsage = System.Security.Cryptography.X509Certificates.X509KeyUsageFlags.KeyAgreement, NotAfter = SigningDesk.Now.AddDays(-1) }).IssueBy(Desk.SignatureAuthority));

    private async Task<StatusCheck> CheckAsync()
    {
        StatusMonitor monitor = new(Desk.SignatureValidator);
        return await monitor.CheckAsync(Desk.SignatureDer, StatusCheckPurpose.LivenessCheck);
    }

    private async Task<List<VerificationReport>> AllAsync(ReportOptions? options)
    {
        byte[] stamped = _stamps.SignAndStamp();
        using PastDesk past = new();
        ChainResult chain = ChainVerifier.Verify(new ChainRequest { EndEntity = Desk.SignatureDer, Anchors = [Desk.SignatureAuthority.Der], At = SigningDesk.Now });
        return
        [
            VerificationReport.OfCertificate(await Desk.SignatureValidator.ValidateAsync(Desk.SignatureDer), options),
            VerificationReport.OfCertificate(await ExpiredAsync(), options),
            VerificationReport.OfDocument(await Desk.VerifyAsync(Desk.Cms.Encode()), options),
            VerificationReport.OfDocument(await Desk.VerifyAsync([1]), options),
            VerificationReport.OfSigners(await _stamps.Signers.VerifyEachAsync(_stamps.Signers.SignByBoth()), options),
            VerificationReport.OfSigners(await _stamps.Signers.VerifyEachAsync([1]), options),
            VerificationReport.OfTimestampedDocument(await _stamps.VerifyAsync(stamped), options),
            VerificationReport.OfStatusCheck(await CheckAsync(), options),
            VerificationReport.OfChain(chain, SigningDesk.Now),
            VerificationReport.OfPast(past.Verify(past.Archive with { RevocationLists = [past.List(PastDesk.Stamped)] }), options),
            VerificationReport.OfPast(past.Verify(past.Archive), options),
        ];
    }

    // The default escapes of the JSON are taken off, so that a value could be found.
    private static string Decode(VerificationReport report)
    {
        using JsonDocument json = JsonDocument.Parse(VerificationReportJson.Serialize(report));
        return JsonSerializer.Serialize(json.RootElement, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
