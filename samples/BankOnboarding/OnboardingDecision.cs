using MyNumber.Jpki.Signatures;
using MyNumber.Numbering.People;

namespace BankOnboarding;

/// <summary>What the bank decided of one application.</summary>
internal sealed record OnboardingDecision(DocumentVerificationResult Verification, FourAttributesComparison? Comparison, Account? Account);
