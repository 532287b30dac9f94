using MyNumber.Jpki;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;

namespace StatusWatch;

/// <summary>One line of the report.</summary>
internal sealed record TallyRow(CertificateState State, VerificationReason Reason, RevocationReason? RevocationReason, StatusAdvice Advice, BankAct Act, int Count);
