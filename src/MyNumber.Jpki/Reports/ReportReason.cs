using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Reports;

/// <summary>A reason as it stands in the JSON.</summary>
internal sealed record ReportReason(
    VerificationReason Reason, int Number, VerificationStep Step, VerificationOutcome Outcome, string Japanese, string English, string NextJapanese, string NextEnglish)
{
    public static ReportReason Of(VerificationReason reason)
    {
        ReasonText text = ReasonTexts.Find(reason);
        return new(reason, (int)reason, text.Step, text.Outcome, text.Japanese, text.English, text.NextJapanese, text.NextEnglish);
    }
}
