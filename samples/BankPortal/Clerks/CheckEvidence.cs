using MyNumber.Jpki.Evidence;
using MyNumber.Jpki.Services;

namespace BankPortal.Clerks;

/// <summary>A check of a certificate's status as evidence: no document was verified, so its fields are empty and it fulfils no legal method by itself.</summary>
internal static class CheckEvidence
{
    public static VerificationEvidence From(StatusCheck check) => new()
    {
        Format = VerificationEvidence.CurrentFormat,
        VerifierVersion = typeof(StatusCheck).Assembly.GetName().Version?.ToString() ?? "unknown",
        CheckedAt = check.CheckedAt,
        Outcome = check.Outcome,
        Reason = check.Reason,
        SignerCertificate = check.Validation.Certificate?.RawData ?? default,
        Status = check.Validation.Status is { } status ? StatusRecord.From(status) : null,
    };
}
