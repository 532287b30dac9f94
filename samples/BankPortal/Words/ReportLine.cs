using MyNumber.Jpki.Reports;

namespace BankPortal.Words;

/// <summary>A line of a verification report (検証報告書) as a name and a value, for a page.</summary>
internal sealed record ReportLine(int Depth, string Name, string Value)
{
    public static IReadOnlyList<ReportLine> Of(VerificationReport report) =>
        [.. report.ToText(ReportLanguage.Japanese).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Of)];

    private static ReportLine Of(string line)
    {
        string text = line.TrimStart(' ');
        int end = text.IndexOf(": ", StringComparison.Ordinal);
        return end < 0 ? new ReportLine((line.Length - text.Length) / 2, string.Empty, text) : new ReportLine((line.Length - text.Length) / 2, text[..end], text[(end + 2)..]);
    }
}
