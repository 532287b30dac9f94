using System.Text.Json;

namespace MyNumber.Jpki.Linting;

/// <summary>A report as JSON in UTF-8: stable property names, enums by name.</summary>
public static class LintJson
{
    /// <summary>Writes a report: <c>format</c> (1), <c>profile</c>, <c>ruleCount</c>, <c>errors</c>, <c>warnings</c>, <c>notices</c>, <c>notKnown</c> and <c>findings</c>.</summary>
    /// <param name="report">The report.</param>
    /// <returns>JSON in UTF-8 without byte-order mark.</returns>
    public static byte[] Serialize(LintReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        LintDocument document = new(
            LintDocument.CurrentFormat,
            report.Profile,
            report.RuleCount,
            report.Count(FindingRank.Error),
            report.Count(FindingRank.Warning),
            report.Count(FindingRank.Notice),
            report.Count(FindingRank.NotKnown),
            report.Findings);
        return JsonSerializer.SerializeToUtf8Bytes(document, LintJsonContext.Default.LintDocument);
    }
}
