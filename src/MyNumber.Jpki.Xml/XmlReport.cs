using MyNumber.Jpki.Reports;

namespace MyNumber.Jpki.Xml;

/// <summary>Reports (検証報告書) about XML signatures, in the form of all other reports.</summary>
public static class XmlReport
{
    /// <summary>Reports on the signature of an XML document.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="options">What may be in it; <see langword="null"/> for <see cref="ReportOptions.WithoutHolder"/>.</param>
    /// <returns>The report. What XML itself asks for has no step of its own: its reasons stand with reading and signature.</returns>
    public static VerificationReport Of(XmlVerificationResult result, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        SignatureAnswer answer = new()
        {
            Outcome = result.Outcome,
            Reason = result.Reason,
            CheckedAt = result.CheckedAt,
            OwnReason = result.Reason,
            Certificate = result.Certificate,
            HasPath = result.Path is not null,
            Validation = result.Validation,
        };
        return VerificationReport.Of(ReportBuilder.Of(answer, options));
    }
}
