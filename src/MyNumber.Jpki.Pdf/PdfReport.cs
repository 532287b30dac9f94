using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.Pdf;

/// <summary>Reports (検証報告書) about signed PDF files, in the form of all other reports.</summary>
public static class PdfReport
{
    /// <summary>Reports on a file.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="options">What may be in it; <see langword="null"/> for <see cref="ReportOptions.WithoutHolder"/>.</param>
    /// <returns>The report, with a part for each signature and for each timestamp that was judged. Names of form fields are not in it.</returns>
    public static VerificationReport Of(PdfVerificationResult result, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ReportDocument[] parts = [.. result.Signatures.SelectMany(signature => Parts(signature, options))];
        return VerificationReport.Of(ReportBuilder.Gather(ReportSubject.Signers, result.Outcome, result.Reason, parts));
    }

    private static IEnumerable<ReportDocument> Parts(PdfSignatureResult signature, ReportOptions? options)
    {
        yield return ReportBuilder.OfSignature(signature.Outcome, signature.Reason, signature.Validation, signature.Certificate, signature.CheckedAt, options);
        if (signature.Timestamp is { } timestamp)
        {
            yield return ReportBuilder.Of(timestamp, signature.CheckedAt);
        }
    }
}
