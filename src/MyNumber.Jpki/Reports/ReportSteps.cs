using MyNumber.Jpki.Validation;
using static MyNumber.Jpki.Validation.VerificationStep;

namespace MyNumber.Jpki.Reports;

/// <summary>Which steps a subject has, and what came of each.</summary>
internal static class ReportSteps
{
    public static readonly VerificationStep[] OfCertificate = [Read, Profile, VerificationStep.Path, Period, IssuerSignature, Status];
    public static readonly VerificationStep[] OfDocument = [Read, Profile, VerificationStep.Path, Period, IssuerSignature, Signature, Status];
    public static readonly VerificationStep[] OfPast = [Read, Profile, VerificationStep.Path, Period, IssuerSignature, Signature, Timestamp, Status];
    public static readonly VerificationStep[] OfTimestamp = [Timestamp];

    /// <summary>A step before the deciding one held; behind it nothing is promised. Where the order of checks is another, nothing is promised at all.</summary>
    public static IReadOnlyList<ReportStep> Judge(VerificationStep[] steps, VerificationOutcome outcome, IReadOnlyList<VerificationFinding> findings, bool isInOrder = true)
    {
        VerificationStep deciding = findings.Count == 0 ? None : findings[0].Step;
        return [.. steps.Select(step => new ReportStep(step, StateOf(step)))];

        ReportStepState StateOf(VerificationStep step)
        {
            VerificationOutcome[] against = [.. findings.Where(finding => finding.Step == step).Select(finding => ReasonTexts.Find(finding.Reason).Outcome)];
            return against.Contains(VerificationOutcome.Invalid) ? ReportStepState.Failed
                : against.Length != 0 ? ReportStepState.Undetermined
                : outcome == VerificationOutcome.Valid || (isInOrder && step < deciding) ? ReportStepState.Passed
                : ReportStepState.NotReached;
        }
    }
}
