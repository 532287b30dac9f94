using System.Text.Json;
using MyNumber.Cli.Contract;
using MyNumber.Jpki;
using MyNumber.Jpki.Reports;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Cli.Certificates;

/// <summary>An answer of the library as its report tells it, as text and as JSON. No serial and no attribute is in it.</summary>
/// <param name="Report">The report.</param>
/// <param name="State">The state of the certificate that decided, where it came to that.</param>
/// <param name="WasAsked">Whether status was asked at all.</param>
internal sealed record Verdict(VerificationReport Report, CertificateState? State, bool WasAsked)
{
    /// <summary>What stands beside the report.</summary>
    public VerdictBeside Beside { get; init; } = new();

    public ExitCode Code => Report.Outcome switch
    {
        VerificationOutcome.Valid => ExitCode.Done,
        VerificationOutcome.Invalid => ExitCode.Refused,
        _ => ExitCode.Undetermined,
    };

    /// <summary>The report for a person, and what it cannot know: that nobody was asked because the user said so.</summary>
    public string Text(Language language)
    {
        string report = Report.ToText(language == Language.Japanese ? ReportLanguage.Japanese : ReportLanguage.English).TrimEnd('\n').ReplaceLineEndings();
        return WasAsked || Report.Outcome != VerificationOutcome.Valid ? report : report + Environment.NewLine + language.Pick(
            "STATUS WAS NOT ASKED: a held or revoked certificate looks the same.", "失効の有無は確認していません。一時保留・失効した証明書でもこの結果になります。");
    }

    /// <summary>The decision at hand, and the whole report in the library's form.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("outcome", Report.Outcome.ToString());
        writer.WriteString("reason", Report.Reason.ToString());
        writer.WriteNumber("reasonNumber", (int)Report.Reason);
        writer.WriteBoolean("statusAsked", WasAsked);
        writer.WriteString("state", WasAsked ? State?.ToString() : null);
        writer.WritePropertyName("report");
        using JsonDocument report = JsonDocument.Parse(VerificationReportJson.Serialize(Report));
        report.RootElement.WriteTo(writer);
    }
}
