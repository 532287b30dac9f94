using System.Globalization;
using MyNumber.Jpki.AspNetCore.Pages;
using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.AspNetCore.Problems;

/// <summary>A rejection as a page for a person: what it means, what to do next, code, number of the reason and status.</summary>
internal static class ProblemPage
{
    public static HtmlPage Of(JpkiRejection rejection, ReportLanguage language)
    {
        bool isJapanese = language == ReportLanguage.Japanese;
        string number = rejection.Reason == VerificationReason.None ? string.Empty : $" {((int)rejection.Reason).ToString(CultureInfo.InvariantCulture)}";
        string nextStep = HtmlPage.Encode(rejection.NextStep(language)), status = rejection.StatusCode.ToString(CultureInfo.InvariantCulture);
        return new HtmlPage(
            language,
            rejection.Meaning(language),
            $"<p>{(isJapanese ? "次にすること：" : "What to do next: ")}{nextStep}</p><p>{(isJapanese ? "コード：" : "Code: ")}{HtmlPage.Encode(rejection.Code)}{number} (HTTP {status})</p>");
    }
}
