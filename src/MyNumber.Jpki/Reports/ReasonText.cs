using MyNumber.Jpki.Validation;

namespace MyNumber.Jpki.Reports;

/// <summary>The words for one reason in both languages (理由の文言), with what to do next. No text holds a value of the holder.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Outcome">What it leads to where it decides; <see cref="VerificationOutcome.Valid"/> for <see cref="VerificationReason.None"/> only.</param>
/// <param name="Japanese">What it means, in Japanese.</param>
/// <param name="English">What it means, in English.</param>
/// <param name="NextEnglish">What to do next, in English.</param>
/// <param name="NextJapanese">What to do next, in Japanese.</param>
public sealed record ReasonText(VerificationReason Reason, VerificationOutcome Outcome, string Japanese, string English, string NextEnglish, string NextJapanese)
{
    /// <summary>The step that finds it.</summary>
    public VerificationStep Step => VerificationSteps.Of(Reason);

    /// <summary>The step's name in Japanese.</summary>
    public string StepJapanese => Step == VerificationStep.None ? string.Empty : ReportWords.Of(Step, ReportLanguage.Japanese);

    /// <summary>The step's name in English.</summary>
    public string StepEnglish => Step == VerificationStep.None ? string.Empty : ReportWords.Of(Step, ReportLanguage.English);
}
