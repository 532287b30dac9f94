namespace MyNumber.Jpki.Linting;

/// <summary>The JSON's shape.</summary>
internal sealed record LintDocument(
    int Format, string Profile, int RuleCount, int Errors, int Warnings, int Notices, int NotKnown, IReadOnlyList<LintFinding> Findings)
{
    public const int CurrentFormat = 1;
}
