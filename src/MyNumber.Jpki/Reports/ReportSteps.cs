using MyNumber.Jpki.Chains;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Validation.LongTerm;
using static MyNumber.Jpki.Validation.VerificationStep;

namespace MyNumber.Jpki.Reports;

/// <summary>Which steps a subject has, and what came of each.</summary>
internal static class ReportSteps
{
    public static readonly VerificationStep[] Certificate = [Read, Profile, VerificationStep.Path, Period, IssuerSignature, Status];
    public static readonly VerificationStep[] Document = [Read, Profile, VerificationStep.Path, Period, IssuerSignature, Signature, Status];
    public static readonly VerificationStep[] Past = [Read, Profile, VerificationStep.Path, Period, IssuerSignature, Signature, Timestamp, Status];

    /// <summary>Checks that come in the order of the steps: before the deciding one all held; behind it nothing is promised.</summary>
    public static IReadOnlyList<ReportStep> InOrder(VerificationStep[] steps, VerificationOutcome outcome, IReadOnlyList<VerificationFinding> findings)
    {
        VerificationStep deciding = DecidingOf(findings);
        return Judge(steps, findings, step => outcome == VerificationOutcome.Valid || step < deciding ? ReportStepState.Passed : ReportStepState.NotReached);
    }

    /// <summary>The checks in their order. A timestamp whose authority's status nobody was asked for is not passed.</summary>
    public static IReadOnlyList<ReportStep> OfPast(LongTermResult result) =>
        [.. InOrder(Past, result.Outcome, result.Findings).Select(step => step is { Step: Timestamp, State: ReportStepState.Passed } && result.IsTimestampStatusLeftToTheCaller ? step with { State = ReportStepState.NotAsked } : step)];

    /// <summary>A form that is judged before the certificate inside: what was passed over on the way to the deciding step was not looked at.</summary>
    public static IReadOnlyList<ReportStep> OfSignature(SignatureAnswer answer)
    {
        IReadOnlyList<VerificationFinding> own = VerificationFinding.Rank(answer.OwnReason, []);
        bool isStampRefused = answer.Timestamp is not null and not VerificationOutcome.Valid;
        VerificationStep deciding = own.Count == 0 && isStampRefused ? Timestamp : DecidingOf(own);
        VerificationStep held = answer.Validation is not null ? Status
            : answer.HasPath ? IssuerSignature
            : answer.Certificate is not null ? deciding - 1
            : deciding > Read ? Read : None;
        IReadOnlyList<ReportStep> steps = Judge(answer.Timestamp is null ? Document : Past, own, step =>
            step <= held ? ReportStepState.Passed : step < deciding ? ReportStepState.NotLookedAt : ReportStepState.NotReached);
        return answer.Timestamp is { } stamp ? [.. steps.Select(step => step.Step == Timestamp ? step with { State = StateOf(stamp) } : step)] : steps;
    }

    /// <summary>The token by itself, then its authority by whatever trust was given, then the authority's status.</summary>
    public static IReadOnlyList<ReportStep> OfTimestamp(TimestampResult result)
    {
        ReportStepState own = StateOf(result.Outcome);
        bool isOfStatus = VerificationSteps.Of(result.Reason) == Status, isValid = result.Outcome == VerificationOutcome.Valid;
        ReportStepState token = result.IsTrustJudged ? ReportStepState.Passed : own;
        ReportStepState trust = !result.IsTrustJudged ? ReportStepState.NotReached : isValid || isOfStatus ? ReportStepState.Passed : own;
        ReportStepState status = trust != ReportStepState.Passed ? ReportStepState.NotReached : isValid && result.IsStatusLeftToTheCaller ? ReportStepState.NotAsked : own;
        return [new(Timestamp, token), new(VerificationStep.Path, trust), new(Status, status)];
    }

    /// <summary>Of a chain all reasons of the most promising path are known, and status is asked only where nothing else refuses it.</summary>
    public static IReadOnlyList<ReportStep> OfChain(ChainResult result, IReadOnlyList<VerificationFinding> findings)
    {
        bool holds = result.Outcome == VerificationOutcome.Valid || findings.Any(finding => finding.Step == Status);
        return Judge(Certificate, findings, step =>
            step == Status && result.IsStatusLeftToTheCaller ? ReportStepState.NotAsked
            : holds || (step == Read && DecidingOf(findings) > Read) ? ReportStepState.Passed
            : ReportStepState.NotReached);
    }

    private static VerificationStep DecidingOf(IReadOnlyList<VerificationFinding> findings) => findings.Count == 0 ? None : findings[0].Step;

    private static ReportStep[] Judge(VerificationStep[] steps, IReadOnlyList<VerificationFinding> findings, Func<VerificationStep, ReportStepState> otherwise)
    {
        return [.. steps.Select(step => new ReportStep(step, StateOf(step)))];

        ReportStepState StateOf(VerificationStep step)
        {
            VerificationOutcome[] against = [.. findings.Where(finding => finding.Step == step).Select(finding => ReasonTexts.Find(finding.Reason).Outcome)];
            return against.Contains(VerificationOutcome.Invalid) ? ReportStepState.Failed : against.Length != 0 ? ReportStepState.Undetermined : otherwise(step);
        }
    }

    private static ReportStepState StateOf(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Valid => ReportStepState.Passed,
        VerificationOutcome.Invalid => ReportStepState.Failed,
        _ => ReportStepState.Undetermined,
    };
}
