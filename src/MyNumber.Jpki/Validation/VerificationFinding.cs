namespace MyNumber.Jpki.Validation;

/// <summary>One reason against an answer, with the step that found it (検証で見つかったこと). It carries no value of the holder.</summary>
/// <param name="Step">The step; findings are ranked by it, because the steps decide in their order.</param>
/// <param name="Reason">The reason.</param>
public readonly record struct VerificationFinding(VerificationStep Step, VerificationReason Reason)
{
    /// <summary>The rank of findings: the reason that decided, then the others by step, and within a step in the order in which they were found.</summary>
    internal static IReadOnlyList<VerificationFinding> Rank(VerificationReason deciding, IEnumerable<VerificationReason> others)
    {
        if (deciding == VerificationReason.None)
        {
            return [];
        }

        IEnumerable<VerificationFinding> rest = others
            .Where(reason => reason != VerificationReason.None && reason != deciding)
            .Distinct()
            .Select(Of)
            .OrderBy(finding => finding.Step);
        return [Of(deciding), .. rest];
    }

    private static VerificationFinding Of(VerificationReason reason) => new(VerificationSteps.Of(reason), reason);
}
