using System.Text;
using System.Text.Json;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Chains;
using MyNumber.Jpki.Linting;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Jpki.Tests.Signatures;
using MyNumber.Jpki.Tests.Signatures.Timestamps;
using MyNumber.Jpki.Tests.Validation.LongTerm;
using MyNumber.Jpki.Validation;
using StatusCheck = MyNumber.Jpki.Services.StatusCheck;

namespace MyNumber.Jpki.Tests.Reports;

public sealed class VerificationReportTests : IDisposable
{
    private static readonly RevocationEvidence NotAsked = RevocationEvidence.Good(RevocationMethod.None, SigningDesk.Now, null);
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
              情報源: OCSP (レスポンダ)
              いつまでの情報か: 2026年11月21日 00:00:00 (日本時間)
              情報の古さ: 12時間
              次の更新: 2026年11月23日 00:00:00 (日本時間)
              停止・失効の日時: 2026年11月20日 23:00:00 (日本時間)
              停止・失効の理由: 一時保留
            理由: 一時保留中 [140]
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
    [InlineData("an unknown decision", "\"decision\":\"Refuse\"", "\"decision\":\"Perhaps\"")]
    [InlineData("no decision", "\"decision\":\"Refuse\",", "")]
    [InlineData("an unknown state of a step", "\"state\":\"NotReached\"", "\"state\":\"Skipped\"")]
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
            ["format", "subject", "checkedAt", "outcome", "reason", "decision", "steps", "reasons", "status", "advice", "existence", "lint", "pdf", "revision", "timestampsNotChecked", "holder", "parts"]);
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
    public async Task Nobody_asked_is_told_as_such_and_makes_the_decision_hang_on_it()
    {
        Desk.Status.Answer = NotAsked;
        VerificationReport report = VerificationReport.OfCertificate(await Desk.SignatureValidator.ValidateAsync(Desk.SignatureDer));
        (report.Outcome, report.Decision, report.Status).ShouldBe((VerificationOutcome.Valid, ReportDecision.AskStatusFirst, null));
        report.ToText(ReportLanguage.Japanese).ShouldBe(
            """
            検証報告: 電子証明書
            時点: 2026年11月21日 12:00:00 (日本時間)
            判定: 条件付き。失効・一時保留がないことを確認してから進む
              1: 読み取り: 確認できた
              2: プロファイルの確認: 確認できた
              3: 認証局の確認: 確認できた
              4: 有効期間の確認: 確認できた
              5: 発行者の署名の確認: 確認できた
              6: 有効性の確認: 確認していない (どこにも問い合わせていない)

            """.ReplaceLineEndings("\n"));
        report.ToText(ReportLanguage.English).ShouldContain("Decision: conditional: ask for the status before going on; nobody was asked\n");
    }

    [Fact]
    public async Task Nobody_asked_never_reads_as_go_on_whatever_the_subject()
    {
        foreach (VerificationReport report in await WithoutStatusAsync(null))
        {
            report.Decision.ShouldBe(ReportDecision.AskStatusFirst, report.ToString());
            (report.ToText(ReportLanguage.Japanese) + report.ToText(ReportLanguage.English)).ShouldNotContain("進んでよい", Case.Sensitive, report.ToString());
            string json = Decode(report);
            json.ShouldContain("\"decision\":\"AskStatusFirst\"", Case.Sensitive, report.ToString());
            string step = report.Subject == ReportSubject.Past ? "Timestamp" : "Status"; // of the past the signer's status comes from the archive
            json.ShouldContain($"{{\"step\":\"{step}\",\"state\":\"NotAsked\"}}", Case.Sensitive, report.ToString());
            json.ShouldContain("\"advice\":null", Case.Sensitive, report.ToString());
        }
    }

    [Fact]
    public async Task Refusal_before_status_says_decided_before_also_where_nobody_would_be_asked()
    {
        Desk.Status.Answer = NotAsked;
        VerificationReport report = VerificationReport.OfCertificate(await ExpiredAsync());
        (report.Decision, report.Steps[^1].State).ShouldBe((ReportDecision.Refuse, ReportStepState.NotReached));
    }

    [Theory]
    [InlineData("good", VerificationReason.None, ReportDecision.GoOn)]
    [InlineData("held", VerificationReason.Held, ReportDecision.Refuse)]
    [InlineData("unreachable", VerificationReason.StatusStale, ReportDecision.RefuseForNow)]
    public async Task Decision_follows_the_outcome_where_somebody_was_asked(string row, VerificationReason reason, ReportDecision decision)
    {
        Desk.Status.Answer = reason switch
        {
            VerificationReason.None => Desk.Status.Answer,
            VerificationReason.Held => FixedStatus.Ended(RevocationReason.CertificateHold),
            _ => RevocationEvidence.Unreachable(reason, RevocationMethod.Crl),
        };
        VerificationReport report = VerificationReport.OfCertificate(await Desk.SignatureValidator.ValidateAsync(Desk.SignatureDer));
        (report.Reason, report.Decision).ShouldBe((reason, decision), row);
    }

    [Theory]
    [InlineData("left to the caller", true, VerificationOutcome.Valid, ReportDecision.AskStatusFirst, ReportStepState.Passed, ReportStepState.NotAsked)]
    [InlineData("without a list", false, VerificationOutcome.Undetermined, ReportDecision.RefuseForNow, ReportStepState.Passed, ReportStepState.Undetermined)]
    public void Status_of_chains_and_timestamps_is_told(string row, bool isLeft, VerificationOutcome outcome, ReportDecision decision, ReportStepState path, ReportStepState status)
    {
        ChainOptions options = ChainOptions.Strict with { LeaveStatusOfEveryCertificateToTheCaller = isLeft };
        ReadOnlyMemory<byte>[] anchors = [_stamps.Anchor.Der];
        LabStamp stamp = _stamps.Stamp([1, 2, 3]);
        TimestampResult result = new TimestampVerifier(new ChainTimestampTrust(anchors, null, options)).Verify(stamp.Token(), stamp.Data, SigningDesk.Now);
        ChainResult chain = ChainVerifier.Verify(
            new ChainRequest { EndEntity = _stamps.AuthorityDer, Anchors = anchors, At = SigningDesk.Now, Options = options with { RequiredPurpose = StampDesk.TimeStamping } });
        foreach (VerificationReport report in new[] { VerificationReport.OfTimestamp(result, SigningDesk.Now), VerificationReport.OfChain(chain, SigningDesk.Now) })
        {
            (report.Outcome, report.Decision).ShouldBe((outcome, decision), row);
            report.Steps.Single(step => step.Step == VerificationStep.Path).State.ShouldBe(path, row);
            report.Steps[^1].ShouldBe(new ReportStep(VerificationStep.Status, status), row);
            JsonSchemaCheck.Faults(VerificationReportJson.ReadSchema(), VerificationReportJson.Serialize(report)).ShouldBeEmpty(row);
        }
    }

    [Fact]
    public void Timestamp_tells_token_authority_and_status_apart()
    {
        LabStamp stamp = _stamps.Stamp([1]);
        States(_stamps.Verifier.Verify(stamp.Token(), [2], SigningDesk.Now)).ShouldBe([ReportStepState.Failed, ReportStepState.NotReached, ReportStepState.NotReached]);
        using ShapedAuthority other = new(5, "C=JP, O=OTHER TEST, OU=Other Time Anchor");
        TimestampVerifier elsewhere = new(new ChainTimestampTrust([other.Der], null, StampDesk.NoStatus));
        TimestampResult untrusted = elsewhere.Verify(stamp.Token(), stamp.Data, SigningDesk.Now);
        untrusted.Reason.ShouldBe(VerificationReason.IssuerUnknown);
        States(untrusted).ShouldBe([ReportStepState.Passed, ReportStepState.Failed, ReportStepState.NotReached]);

        static ReportStepState[] States(TimestampResult result) => [.. VerificationReport.OfTimestamp(result, SigningDesk.Now).Steps.Select(step => step.State)];
    }

    [Fact]
    public void Chain_that_is_refused_on_its_path_was_read()
    {
        ChainResult chain = ChainVerifier.Verify(new ChainRequest { EndEntity = Desk.SignatureDer, Anchors = [_stamps.Anchor.Der], At = SigningDesk.Now });
        ReportStep[] steps = [.. VerificationReport.OfChain(chain, SigningDesk.Now).Steps];
        (steps[0].State, steps[2].State, steps[^1].State).ShouldBe((ReportStepState.Passed, ReportStepState.Failed, ReportStepState.NotReached));
    }

    [Theory]
    [InlineData("seconds", 59, "59秒", "59 s")]
    [InlineData("nothing", 0, "0秒", "0 s")]
    [InlineData("minutes and seconds", 61, "1分 1秒", "1 min 1 s")]
    [InlineData("full hours", 7200, "2時間", "2 h")]
    [InlineData("a week", 688_512, "7日 23時間", "7 d 23 h")]
    public async Task Age_of_the_knowledge_is_told_in_units(string row, int seconds, string japanese, string english)
    {
        Desk.Status.Answer = RevocationEvidence.Good(RevocationMethod.Crl, SigningDesk.Now.AddSeconds(-seconds), null);
        VerificationReport report = VerificationReport.OfCertificate(await Desk.SignatureValidator.ValidateAsync(Desk.SignatureDer));
        report.ToText(ReportLanguage.Japanese).ShouldContain($"  情報の古さ: {japanese}\n", Case.Sensitive, row);
        report.ToText(ReportLanguage.English).ShouldContain($"  Age: {english}\n", Case.Sensitive, row);
    }

    [Fact]
    public async Task Japanese_text_has_no_name_of_an_enum()
    {
        List<VerificationReport> reports = await AllAsync(WithHolder);
        foreach (RevocationReason reason in Enum.GetValues<RevocationReason>())
        {
            Desk.Status.Answer = FixedStatus.Ended(reason);
            reports.Add(VerificationReport.OfDocument(await Desk.VerifyAsync(Desk.Cms.Encode())));
        }

        string[] names =
        [
            .. Enum.GetNames<VerificationReason>(), .. Enum.GetNames<RevocationReason>(), .. Enum.GetNames<StatusOrigin>(), .. Enum.GetNames<ReportStepState>(),
            .. Enum.GetNames<ReportDecision>(), .. Enum.GetNames<VerificationStep>(), "Crl", "Ocsp", "Male", "Female",
        ];
        foreach (VerificationReport report in reports)
        {
            string text = report.ToText(ReportLanguage.Japanese);
            names.ShouldAllBe(name => !text.Contains(name, StringComparison.Ordinal));
        }
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
    public async Task Timestamp_that_nobody_looked_at_is_counted()
    {
        byte[] stamped = _stamps.SignAndStamp();
        VerificationReport passedOver = VerificationReport.OfDocument(await Desk.VerifyAsync(stamped)), signers = VerificationReport.OfSigners(await _stamps.Signers.VerifyEachAsync(stamped));
        Decode(passedOver).ShouldContain("\"timestampsNotChecked\":1");
        passedOver.ToText(ReportLanguage.English).ShouldContain("Timestamps not checked: 1\n");
        passedOver.ToText(ReportLanguage.Japanese).ShouldContain("確認していないタイムスタンプ: 1\n");
        (signers.Document.TimestampsNotChecked, signers.Document.Parts[0].TimestampsNotChecked).ShouldBe((1, 1));
        VerificationReport judged = VerificationReport.OfTimestampedDocument(await _stamps.VerifyAsync(stamped));
        (judged.Document.TimestampsNotChecked, judged.ToText(ReportLanguage.English).Contains("not checked", StringComparison.Ordinal)).ShouldBe((0, false));
        Decode(VerificationReport.OfDocument(await Desk.VerifyAsync([1]))).ShouldContain("\"timestampsNotChecked\":null");
        Decode(VerificationReport.OfDocument(await Desk.VerifyAsync(Desk.Cms.Encode()))).ShouldContain("\"timestampsNotChecked\":0");
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
            .. await WithoutStatusAsync(options),
        ];
    }

    private async Task<VerificationReport[]> WithoutStatusAsync(ReportOptions? options)
    {
        RevocationEvidence before = Desk.Status.Answer;
        Desk.Status.Answer = NotAsked;
        using PastDesk past = new();
        VerificationReport[] reports =
        [
            VerificationReport.OfCertificate(await Desk.SignatureValidator.ValidateAsync(Desk.SignatureDer), options),
            VerificationReport.OfDocument(await Desk.VerifyAsync(Desk.Cms.Encode()), options),
            VerificationReport.OfSigners(await _stamps.Signers.VerifyEachAsync(_stamps.Signers.SignByBoth()), options),
            VerificationReport.OfTimestampedDocument(await _stamps.VerifyAsync(_stamps.SignAndStamp()), options),
            VerificationReport.OfStatusCheck(await CheckAsync(), options),
            VerificationReport.OfPast(past.Verify(past.Archive with { RevocationLists = [past.List(PastDesk.Stamped)] }), options),
        ];
        Desk.Status.Answer = before;
        return reports;
    }

    // The default escapes of the JSON are taken off, so that a value could be found.
    private static string Decode(VerificationReport report)
    {
        using JsonDocument json = JsonDocument.Parse(VerificationReportJson.Serialize(report));
        return JsonSerializer.Serialize(json.RootElement, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
