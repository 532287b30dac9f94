using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.Pdf;

/// <summary>Reports (検証報告書) about signed PDF files, in the form of all other reports.</summary>
public static class PdfReport
{
    /// <summary>Reports on a file.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="options">What may be in it; <see langword="null"/> for <see cref="ReportOptions.WithoutHolder"/>.</param>
    /// <returns>The report, with a part for each signature and for each timestamp that was judged; which revision each signature came with, what was added later, and how many document
    /// timestamps were counted and not judged. Names of form fields are not in it.</returns>
    public static VerificationReport Of(PdfVerificationResult result, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ReportDocument[] parts = [.. result.Signatures.SelectMany(signature => Parts(signature, options))];
        ReportPdf? pdf = result.Revisions == 0 ? null : new ReportPdf(result.Revisions, result.DocumentTimestamps);
        return VerificationReport.Of(ReportBuilder.Gather(ReportSubject.Signers, result.Outcome, result.Reason, parts) with { Pdf = pdf });
    }

    private static IEnumerable<ReportDocument> Parts(PdfSignatureResult signature, ReportOptions? options)
    {
        yield return ReportBuilder.Of(AnswerOf(signature), options) with
        {
            Revision = new ReportRevision(signature.Revision, signature.CoversWholeFile, [.. signature.FollowedBy.Select(UpdateOf)]),
        };
        if (signature.Timestamp is { } timestamp)
        {
            yield return ReportBuilder.Of(timestamp, signature.CheckedAt);
        }
    }

    private static SignatureAnswer AnswerOf(PdfSignatureResult signature) => new()
    {
        Outcome = signature.Outcome,
        Reason = signature.Reason,
        CheckedAt = signature.CheckedAt,
        OwnReason = signature.OwnReason,
        Certificate = signature.Certificate,
        HasPath = signature.HasPath,
        Validation = signature.Validation,
        Timestamp = signature.Timestamp?.Outcome,
        TimestampsNotChecked = signature.TimestampsNotChecked,
    };

    private static ReportUpdate UpdateOf(PdfUpdateKind kind) => kind switch
    {
        PdfUpdateKind.Signature => ReportUpdate.Signature,
        PdfUpdateKind.ValidationData => ReportUpdate.ValidationData,
        _ => ReportUpdate.Change,
    };
}
