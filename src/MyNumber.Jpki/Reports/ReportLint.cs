using MyNumber.Jpki.Linting;

namespace MyNumber.Jpki.Reports;

/// <summary>The summary of a lint as it stands in the JSON.</summary>
internal sealed record ReportLint(string Profile, int RuleCount, int Errors, int Warnings, int Notices, int NotKnown)
{
    public static ReportLint Of(LintReport lint) => new(
        lint.Profile, lint.RuleCount, lint.Count(FindingRank.Error), lint.Count(FindingRank.Warning), lint.Count(FindingRank.Notice), lint.Count(FindingRank.NotKnown));
}
