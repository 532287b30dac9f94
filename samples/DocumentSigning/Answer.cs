using MyNumber.Jpki;
using MyNumber.Jpki.Reports;

namespace DocumentSigning;

/// <summary>What a verifier of this house said about one document.</summary>
internal readonly record struct Answer(VerificationOutcome Outcome, VerificationReason Reason)
{
    public string Japanese => Outcome == VerificationOutcome.Valid ? "有効" : $"{(Outcome == VerificationOutcome.Invalid ? "拒否" : "判断できない")}: {Reason} — {ReasonTexts.Find(Reason).Japanese}";
}
