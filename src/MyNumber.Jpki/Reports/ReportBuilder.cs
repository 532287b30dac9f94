using MyNumber.Jpki.Chains;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Validation.LongTerm;

namespace MyNumber.Jpki.Reports;

/// <summary>Turns answers into the shape of a report.</summary>
internal static class ReportBuilder
{
    public static ReportDocument Of(ValidationResult result, ReportOptions? options) =>
        (Begin(ReportSubject.Certificate, result.CheckedAt, result.Outcome, result.CollectFindings(), ReportSteps.Certificate) with
        {
            Holder = ReportHolder.Of(result.Certificate, result.Outcome, options),
        }).With(result.Status, result.CheckedAt);

    public static ReportDocument Of(DocumentVerificationResult result, ReportOptions? options) =>
        (Begin(ReportSubject.Document, result.CheckedAt, result.Outcome, result.CollectFindings(), ReportSteps.Document) with
        {
            TimestampsNotChecked = result.SignerInfo?.TimestampTokens.Count,
            Holder = ReportHolder.Of(result.Certificate, result.Outcome, options),
        }).With(result.Validation?.Status, result.CheckedAt);

    /// <summary>One signature in a form of another package.</summary>
    public static ReportDocument Of(SignatureAnswer answer, ReportOptions? options) =>
        (Begin(ReportSubject.Document, answer.CheckedAt, answer.Outcome, VerificationFinding.Rank(answer.Reason, [answer.OwnReason]), ReportSteps.OfSignature(answer)) with
        {
            TimestampsNotChecked = answer.TimestampsNotChecked,
            Holder = ReportHolder.Of(answer.Certificate, answer.Outcome, options),
        }).With(answer.Validation?.Status, answer.CheckedAt);

    public static ReportDocument Of(SignersVerificationResult result, ReportOptions? options)
    {
        ReportDocument[] parts = [.. result.Signers.Select(signer => Of(signer, options))];
        return Gather(ReportSubject.Signers, result.Outcome, result.Reason, parts);
    }

    public static ReportDocument Of(TimestampedDocumentResult result, ReportOptions? options)
    {
        ReportDocument[] parts = [.. result.Signers.Signers.Select(signer => Judged(Of(signer, options))), .. result.Timestamps.Select(timestamp => Of(timestamp, null))];
        return Gather(ReportSubject.TimestampedDocument, result.Outcome, result.Reason, parts);
    }

    private static ReportDocument Judged(ReportDocument signer) => signer.TimestampsNotChecked is null ? signer : signer with { TimestampsNotChecked = 0 };

    public static ReportDocument Of(ChainResult result, DateTimeOffset at)
    {
        IReadOnlyList<VerificationFinding> findings = VerificationFinding.Rank(result.Reason, result.Reasons);
        return Begin(ReportSubject.Chain, at, result.Outcome, findings, ReportSteps.OfChain(result, findings));
    }

    public static ReportDocument Of(LongTermResult result, ReportOptions? options) =>
        Begin(ReportSubject.Past, result.At, result.Outcome, result.Findings, ReportSteps.OfPast(result)) with
        {
            Status = ReportStatus.Of(result.Status, result.At),
            Existence = new ReportExistence(result.Proof, result.ExistedAt),
            Holder = ReportHolder.Of(result.Certificate, result.Outcome, options),
        };

    public static ReportDocument Of(TimestampResult result, DateTimeOffset? at) =>
        Begin(ReportSubject.Timestamp, at, result.Outcome, VerificationFinding.Rank(result.Reason, []), ReportSteps.OfTimestamp(result)) with
        {
            Existence = new ReportExistence(result.ExistedAt is null ? ExistenceProof.None : ExistenceProof.Timestamp, result.ExistedAt),
        };

    private static ReportDocument Begin(ReportSubject subject, DateTimeOffset? at, VerificationOutcome outcome, IReadOnlyList<VerificationFinding> findings, VerificationStep[] steps) =>
        Begin(subject, at, outcome, findings, ReportSteps.InOrder(steps, outcome, findings));

    private static ReportDocument Begin(
        ReportSubject subject, DateTimeOffset? at, VerificationOutcome outcome, IReadOnlyList<VerificationFinding> findings, IReadOnlyList<ReportStep> steps) => new()
        {
            Subject = subject,
            CheckedAt = at,
            Outcome = outcome,
            Reason = findings.Count == 0 ? VerificationReason.None : findings[0].Reason,
            Steps = steps,
            Reasons = [.. findings.Select(finding => ReportReason.Of(finding.Reason))],
        };

    /// <summary>A source that says good by no method asked nobody: then nothing is told of the status but that.</summary>
    private static ReportDocument With(this ReportDocument report, RevocationEvidence? status, DateTimeOffset at) => status is { Method: RevocationMethod.None, State: RevocationState.Good }
        ? report with { Steps = [.. report.Steps.Select(step => step.Step == VerificationStep.Status ? step with { State = ReportStepState.NotAsked } : step)] }
        : report with { Status = ReportStatus.Of(status, at) };

    public static ReportDocument Gather(ReportSubject subject, VerificationOutcome outcome, VerificationReason reason, ReportDocument[] parts) => new()
    {
        Subject = subject,
        CheckedAt = parts.Length == 0 ? null : parts[0].CheckedAt,
        Outcome = outcome,
        Reason = reason,
        Reasons = reason == VerificationReason.None ? [] : [ReportReason.Of(reason)],
        TimestampsNotChecked = parts.Any(part => part.TimestampsNotChecked is not null) ? parts.Sum(part => part.TimestampsNotChecked ?? 0) : null,
        Parts = parts,
    };
}
