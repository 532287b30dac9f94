using MyNumber.Jpki.Certificates;
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
        (Begin(ReportSubject.Certificate, result.CheckedAt, result.Outcome, result.CollectFindings(), ReportSteps.OfCertificate) with
        {
            Holder = ReportHolder.Of(result.Certificate, result.Outcome, options),
        }).With(result.Status, result.CheckedAt);

    public static ReportDocument Of(DocumentVerificationResult result, ReportOptions? options) =>
        (Begin(ReportSubject.Document, result.CheckedAt, result.Outcome, result.CollectFindings(), ReportSteps.OfDocument) with
        {
            Holder = ReportHolder.Of(result.Certificate, result.Outcome, options),
        }).With(result.Validation?.Status, result.CheckedAt);

    /// <summary>One signature in a form of another package, whose own checks come in no order that the steps could tell. Where there is an answer about the certificate, all but its status held.</summary>
    public static ReportDocument OfSignature(
        VerificationOutcome outcome, VerificationReason reason, ValidationResult? validation, JpkiCertificate? certificate, DateTimeOffset at, ReportOptions? options)
    {
        bool isOfStatus = validation is not null && validation.Reason == reason;
        IReadOnlyList<VerificationFinding> findings = isOfStatus ? validation!.CollectFindings() : VerificationFinding.Rank(reason, []);
        return (Begin(ReportSubject.Document, at, outcome, findings, ReportSteps.OfDocument, isOfStatus) with { Holder = ReportHolder.Of(certificate, outcome, options) }).With(validation?.Status, at);
    }

    public static ReportDocument Of(SignersVerificationResult result, ReportOptions? options)
    {
        ReportDocument[] parts = [.. result.Signers.Select(signer => Of(signer, options))];
        return Gather(ReportSubject.Signers, result.Outcome, result.Reason, parts);
    }

    public static ReportDocument Of(TimestampedDocumentResult result, ReportOptions? options)
    {
        ReportDocument[] parts = [.. result.Signers.Signers.Select(signer => Of(signer, options)), .. result.Timestamps.Select(timestamp => Of(timestamp, null))];
        return Gather(ReportSubject.TimestampedDocument, result.Outcome, result.Reason, parts);
    }

    public static ReportDocument Of(ChainResult result, DateTimeOffset at) =>
        Begin(ReportSubject.Chain, at, result.Outcome, VerificationFinding.Rank(result.Reason, result.Reasons), ReportSteps.OfCertificate, isInOrder: false);

    public static ReportDocument Of(LongTermResult result, ReportOptions? options) =>
        Begin(ReportSubject.Past, result.At, result.Outcome, result.Findings, ReportSteps.OfPast) with
        {
            Status = ReportStatus.Of(result.Status, result.At),
            Existence = new ReportExistence(result.Proof, result.ExistedAt),
            Holder = ReportHolder.Of(result.Certificate, result.Outcome, options),
        };

    public static ReportDocument Of(TimestampResult result, DateTimeOffset? at) =>
        Begin(ReportSubject.Timestamp, at, result.Outcome, VerificationFinding.Rank(result.Reason, []), ReportSteps.OfTimestamp) with
        {
            Existence = new ReportExistence(result.ExistedAt is null ? ExistenceProof.None : ExistenceProof.Timestamp, result.ExistedAt),
        };

    private static ReportDocument Begin(
        ReportSubject subject, DateTimeOffset? at, VerificationOutcome outcome, IReadOnlyList<VerificationFinding> findings, VerificationStep[] steps, bool isInOrder = true) => new()
        {
            Subject = subject,
            CheckedAt = at,
            Outcome = outcome,
            Reason = findings.Count == 0 ? VerificationReason.None : findings[0].Reason,
            Steps = ReportSteps.Judge(steps, outcome, findings, isInOrder),
            Reasons = [.. findings.Select(finding => ReportReason.Of(finding.Reason))],
        };

    /// <summary>A source that says good by no method asked nobody: then nothing is told of the status.</summary>
    private static ReportDocument With(this ReportDocument report, RevocationEvidence? status, DateTimeOffset at) => status is { Method: RevocationMethod.None, State: RevocationState.Good }
        ? report with { Steps = [.. report.Steps.Select(step => step.Step == VerificationStep.Status ? step with { State = ReportStepState.NotReached } : step)] }
        : report with { Status = ReportStatus.Of(status, at) };

    public static ReportDocument Gather(ReportSubject subject, VerificationOutcome outcome, VerificationReason reason, ReportDocument[] parts) => new()
    {
        Subject = subject,
        CheckedAt = parts.Length == 0 ? null : parts[0].CheckedAt,
        Outcome = outcome,
        Reason = reason,
        Reasons = reason == VerificationReason.None ? [] : [ReportReason.Of(reason)],
        Parts = parts,
    };
}
