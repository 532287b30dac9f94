using MyNumber.Jpki.Chains;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.Jpki.Validation;
using MyNumber.Jpki.Validation.LongTerm;

namespace MyNumber.Jpki.Reports;

/// <summary>Turns answers into the shape of a report.</summary>
internal static class ReportBuilder
{
    public static ReportDocument Of(ValidationResult result, ReportOptions? options) =>
        Begin(ReportSubject.Certificate, result.CheckedAt, result.Outcome, result.CollectFindings(), ReportSteps.OfCertificate) with
        {
            Status = ReportStatus.Of(result.Status, result.CheckedAt),
            Holder = ReportHolder.Of(result.Certificate, result.Outcome, options),
        };

    public static ReportDocument Of(DocumentVerificationResult result, ReportOptions? options) =>
        Begin(ReportSubject.Document, result.CheckedAt, result.Outcome, result.CollectFindings(), ReportSteps.OfDocument) with
        {
            Status = ReportStatus.Of(result.Validation?.Status, result.CheckedAt),
            Holder = ReportHolder.Of(result.Certificate, result.Outcome, options),
        };

    public static ReportDocument Of(SignersVerificationResult result, ReportOptions? options)
    {
        ReportDocument[] parts = [.. result.Signers.Select(signer => Of(signer, options))];
        return Gather(ReportSubject.Signers, result.Outcome, result.Reason, parts);
    }

    public static ReportDocument Of(TimestampedDocumentResult result, ReportOptions? options)
    {
        ReportDocument[] parts = [.. result.Signers.Signers.Select(signer => Of(signer, options)), .. result.Timestamps.Select(Of)];
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

    private static ReportDocument Of(TimestampResult result) =>
        Begin(ReportSubject.Timestamp, null, result.Outcome, VerificationFinding.Rank(result.Reason, []), ReportSteps.OfTimestamp) with
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

    private static ReportDocument Gather(ReportSubject subject, VerificationOutcome outcome, VerificationReason reason, ReportDocument[] parts) => new()
    {
        Subject = subject,
        CheckedAt = parts.Length == 0 ? null : parts[0].CheckedAt,
        Outcome = outcome,
        Reason = reason,
        Reasons = reason == VerificationReason.None ? [] : [ReportReason.Of(reason)],
        Parts = parts,
    };
}
