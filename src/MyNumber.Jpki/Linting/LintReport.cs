using System.Globalization;
using System.Text;

namespace MyNumber.Jpki.Linting;

/// <summary>What a lint found (検査結果), heaviest first, then by place.</summary>
/// <remarks>Immutable. Nothing here carries a value of the holder or a serial, so it may be logged.</remarks>
public sealed class LintReport
{
    internal LintReport(string profile, int rules, IEnumerable<LintFinding> findings)
    {
        Profile = profile;
        RuleCount = rules;
        Findings = [.. findings.OrderBy(finding => finding.Rank).ThenBy(finding => finding.Offset).ThenBy(finding => finding.Clause, StringComparer.Ordinal)];
    }

    /// <summary>Which profile the input was held against.</summary>
    public string Profile { get; }

    /// <summary>How many rows the profile has.</summary>
    public int RuleCount { get; }

    /// <summary>The findings; at most 16 for one clause.</summary>
    public IReadOnlyList<LintFinding> Findings { get; }

    /// <summary>Whether there is no error.</summary>
    public bool IsAcceptable => Count(FindingRank.Error) == 0;

    /// <summary>How many findings have a rank.</summary>
    /// <param name="rank">The rank.</param>
    /// <returns>The number.</returns>
    public int Count(FindingRank rank) => Findings.Count(finding => finding.Rank == rank);

    /// <summary>One line with the numbers, in English.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture,
        $"{Profile}: {Count(FindingRank.Error)} errors, {Count(FindingRank.Warning)} warnings, {Count(FindingRank.Notice)} notices, {Count(FindingRank.NotKnown)} not known; {RuleCount} rules");

    /// <summary>The same line in Japanese.</summary>
    public string SummaryJapanese => string.Create(CultureInfo.InvariantCulture,
        $"{Profile}: 誤り {Count(FindingRank.Error)} 件、警告 {Count(FindingRank.Warning)} 件、注記 {Count(FindingRank.Notice)} 件、不明 {Count(FindingRank.NotKnown)} 件 (規則 {RuleCount} 件)");

    /// <summary>The report for people: the summary and a line for each finding.</summary>
    /// <param name="japanese">In Japanese and not in English.</param>
    /// <returns>Lines that end with LF.</returns>
    public string ToText(bool japanese = false)
    {
        StringBuilder text = new((japanese ? SummaryJapanese : Summary) + "\n");
        foreach (LintFinding finding in Findings)
        {
            string rank = japanese ? LintText.Japanese(finding.Rank) : LintText.English(finding.Rank);
            text.Append(CultureInfo.InvariantCulture, $"{rank} {finding.Clause} @{finding.Offset} {finding.Path}: {(japanese ? finding.Japanese : finding.English)}\n");
        }

        return text.ToString();
    }
}
