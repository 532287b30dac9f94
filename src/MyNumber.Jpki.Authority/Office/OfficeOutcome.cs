using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Jpki.Authority.Office;

/// <summary>What became of a step at the registry office: done, or refused with the one reason.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows the refusal and nothing of the holder.</remarks>
public sealed record OfficeOutcome
{
    /// <summary><see cref="OfficeRefusal.None"/> when it was done.</summary>
    public required OfficeRefusal Refusal { get; init; }

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Refusal == OfficeRefusal.None;

    /// <summary>The application as it stands now; <see langword="null"/> when it is not known.</summary>
    public ApplicationRecord? Application { get; init; }

    /// <summary>The signature certificate that was issued, if any.</summary>
    public IssuedCertificate? Signature { get; init; }

    /// <summary>The user-authentication certificate that was issued, if any.</summary>
    public IssuedCertificate? UserAuthentication { get; init; }

    /// <summary>Statuses that changed, also those of a phone that ended with its card.</summary>
    public IReadOnlyList<StatusChange> Changes { get; init; } = [];

    /// <summary>Why a signed application was not valid; <see cref="VerificationReason.None"/> otherwise.</summary>
    public VerificationReason Verification { get; init; }

    /// <summary>The refusal.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"OfficeOutcome({Refusal})";

    internal static OfficeOutcome Refused(OfficeRefusal refusal, ApplicationRecord? application = null, VerificationReason verification = VerificationReason.None) =>
        new() { Refusal = refusal, Application = application, Verification = verification };
}
