using System.Text;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class ReportSnippets
{
    [Fact]
    public async Task Report_is_written_for_people_and_programs()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        DocumentVerifier documents = new(world.CreateValidator(CertificatePurpose.Signature));
        byte[] cms = await BankSnippets.SignAsync(world.Holder, "申込書"u8.ToArray());
        world.Authority.MoveHouse(world.Holder.Certificates);
        DocumentVerificationResult result = await documents.VerifyAsync(cms);
        #region report-write
        VerificationReport report = VerificationReport.OfDocument(result);             // collects every reason that is known, ranked
        Show(report.ToText(ReportLanguage.Japanese));                                  // Japan's time; nothing of the holder
        byte[] json = VerificationReportJson.Serialize(report);                        // for programs, with a schema
        bool isOver = report.Reasons.Contains(VerificationReason.Revoked);
        ReasonText words = ReasonTexts.Find(report.Reason);
        Show($"{words.StepJapanese}: {words.Japanese}。{words.NextJapanese}");         // what to tell a clerk
        bool goesOn = report.Decision == ReportDecision.GoOn;                          // status was asked, and is good
        #endregion
        isOver.ShouldBeTrue();
        goesOn.ShouldBeFalse();
        Encoding.UTF8.GetString(json).ShouldContain("\"reason\":\"Revoked\"");
        _shown.ShouldNotContain(text => text.Contains(world.Holder.Person.Attributes.Name));
        _shown[1].ShouldStartWith("有効性の確認: ");
    }

    [Fact]
    public async Task Holder_is_in_the_report_only_when_asked_for()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        ValidationResult result = await world.CreateValidator(CertificatePurpose.Signature).ValidateAsync(world.Holder.Certificates.Signature!.Encoded);
        #region report-holder
        ReportOptions personal = new() { IncludeHolder = true };                       // personal data from here on: encrypt, and tell nobody
        string text = VerificationReport.OfCertificate(result, personal).ToText(ReportLanguage.Japanese);
        #endregion
        text.ShouldContain(world.Holder.Person.Attributes.Name);
    }

    private readonly List<string> _shown = [];

    private void Show(string text) => _shown.Add(text);
}
